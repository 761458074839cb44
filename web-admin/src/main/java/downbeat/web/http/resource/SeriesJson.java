package downbeat.web.http.resource;

import downbeat.popups.domain.Phase;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.series.domain.Recurrence;
import downbeat.popups.series.domain.SeriesDate;
import downbeat.popups.series.domain.SeriesId;
import downbeat.popups.series.domain.Task;
import downbeat.popups.series.domain.Trouble;
import downbeat.popups.series.entity.SeriesCard;
import downbeat.popups.series.view.SeriesRow;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A series as its organizer sees it: what is being done, how far that has come, and every date. */
record SeriesJson(
        String id,
        String first,
        String title,
        String zone,
        String rule,
        String from,
        RoundJson round,
        List<DateJson> dates) {
    SeriesJson {
        dates = List.copyOf(dates);
    }

    /** @param left dates it has not come to */
    record RoundJson(int number, String task, int total, int left) {}

    record TroubleJson(String code, String detail, @Nullable String instead) {
        static TroubleJson of(Trouble trouble) {
            return new TroubleJson(
                    trouble.code(),
                    trouble.detail(),
                    trouble.instead().map(LocalDateTime::toString).orElse(null));
        }
    }

    /**
     * @param popUp null while there is none
     * @param phase null while there is none, or it has just been made
     */
    record DateJson(
            String date,
            String start,
            @Nullable String popUp,
            @Nullable String phase,
            @Nullable TroubleJson trouble) {
        static DateJson of(SeriesDate date, Map<PopUpId, Phase> phases) {
            var phase = phases.get(date.popUp());
            return new DateJson(
                    date.date().toString(),
                    date.start().toString(),
                    date.made() ? date.popUp().value() : null,
                    date.made() && phase != null ? phase.name() : null,
                    date.trouble().map(TroubleJson::of).orElse(null));
        }
    }

    /** What a series would be. */
    record PreviewJson(String zone, int most, List<DateJson> dates) {
        PreviewJson {
            dates = List.copyOf(dates);
        }

        static PreviewJson of(String zone, List<SeriesDate> dates) {
            return new PreviewJson(
                    zone,
                    Recurrence.MOST,
                    dates.stream().map(date -> DateJson.of(date, Map.of())).toList());
        }
    }

    /** A series in a list. */
    record RowJson(String id, String title, String firstDate, String lastDate, int dates, Instant begunAt) {
        static RowJson of(SeriesRow row) {
            return new RowJson(
                    row.id().value(),
                    row.title(),
                    row.first().toString(),
                    row.last().toString(),
                    row.dates(),
                    row.begunAt());
        }
    }

    static SeriesJson of(SeriesId id, SeriesCard card, Map<PopUpId, Phase> phases) {
        var details = card.template().details();
        var round = card.round();
        return new SeriesJson(
                id.value(),
                card.first().value(),
                details.title(),
                details.place().zone().getId(),
                card.plan().recurrence().rule(),
                card.plan().from().toString(),
                new RoundJson(
                        round.number(),
                        name(round.task()),
                        round.total(),
                        round.open().size()),
                card.dates().stream().map(date -> DateJson.of(date, phases)).toList());
    }

    private static String name(Task task) {
        return switch (task) {
            case Task.Make make -> "MAKE";
            case Task.Publish publish -> "PUBLISH";
            case Task.Alike alike -> "ALIKE";
            case Task.Cancel cancel -> "CANCEL";
        };
    }
}
