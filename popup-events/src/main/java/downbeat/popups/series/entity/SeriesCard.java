package downbeat.popups.series.entity;

import downbeat.kernel.AccountId;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.series.domain.Look;
import downbeat.popups.series.domain.Round;
import downbeat.popups.series.domain.SeriesDate;
import downbeat.popups.series.domain.SeriesPlan;
import downbeat.popups.series.domain.Template;
import java.util.List;
import java.util.Optional;

/**
 * What a series shows of itself to its organizer.
 *
 * @param first the pop-up it was made from
 * @param looks templates that some date still has, the newest last
 * @param round the last one
 */
public record SeriesCard(
        AccountId organizer, PopUpId first, SeriesPlan plan, List<Look> looks, List<SeriesDate> dates, Round round) {
    public SeriesCard {
        looks = List.copyOf(looks);
        dates = List.copyOf(dates);
    }

    /** What its dates are given now. */
    public Template template() {
        return looks.getLast().template();
    }

    /** What a date was last given. */
    public Optional<Template> given(SeriesDate date) {
        return looks.stream()
                .filter(look -> look.number() == date.look())
                .map(Look::template)
                .findFirst();
    }
}
