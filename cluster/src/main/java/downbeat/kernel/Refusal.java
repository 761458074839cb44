package downbeat.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a rule said no. A refusal is an ordinary answer, kept apart from an outage: asking again changes nothing until the
 * facts change. Each aggregate has its own sealed family of them.
 */
public interface Refusal {

    /** What the refusal means to whoever must answer for it at the edge of the system. */
    enum Kind {
        /** The facts of now forbid it. */
        CONFLICT,
        /** It was possible once and never will be again. */
        GONE,
        /** There is no such thing, or none this caller may know of. */
        NOT_FOUND,
        /** This caller may know of it but not do it. */
        FORBIDDEN,
        /** The request itself is wrong, whatever the facts. */
        INVALID
    }

    /** One sentence for the person who asked. */
    String detail();

    /** A stable name for programs: the type's simple name in kebab-case. */
    default String code() {
        return Words.kebab(getClass().getSimpleName());
    }

    default Kind kind() {
        return Kind.CONFLICT;
    }

    /** The part of the request that is wrong, if one is. */
    default Optional<String> field() {
        return Optional.empty();
    }

    /** Spelling of codes. */
    final class Words {
        private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

        private Words() {}

        static String kebab(String camel) {
            return HUMP.matcher(camel).replaceAll("-").toLowerCase(java.util.Locale.ROOT);
        }
    }
}
