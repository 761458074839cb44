package downbeat.web.webhook.reach;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import com.typesafe.config.ConfigFactory;
import downbeat.web.webhook.domain.Answered;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message over TLS to a shop that is called shop.test, stands on this machine and has a certificate for that name. */
class MessengerTest {
    private static final char[] STORE = "of-the-test".toCharArray();

    private final List<String> hosts = new CopyOnWriteArrayList<>();
    private ActorTestKit kit;
    private HttpsServer server;
    private KeyStore keys;

    @BeforeEach
    void open() throws Exception {
        kit = ActorTestKit.create("messenger", ConfigFactory.load());
        keys = keys();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(served()));
        server.createContext("/", exchange -> {
            try (exchange) {
                hosts.add(exchange.getRequestHeaders().getFirst("Host"));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        kit.shutdownTestKit();
    }

    @Test
    void the_connection_goes_to_the_address_and_the_certificate_is_held_against_the_name() throws Exception {
        assertThat(told("shop.test", trusting())).isEqualTo(new Answered.Taken(204));
        assertThat(hosts).containsExactly("shop.test:" + server.getAddress().getPort());
    }

    @Test
    void a_certificate_for_another_name_or_of_nobody_known_is_refused() throws Exception {
        assertThat(why(told("other.test", trusting()))).contains("certificate");
        assertThat(why(told("shop.test", SSLContext.getDefault()))).contains("certificate");
        assertThat(hosts).isEmpty();
    }

    private Answered told(String host, SSLContext trusted) {
        var way = new Way(name -> new InetAddress[] {InetAddress.getLoopbackAddress()}, true);
        var messenger = new Messenger(
                kit.system(), way, ForkJoinPool.commonPool(), Clock.systemUTC(), Messenger.TIMEOUT, trusted);
        var url = "https://" + host + ":" + server.getAddress().getPort() + "/hooks";
        return messenger.post(url, Map.of(), "{}").toCompletableFuture().join();
    }

    private static String why(Answered answer) {
        return ((Answered.Failed) answer).why();
    }

    private SSLContext served() throws GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, STORE);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private SSLContext trusting() throws GeneralSecurityException {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** Made by the JDK's own tool: no certificate lies around that could run out. */
    private static KeyStore keys() throws Exception {
        var directory = Files.createTempDirectory("messenger");
        var file = directory.resolve("shop.p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        "shop",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=shop.test",
                        "-ext",
                        "san=dns:shop.test",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(STORE))
                .redirectErrorStream(true)
                .start();
        var said = new String(made.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, STORE);
            return trusted(store);
        } finally {
            Files.delete(file);
            Files.delete(directory);
        }
    }

    /** Its own certificate is an anchor of trust as well. */
    private static KeyStore trusted(KeyStore store) throws GeneralSecurityException {
        store.setCertificateEntry("anchor", store.getCertificate("shop"));
        return store;
    }
}
