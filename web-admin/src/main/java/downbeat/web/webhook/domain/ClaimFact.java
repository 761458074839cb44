package downbeat.web.webhook.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What shops are told about claims. */
public enum ClaimFact {
    /** It is its member's, paid or to be paid at pickup. Told once more when it is to be collected elsewhere. */
    CONFIRMED("claim.confirmed"),
    /** It lies packed at the counter. */
    READY("claim.ready"),
    /** Units of it went over the counter, or to a download. */
    HANDED_OVER("claim.handed-over"),
    /** What is not handed over of it is no more. Not told of what never was confirmed. */
    RELEASED("claim.released");

    private static final String TYPES = "dev.downbeat.";

    /** The type of an event that says nothing. */
    public static final String TEST = TYPES + "webhook.test";

    private final String text;

    ClaimFact(String text) {
        this.text = text;
    }

    /** As it is written in a subscription. */
    public String text() {
        return text;
    }

    /** As it is written in an event. */
    public String type() {
        return TYPES + text;
    }

    public static Optional<ClaimFact> parse(String text) {
        return Arrays.stream(values()).filter(fact -> fact.text.equals(text)).findFirst();
    }

    /** Several, in one text. */
    public static String join(Set<ClaimFact> facts) {
        return EnumSet.copyOf(facts).stream().map(ClaimFact::text).collect(Collectors.joining(" "));
    }

    public static Set<ClaimFact> split(String joined) {
        return Arrays.stream(joined.split(" "))
                .flatMap(text -> parse(text).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClaimFact.class)));
    }
}
