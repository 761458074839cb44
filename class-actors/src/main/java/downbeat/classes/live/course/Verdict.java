package downbeat.classes.live.course;

import downbeat.classes.live.message.LiveAnswer;
import java.util.List;

/** What comes of a command: facts and the answer that is given once they are safe; or a refusal and no facts. */
public record Verdict(List<LiveFact> facts, LiveAnswer answer) {
    public Verdict {
        facts = List.copyOf(facts);
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
