package downbeat.kernel.bound;

/**
 * Words that can be stored, shown and spoken everywhere. PostgreSQL holds no NUL in a text
 * (https://www.postgresql.org/docs/current/datatype-character.html): one in a fact would stop every view that tells of it.
 */
public final class Wording {
    /** What to say of a text that is not {@link #sound}, after its name. */
    public static final String RULE = "must not have control characters or broken surrogate pairs";

    private Wording() {}

    /** Whether line ends and tabs are the only control characters, and no half of a pair is left alone. */
    public static boolean sound(String text) {
        return text.codePoints().noneMatch(Wording::unsound);
    }

    /**
     * Returns {@code text} if it is {@link #sound}.
     *
     * @param field the name the caller knows the text by; it begins the complaint
     * @throws IllegalArgumentException naming the field
     */
    public static String check(String field, String text) {
        if (!sound(text)) {
            throw new IllegalArgumentException(field + " " + RULE);
        }
        return text;
    }

    private static boolean unsound(int c) {
        boolean layout = c == '\n' || c == '\r' || c == '\t';
        return (Character.isISOControl(c) && !layout) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
