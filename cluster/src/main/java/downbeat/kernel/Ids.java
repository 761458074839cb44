package downbeat.kernel;

import java.util.regex.Pattern;

/** The one rule every {@link Id} obeys. */
public final class Ids {

    private static final int LONGEST = 64;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1," + LONGEST + "}");

    private Ids() {}

    /**
     * Returns {@code value} if it can be an id.
     *
     * @param field the name the caller knows the value by; it begins the complaint
     * @throws IllegalArgumentException naming the field and what is allowed
     */
    public static String check(String field, String value) {
        if (!PLAIN.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " must be 1 to " + LONGEST
                    + " characters, each a letter A-Z or a-z, a digit, '_' or '-', but is " + shown(value));
        }
        return value;
    }

    private static String shown(String value) {
        return value.length() <= LONGEST ? "\"" + value + "\"" : value.length() + " characters long";
    }
}
