package downbeat.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A language in which something is held, by its tag of BCP 47: a code of ISO 639-1 in small letters, without a region, such as
 * {@code de}. Who understands one region of it understands the others.
 */
public record Language(String value) implements Id {
    /** Languages that one thing is held in. */
    public static final int MOST = 5;

    /** Without codes that were given up for others, such as {@code iw} for Hebrew. */
    private static final Set<String> KNOWN = Arrays.stream(Locale.getISOLanguages())
            .filter(code -> Locale.forLanguageTag(code).toLanguageTag().equals(code))
            .collect(Collectors.toUnmodifiableSet());

    public Language {
        if (!KNOWN.contains(value)) {
            throw new IllegalArgumentException(
                    "language must be a code of ISO 639-1 in small letters, such as de or en");
        }
    }

    /** Codes in one order with commas between them. */
    public static String join(List<Language> all) {
        return all.stream().map(Language::value).sorted().collect(Collectors.joining(","));
    }

    /** What {@link #join} has written. */
    public static List<Language> split(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",", -1)).map(Language::new).toList();
    }
}
