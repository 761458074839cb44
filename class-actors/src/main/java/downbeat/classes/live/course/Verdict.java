package downbeat.classes.live.course;

import downbeat.classes.live.message.LiveAnswer;
import java.util.List;
import java.util.Optional;

/** What comes of a command: facts and the answer that is given once they are safe; or a refusal and no facts. */
public record Verdict(List<LiveFact> facts, LiveAnswer answer) {
    public Verdict {
        facts = List.copyOf(facts);
    }

    /** The first fact; what the class does by itself is one at a time. */
    Optional<LiveFact> fact() {
        return facts.stream().findFirst();
    }

    static Verdict of(LiveAnswer answer, LiveFact... facts) {
        return new Verdict(List.of(facts), answer);
    }

    static Verdict refused(String code, String detail) {
        return new Verdict(List.of(), new LiveAnswer.Refused(code, detail, null));
    }

    static Verdict refused(String code, String detail, String field) {
        return new Verdict(List.of(), new LiveAnswer.Refused(code, detail, field));
    }
}
