package downbeat.discovery.listing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How one takes part, as schema.org and OpenActive tell it apart. */
public enum Attendance {
    ONLINE(0),
    IN_PERSON(1),
    /** In the room of a class that others follow online. */
    MIXED(2);

    private final int code;

    Attendance(int code) {
        this.code = code;
    }

    /** 0 to 2, for tables of whole numbers. */
    public int code() {
        return code;
    }

    /** As queries have it: {@code in-person}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Attendance> parse(String text) {
        return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
    }
}
