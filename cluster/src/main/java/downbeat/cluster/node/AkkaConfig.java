package downbeat.cluster.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import downbeat.cluster.database.Vendor;
import downbeat.cluster.pop.PopAllocation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says to Akka what {@link NodeSettings} says of this node, so that there is one place to set each thing. */
final class AkkaConfig {

    private AkkaConfig() {}

    static Config of(NodeSettings settings, Vendor vendor) {
        Map<String, Object> derived = new HashMap<>();
        derived.put("akka.remote.artery.canonical.hostname", settings.host());
        derived.put("akka.remote.artery.canonical.port", settings.port());
        derived.put("akka.cluster.roles", List.of(PopAllocation.role(settings.pop())));
        derived.put("akka.projection.jdbc.dialect", vendor.projectionDialect());
        derived.put(
                "akka.projection.jdbc.blocking-jdbc-dispatcher.thread-pool-executor.fixed-pool-size",
                settings.database().connections());
        int connections = settings.database().connections();
        pool(derived, "slick", settings.database(), vendor, connections);
        pool(derived, "reading", settings.database(), vendor, reading(connections));
        vendor.beforeReading().ifPresent(sql -> derived.put(key("reading", "db.connectionInitSql"), sql));
        derived.put("akka.management.http.hostname", settings.managementHost());
        return ConfigFactory.parseMap(derived).withFallback(settings.config());
    }

    /** Streams ask one after the other and quickly; half as many as write keep up with them. */
    private static int reading(int connections) {
        return connections / 2 + 1;
    }

    /** The journal plugin opens pools of its own. */
    private static void pool(
            Map<String, Object> derived,
            String name,
            NodeSettings.DatabaseSettings database,
            Vendor vendor,
            int connections) {
        Map.of(
                        "profile", vendor.slickProfile(),
                        "db.url", database.url(),
                        "db.user", database.user(),
                        "db.password", database.password(),
                        "db.driver", vendor.driver(),
                        // Slick wants as many threads as connections.
                        "db.numThreads", connections,
                        "db.maxConnections", connections,
                        "db.minConnections", 1,
                        "db.connectionTimeout", "10s")
                .forEach((key, value) -> derived.put(key(name, key), value));
    }

    private static String key(String pool, String setting) {
        return "akka-persistence-jdbc.shared-databases." + pool + "." + setting;
    }
}
