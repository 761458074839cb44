package downbeat.discovery.alert;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A way to tell somebody. */
public enum Channel {
    /** On the page that is open now, or when they come to it. */
    PAGE,
    /** By a letter of the outbox. */
    LETTER;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> parse(String text) {
        return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
    }

    /** {@code page}, {@code letter} or {@code page+letter}. */
    public static String join(Collection<Channel> some) {
        return some.stream().sorted().map(Channel::text).collect(Collectors.joining("+"));
    }

    /** The other way; unknown words name no channel. */
    public static Set<Channel> split(String text) {
        var some = EnumSet.noneOf(Channel.class);
        for (var word : text.split("\\+", -1)) {
            parse(word).ifPresent(some::add);
        }
        return some;
    }
}
