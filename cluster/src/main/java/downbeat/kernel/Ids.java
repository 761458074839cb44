package downbeat.kernel;

/** The one rule every {@link Id} obeys. */
public final class Ids {

    private static final int LONGEST = 64;

    private Ids() {}

    /**
     * Returns {@code value} if it can be an id.
     *
     * @param field the name the caller knows the value by; it begins the complaint
     * @throws IllegalArgumentException naming the field and what is allowed
     */
    public static String check(String field, String value) {
        if (!plain(value)) {
            throw new IllegalArgumentException(field + " must be 1 to " + LONGEST
                    + " characters, each a letter A-Z or a-z, a digit, '_' or '-', but is " + shown(value));
        }
        return value;
    }

    /** Character by character: every request checks half a dozen. */
    private static boolean plain(String value) {
        for (int at = 0; at < value.length(); at++) {
            char it = value.charAt(at);
            boolean allowed = (it >= 'a' && it <= 'z')
                    || (it >= 'A' && it <= 'Z')
                    || (it >= '0' && it <= '9')
                    || it == '_'
                    || it == '-';
            if (!allowed) {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= LONGEST;
    }

    private static String shown(String value) {
        return value.length() <= LONGEST ? "\"" + value + "\"" : value.length() + " characters long";
    }
}
