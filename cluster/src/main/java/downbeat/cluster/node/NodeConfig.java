package downbeat.cluster.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Locale;

/** Puts the configuration together: what the operator says, before Downbeat's defaults, before the libraries'. */
final class NodeConfig {

    /**
     * What is said to H2 unless the operator says something else. Without {@code WRITE_DELAY=0} a kill loses what was acknowledged
     * (measured: 136 to 151 of some 2,700 events); without {@code DATABASE_TO_LOWER} the same SQL does not run on PostgreSQL; H2's
     * own exit hook would close the database under a node that is still stopping; a commit that lies in its row, and not beside it,
     * writes fewer pages.
     */
    private static final List<String> H2 = List.of(
            "WRITE_DELAY=0", "DATABASE_TO_LOWER=TRUE", "DB_CLOSE_ON_EXIT=FALSE", "MAX_LENGTH_INPLACE_LOB=65536");

    private NodeConfig() {}

    static Config unresolved() {
        return ConfigFactory.defaultOverrides()
                .withFallback(ConfigFactory.defaultApplication())
                .withFallback(ConfigFactory.parseResources("downbeat-node.conf"))
                .withFallback(ConfigFactory.defaultReferenceUnresolved());
    }

    static Config load() {
        return unresolved().resolve();
    }

    static String completed(String url) {
        return url.startsWith("jdbc:h2:") ? H2.stream().reduce(url, NodeConfig::completed) : url;
    }

    private static String completed(String url, String option) {
        String name = option.substring(0, option.indexOf('=') + 1);
        return url.toUpperCase(Locale.ROOT).contains(";" + name) ? url : url + ";" + option;
    }
}
