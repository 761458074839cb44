package downbeat.cluster.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import downbeat.kernel.PopId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What makes this node different from the others, read once from {@code downbeat { … }}.
 *
 * @param data the directory that holds everything this node writes
 * @param host the name or address other nodes reach this one by
 * @param port for messages between nodes; 0 takes a free one
 * @param seedNodes {@code host:port} of nodes to join through; empty: a cluster of one, or bootstrap if configured
 * @param httpPort 0 takes a free one
 * @param config the whole configuration, for what Akka reads itself
 */
public record NodeSettings(
        Path data,
        DatabaseSettings database,
        PopId pop,
        String host,
        int port,
        List<String> seedNodes,
        String httpHost,
        int httpPort,
        Config config) {

    /** Akka's own default. */
    private static final String ANY_NAME_OF_THIS_MACHINE = "<hostname>";

    /**
     * Where the journal and the tables are.
     *
     * @param url JDBC, H2 or PostgreSQL; empty in the configuration means an H2 file in the data directory
     * @param connections of the pool that writes the journal; the others follow from it, see downbeat/node.conf
     * @param patience how long a start waits for the database to answer
     */
    public record DatabaseSettings(String url, String user, String password, int connections, Duration patience) {
        /** Without its options: they may carry a password. */
        String shownUrl() {
            int options = url.indexOf(url.startsWith("jdbc:h2:") ? ';' : '?');
            return options < 0 ? url : url.substring(0, options);
        }

        @Override
        public String toString() {
            return "DatabaseSettings[url=" + url + ", user=" + user + ", password=…]";
        }
    }

    public NodeSettings {
        seedNodes = List.copyOf(seedNodes);
    }

    /** From system properties, {@code -Dconfig.file} or {@code application.conf}, and Downbeat's own defaults. */
    public static NodeSettings load() {
        return of(NodeConfig.load());
    }

    /** The same, with a few lines of HOCON before everything else. */
    public static NodeSettings parse(String overrides) {
        return of(ConfigFactory.parseString(overrides)
                .withFallback(NodeConfig.unresolved())
                .resolve());
    }

    public static NodeSettings of(Config config) {
        Config own = config.getConfig("downbeat");
        Path data = Path.of(own.getString("data")).toAbsolutePath().normalize();
        return new NodeSettings(
                data,
                database(own.getConfig("database"), data),
                new PopId(own.getString("pop")),
                own.getString("node.host"),
                own.getInt("node.port"),
                nodes(own),
                own.getString("http.host"),
                own.getInt("http.port"),
                config);
    }

    /** Whether the other nodes are found by Akka Cluster Bootstrap; Akka Management is open then. */
    public boolean bootstrap() {
        return config.getBoolean("downbeat.node.bootstrap");
    }

    /** Where Akka Management listens: where the other nodes reach this one, unless it is set on its own. */
    String managementHost() {
        String host = config.getString("akka.management.http.hostname");
        return host.isEmpty() || host.equals(ANY_NAME_OF_THIS_MACHINE) ? this.host : host;
    }

    public NodeSettings withData(Path directory) {
        return with("downbeat.data", directory.toString());
    }

    public NodeSettings withHttpPort(int port) {
        return with("downbeat.http.port", port);
    }

    public NodeSettings with(String path, Object value) {
        return of(config.withValue(path, ConfigValueFactory.fromAnyRef(value)));
    }

    /** A list in a file, numbered keys on a command line, or one comma-separated line from the environment. */
    private static List<String> nodes(Config own) {
        if (own.getValue("node.seed-nodes").valueType() != ConfigValueType.STRING) {
            return own.getStringList("node.seed-nodes");
        }
        return Arrays.stream(own.getString("node.seed-nodes").split(",", -1))
                .map(String::strip)
                .filter(node -> !node.isEmpty())
                .toList();
    }

    private static DatabaseSettings database(Config own, Path data) {
        String url = own.getString("url");
        return new DatabaseSettings(
                NodeConfig.completed(url.isBlank() ? "jdbc:h2:file:" + data.resolve("downbeat") : url),
                own.getString("user"),
                own.getString("password"),
                own.getInt("connections"),
                own.getDuration("patience"));
    }
}
