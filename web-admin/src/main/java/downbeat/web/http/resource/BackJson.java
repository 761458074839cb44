package downbeat.web.http.resource;

import downbeat.classes.live.report.ResponseFigures;
import downbeat.classes.live.report.ResponseFigures.Answers;
import downbeat.classes.live.report.ResponseFigures.Ask;
import downbeat.classes.live.report.ResponseFigures.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What members said back; shares are 0 to 1, null when nobody was asked. */
record BackJson(
        HandsJson hands, AnswersJson answers, @Nullable CheckJson check) {

    record HandsJson(long raised, long lowered, PercentilesJson waitedMs) {}

    record AnswersJson(
            long asks,
            long asked,
            long confirmed,
            @Nullable Double confirmedShare,
            PercentilesJson tookMs,
            List<AskJson> newest) {
        static AnswersJson of(Answers a) {
            return new AnswersJson(
                    a.asks(),
                    a.asked(),
                    a.confirmed(),
                    Shares.of(a.confirmed(), a.asked()),
                    PercentilesJson.of(a.took()),
                    a.newest().stream().map(AskJson::of).toList());
        }
    }

    record AskJson(
            String cueId,
            String question,
            String answer,
            long asked,
            long confirmed,
            @Nullable Double confirmedShare,
            PercentilesJson tookMs) {
        static AskJson of(Ask a) {
            return new AskJson(
                    a.cueId(),
                    a.question(),
                    a.answer().name(),
                    a.asked(),
                    a.confirmed(),
                    Shares.of(a.confirmed(), a.asked()),
                    PercentilesJson.of(a.took()));
        }
    }

    record CheckJson(
            long asked,
            long heard,
            long saw,
            long sawRight,
            long ready,
            @Nullable Double heardShare,
            @Nullable Double sawRightShare,
            @Nullable Double readyShare) {
        static @Nullable CheckJson of(@Nullable Check c) {
            return c == null
                    ? null
                    : new CheckJson(
                            c.asked(),
                            c.heard(),
                            c.saw(),
                            c.sawRight(),
                            c.ready(),
                            Shares.of(c.heard(), c.asked()),
                            Shares.of(c.sawRight(), c.asked()),
                            Shares.of(c.ready(), c.asked()));
        }
    }

    static @Nullable BackJson of(@Nullable ResponseFigures back) {
        return back == null
                ? null
                : new BackJson(
                        new HandsJson(
                                back.hands().raised(),
                                back.hands().lowered(),
                                PercentilesJson.of(back.hands().waited())),
                        AnswersJson.of(back.answers()),
                        CheckJson.of(back.check()));
    }
}
