package downbeat.drops.domain;

import java.util.Locale;

/** Names of the code as people say them. */
final class Spoken {
    private Spoken() {}

    static String name(Enum<?> it) {
        return it.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
