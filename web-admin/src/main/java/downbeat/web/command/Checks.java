package downbeat.web.command;

import com.typesafe.config.Config;
import downbeat.cluster.database.Vendor;
import downbeat.cluster.node.HeldPort;
import downbeat.cluster.node.NodeSettings;
import downbeat.cluster.node.NodeStartException;
import downbeat.web.outbox.Undeliverable;
import downbeat.web.outbox.smtp.SmtpPost;
import downbeat.web.outbox.smtp.SmtpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The checks of a preflight. None of them changes anything; what would end a start is said in the same sentence. */
final class Checks {
    private static final int OLDEST_JAVA = 21;
    /** Databases and nodes further apart than this put deadlines at the wrong time. */
    private static final Duration TOLERATED = Duration.ofSeconds(2);
    /** Nobody's clock is right before the release of this software. */
    private static final Instant RELEASED = Instant.parse("2026-01-01T00:00:00Z");

    private Checks() {}

    static List<Finding> all(NodeSettings settings) {
        var findings = new ArrayList<Finding>();
        findings.add(java());
        findings.add(Finding.ok("configuration", "HTTP port " + settings.httpPort() + ", " + nodes(settings)));
        findings.add(data(settings.data()));
        findings.addAll(database(settings));
        findings.addAll(ports(settings));
        findings.add(post(settings.config()));
        findings.add(Finding.ok("PoP", settings.pop().value()));
        return findings;
    }

    private static String nodes(NodeSettings settings) {
        return settings.seedNodes().isEmpty() ? "a node of its own" : "joins through " + settings.seedNodes();
    }

    static Finding java() {
        var version = Runtime.version();
        var fits = version.feature() >= OLDEST_JAVA;
        return new Finding("Java", fits, version + (fits ? "" : "; Java " + OLDEST_JAVA + " or newer is needed"));
    }

    private static Finding data(Path data) {
        var nearest = nearest(data);
        try {
            Files.delete(Files.createTempFile(nearest, "probe", ""));
            return Finding.ok("data", data + (Files.exists(data) ? " can be written to" : " can be made"));
        } catch (IOException e) {
            return Finding.fail("data", sentence(NodeStartException.data(data, e)));
        }
    }

    /** The path itself or what there is of it. */
    private static Path nearest(Path path) {
        var here = path.toAbsolutePath();
        for (var above = here.getParent(); !Files.exists(here) && above != null; above = here.getParent()) {
            here = above;
        }
        return here;
    }

    /** The server is greeted and left: no letter is sent. */
    static Finding post(Config config) {
        try {
            return SmtpSettings.of(config.getConfig("downbeat.post.smtp"))
                    .map(Checks::greeted)
                    .orElseGet(() -> Finding.ok("post", "no mail server is given; messages are read on the pages"));
        } catch (IllegalArgumentException wrong) {
            return Finding.fail("post", String.valueOf(wrong.getMessage()));
        }
    }

    private static Finding greeted(SmtpSettings smtp) {
        var server = "the mail server " + smtp.host() + ":" + smtp.port();
        try {
            new SmtpPost(smtp, Clock.systemUTC()).greet();
            return Finding.ok("post", server + " takes letters (" + smtp.security() + ")");
        } catch (Undeliverable e) {
            return Finding.fail("post", server + ": " + e.why());
        }
    }

    private static List<Finding> ports(NodeSettings settings) {
        var refusals = HeldPort.refusals(settings);
        return refusals.isEmpty()
                ? List.of(Finding.ok("port", settings.httpHost() + ":" + settings.httpPort() + " is free"))
                : refusals.stream().map(it -> Finding.fail("port", it)).toList();
    }

    private static String sentence(NodeStartException e) {
        return String.valueOf(e.getMessage());
    }

    private static List<Finding> database(NodeSettings settings) {
        var own = settings.database();
        try {
            Vendor.of(own.url());
        } catch (IllegalArgumentException e) {
            return List.of(Finding.fail("database", sentence(NodeStartException.database(own, e))));
        }
        var h2File = settings.data().resolve("downbeat.mv.db");
        if (own.url().startsWith("jdbc:h2:file:" + settings.data().resolve("downbeat")) && !Files.exists(h2File)) {
            return List.of(
                    Finding.ok("database", "H2, will be made in " + settings.data()),
                    clock(Instant.now(), "this machine"));
        }
        DriverManager.setLoginTimeout((int) own.patience().toSeconds());
        try (var connection = DriverManager.getConnection(own.url(), own.user(), own.password())) {
            return List.of(
                    Finding.ok("database", connection.getMetaData().getDatabaseProductName() + " answers"),
                    migrations(connection),
                    clock(now(connection), "the database"));
        } catch (SQLException e) {
            return List.of(Finding.fail("database", sentence(NodeStartException.database(own, e))));
        }
    }

    private static Finding migrations(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, null, "%_schema_history", null)) {
            var schemas = new ArrayList<String>();
            while (tables.next()) {
                schemas.add(tables.getString("TABLE_NAME").replace("_schema_history", ""));
            }
            return schemas.isEmpty()
                    ? Finding.ok("tables", "none yet; the first start makes them")
                    : Finding.ok(
                            "tables",
                            "of " + String.join(", ", schemas.stream().sorted().toList()));
        }
    }

    private static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select current_timestamp")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    private static Finding clock(Instant other, String whose) {
        var apart = Duration.between(other, Instant.now()).abs();
        var sane = apart.compareTo(TOLERATED) <= 0 && Instant.now().isAfter(RELEASED);
        var text = apart.toMillis() + " ms from " + whose + ", " + Instant.now();
        return new Finding("clock", sane, sane ? text : text + "; set this machine's clock (NTP)");
    }
}
