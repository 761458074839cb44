package downbeat.classes.live.message;

import downbeat.classes.live.log.OpenAsk;
import downbeat.kernel.ParticipantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has answered the open ask, and who, being here, has not.
 *
 * @param of members who are here or have answered
 */
public record AskTally(OpenAsk ask, int of, List<Answer> answers, List<Person> missing) {
    public AskTally {
        answers = List.copyOf(answers);
        missing = List.copyOf(missing);
    }

    public record Answer(ParticipantId member, @Nullable Integer value) {}

    public record Person(ParticipantId member, String name) {}
}
