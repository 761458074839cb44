package downbeat.popups.series.domain;

import downbeat.kernel.AccountId;
import downbeat.popups.domain.PopUpId;
import java.util.List;

/** Pop-ups that are alike and take place again and again. */
public sealed interface Series {
    record Blank() implements Series {}

    /**
     * A series that exists.
     *
     * @param first the pop-up it was made from
     * @param looks templates that some date still has, the newest last
     * @param dates in the order of the recurrence
     * @param round the last one
     */
    record Begun(
            AccountId organizer, PopUpId first, SeriesPlan plan, List<Look> looks, List<SeriesDate> dates, Round round)
            implements Series {
        public Begun {
            looks = List.copyOf(looks);
            dates = List.copyOf(dates);
        }

        public Template template() {
            return looks.getLast().template();
        }
    }
}
