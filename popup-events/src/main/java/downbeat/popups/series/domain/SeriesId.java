package downbeat.popups.series.domain;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;
import downbeat.popups.domain.PopUpId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Names one series of pop-ups. 1 to 55 characters, so that the names of its pop-ups are names too. */
public record SeriesId(String value) implements Id {
    private static final int LONGEST = 55;

    public SeriesId {
        Ids.check("series id", value);
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("series id must be 1 to " + LONGEST + " characters");
        }
    }

    /** Always the same one for a date: however often it is made, it is made once. */
    public PopUpId popUp(LocalDate date) {
        return new PopUpId(value + "-" + date.format(DateTimeFormatter.BASIC_ISO_DATE));
    }
}
