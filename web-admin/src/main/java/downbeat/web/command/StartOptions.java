package downbeat.web.command;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import downbeat.cluster.node.NodeSettings;
import downbeat.cluster.node.NodeStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that needs a node's configuration. */
public final class StartOptions {
    /** Artery's usual port; a node that joins nobody does not need a known one. */
    private static final int USUAL_NODE_PORT = 25520;

    @Option(names = "--port", paramLabel = "PORT", description = "HTTP port; 0 takes a free one (default 8080).")
    @Nullable
    Integer port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Everything the node writes lives here (default ./data).")
    @Nullable
    Path data;

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration in HOCON, over the defaults.")
    @Nullable
    Path config;

    /** The settings; an unreadable configuration is one sentence. */
    public NodeSettings settings() {
        if (config != null) {
            useFile(config);
        }
        try {
            var settings = alone(NodeSettings.load()) ? withAnyNodePort() : NodeSettings.load();
            settings = data == null ? settings : settings.withData(data);
            return Optional.ofNullable(port).map(settings::withHttpPort).orElse(settings);
        } catch (ConfigException | IllegalArgumentException e) {
            throw new NodeStartException("The configuration cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static void useFile(Path file) {
        if (!Files.isReadable(file)) {
            throw new NodeStartException("The configuration file " + file + " cannot be read: check --config.");
        }
        System.setProperty("config.file", file.toString());
        ConfigFactory.invalidateCaches();
    }

    /** Other keys are derived from this one, so it has to be there before the configuration is resolved. */
    private static NodeSettings withAnyNodePort() {
        System.setProperty("downbeat.node.port", "0");
        ConfigFactory.invalidateCaches();
        return NodeSettings.load();
    }

    /** Two nodes of their own on one machine must not fight for a port that nobody else needs. */
    private static boolean alone(NodeSettings settings) {
        return settings.seedNodes().isEmpty()
                && settings.port() == USUAL_NODE_PORT
                && System.getenv("DOWNBEAT_NODE_PORT") == null
                && System.getProperty("downbeat.node.port") == null
                && !settings.config().getBoolean("downbeat.node.bootstrap");
    }
}
