package downbeat.discovery.listing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a listing leads to. */
public enum ListingKind {
    CLASS(0),
    POP_UP(1),
    DROP(2);

    private final int code;

    ListingKind(int code) {
        this.code = code;
    }

    /** 0 to 2, for tables of whole numbers. */
    public int code() {
        return code;
    }

    /** As paths and queries have it: {@code pop-up}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ListingKind> parse(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
