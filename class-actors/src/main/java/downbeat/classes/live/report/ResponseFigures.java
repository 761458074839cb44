package downbeat.classes.live.report;

import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.report.ClassReport.Quantiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What members said back.
 *
 * @param check null when no live check was held
 */
public record ResponseFigures(
        Hands hands, Answers answers, @Nullable Check check) {

    /**
     * @param lowered of them, by the trainer: the others were taken down by the member, or were still up at the end
     * @param waited of those, how long they were up, milliseconds
     */
    public record Hands(long raised, long lowered, Quantiles waited) {}

    /**
     * Over all asks but those of the live check.
     *
     * @param asks put to the room
     * @param asked members who were here while an ask was open, added up over the asks
     * @param confirmed of them, who answered
     * @param took how long a member's first answer took, milliseconds
     * @param newest at most {@link #MOST}, in the order asked
     */
    public record Answers(long asks, long asked, long confirmed, Quantiles took, List<Ask> newest) {
        public static final int MOST = 200;

        public Answers {
            newest = List.copyOf(newest);
        }
    }

    /** One ask; the fields are those of {@link Answers}. */
    public record Ask(String cueId, String question, AnswerKind answer, long asked, long confirmed, Quantiles took) {}

    /**
     * The live check.
     *
     * @param asked members who were here while it lasted
     * @param heard of them, who heard the tone
     * @param saw who told a shape
     * @param sawRight who told the right one
     * @param ready who said so
     */
    public record Check(long asked, long heard, long saw, long sawRight, long ready) {}
}
