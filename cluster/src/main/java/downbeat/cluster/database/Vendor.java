package downbeat.cluster.database;

import java.util.Locale;
import java.util.Optional;

/** The two databases Downbeat runs on. */
public enum Vendor {
    H2("org.h2.Driver", "slick.jdbc.H2Profile$", "h2-dialect"),
    POSTGRESQL("org.postgresql.Driver", "slick.jdbc.PostgresProfile$", "postgres-dialect");

    private final String driver;
    private final String slickProfile;
    private final String projectionDialect;

    Vendor(String driver, String slickProfile, String projectionDialect) {
        this.driver = driver;
        this.slickProfile = slickProfile;
        this.projectionDialect = projectionDialect;
    }

    /** @throws IllegalArgumentException if the URL is neither's */
    public static Vendor of(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return H2;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException(
                "downbeat.database.url must begin with jdbc:h2: or jdbc:postgresql:, but is \"" + url + "\"");
    }

    public String driver() {
        return driver;
    }

    public String slickProfile() {
        return slickProfile;
    }

    public String projectionDialect() {
        return projectionDialect;
    }

    /**
     * What a connection that reads the journal is told first. PostgreSQL would keep the plan it made while the tables were small, until
     * they are analyzed next: it joins rows and their tags by looking at all tags for each row.
     */
    public Optional<String> beforeReading() {
        return this == POSTGRESQL ? Optional.of("SET plan_cache_mode = force_custom_plan") : Optional.empty();
    }

    /**
     * How many numbers of an identity column one look at its sequence takes, where order and gaps do not matter. H2 ends each look
     * with a commit to the disk; PostgreSQL gives a connection its own numbers, so that more than one would mix up their order.
     */
    int numbersAtOnce() {
        return this == H2 ? 1000 : 1;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
