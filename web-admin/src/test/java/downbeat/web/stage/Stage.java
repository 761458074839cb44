package downbeat.web.stage;

import downbeat.cluster.node.NodeSettings;
import downbeat.discovery.journey.HoldOut;
import downbeat.kernel.ParticipantId;
import downbeat.web.identity.Identity;
import downbeat.web.identity.domain.EmailAddress;
import downbeat.web.identity.domain.Role;
import downbeat.web.identity.token.Derived;
import downbeat.web.identity.view.MemberNames;
import downbeat.web.node.WebNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A node of its own on free ports with an empty database. */
public final class Stage implements AutoCloseable {
    private static final String QUICK = """
            downbeat {
              node.port = 0
              http.port = 0
              # Weak on purpose: tests make many accounts.
              identity.password { memory-kib = 64, iterations = 1 }
              # Shops of tests stand on this machine.
              webhooks { every = 200 ms, allow-private = on }
              identity.admin { email = "root@example.org", password = "%s" }
            }
            """.formatted(Visitor.PASSWORD);

    private final Path data;
    private final WebNode node;
    private @Nullable Visitor admin;

    private Stage(Path data, WebNode node) {
        this.data = data;
        this.node = node;
    }

    public static Stage open() {
        return open("");
    }

    /** With more lines of configuration. */
    public static Stage open(String hocon) {
        return open(hocon, Clock.systemUTC());
    }

    /** Where time passes as this clock says. */
    public static Stage open(String hocon, Clock clock) {
        try {
            return open(hocon, clock, Files.createTempDirectory("downbeat-stage"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stage open(String hocon, Clock clock, Path data) {
        var settings = NodeSettings.parse(hocon + "\ndownbeat.data = \"" + data + "\"\n" + QUICK);
        return ready(new Stage(
                data, WebNode.start(settings, clock).toCompletableFuture().join()));
    }

    /** Ends the node and starts another on what it has written. */
    public Stage again(String hocon) {
        node.close();
        return open(hocon, Clock.systemUTC(), data);
    }

    /** A node answers a little earlier than it calls itself ready; no test is about that moment. */
    private static Stage ready(Stage stage) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> stage.node.node().context().readiness().toCompletableFuture().join().values().stream()
                        .allMatch(holds -> holds));
        return stage;
    }

    public String url() {
        return node.url();
    }

    public WebNode node() {
        return node;
    }

    public Visitor anonymous() {
        return Visitor.anonymous(url());
    }

    public Visitor named(String name, String... roles) {
        return Visitor.named(url(), name, roles);
    }

    /** Somebody whose name the node's lists already tell, a moment after the account is there. */
    public Visitor wellKnown(String name, String... roles) {
        var visitor = named(name, roles);
        var names = node.node().context().find(MemberNames.class);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !names.of(List.of(participant(visitor))).isEmpty());
        return visitor;
    }

    /** Of the tenth whom discovery leaves alone, or not. */
    public Visitor heldOut(String name, boolean is) {
        return Stream.iterate(0, n -> n + 1)
                .map(n -> named(name + n))
                .filter(who -> HoldOut.has(participant(who)) == is)
                .findFirst()
                .orElseThrow();
    }

    /** As whom somebody takes part. */
    public ParticipantId participant(Visitor who) {
        return new ParticipantId(node.node().context().find(Derived.class).name("m", who.account()));
    }

    /** Somebody with a role that is given, not taken; with this role only. */
    public Visitor appointed(String name, String role) {
        var email = name + "@example.org";
        node.node()
                .context()
                .find(Identity.class)
                .register(new EmailAddress(email), Visitor.PASSWORD, name, Set.of(Role.valueOf(role)), Optional.empty())
                .toCompletableFuture()
                .join();
        return Visitor.signedIn(url(), email, Visitor.PASSWORD);
    }

    /** Somebody who takes part, leads classes and publishes pop-ups: that role is given, not taken. */
    public Visitor organizer(String name) {
        var visitor = named(name);
        admin().put(
                        "/api/v1/accounts/" + visitor.account() + "/roles",
                        Map.of("roles", List.of("MEMBER", "TRAINER", "ORGANIZER")),
                        "*")
                .expecting(200);
        return visitor;
    }

    /** Signed in as long as the session lasts, however often a test asks: nobody may sign in to one account all the time. */
    public synchronized Visitor admin() {
        if (admin == null || admin.get("/api/v1/session").status() != 200) {
            admin = Visitor.signedIn(url(), "root@example.org", Visitor.PASSWORD);
        }
        return admin;
    }

    @Override
    public void close() {
        node.close();
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
