package downbeat.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.cluster.node.NodeSettings;
import downbeat.web.node.WebNode;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.HookBodies;
import downbeat.web.stage.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's world, on a node of its own. */
class DemoTest {
    private static final String HOOK = HookBodies.ALL + "/" + DemoWebhook.ID.value();

    @TempDir
    Path data;

    @Test
    void the_trainers_shop_is_told_of_claims_at_this_start_and_the_next() throws Exception {
        for (int start = 1; start <= 2; start++) {
            try (var shop = DemoShop.open();
                    var node = node(shop)) {
                new DemoWorld(node.node().context()).make(shop);
                new DemoWorld(node.node().context()).make(shop);
                var tara = Visitor.signedIn(node.url(), "trainer@demo.test", DemoWorld.PASSWORD);
                var mia = Visitor.signedIn(node.url(), "mia@demo.test", DemoWorld.PASSWORD);
                var drop = DropBodies.open(tara, DropBodies.online("0".repeat(64) + ".png"));
                mia.post(DropBodies.ALL + "/" + drop + "/claims", DropBodies.DOWNLOAD)
                        .expecting(201);

                assertThat(tara.get(HookBodies.ALL).json().get("items")).hasSize(1);
                assertThat(tara.get(HOOK).expecting(200).json().get("url").asText())
                        .isEqualTo(shop.url());
                int told = 1 + start;
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> delivered(tara.get(HOOK + "/deliveries").json()) == told);
                refusesOthers(tara, shop);
            }
        }
    }

    private static long delivered(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .filter(it -> it.get("state").asText().equals("DELIVERED"))
                .count();
    }

    /** The way to the shop leads nowhere else, and the shop hears nobody else. */
    private static void refusesOthers(Visitor tara, DemoShop shop) throws Exception {
        for (var other : new String[] {
            shop.url() + "/more", shop.url().replace("127.0.0.1", "localhost"), "http://127.0.0.1:8080/hooks/downbeat"
        }) {
            tara.post(HookBodies.ALL, HookBodies.to(other)).expecting(400);
        }
        var forged = HttpRequest.newBuilder(URI.create(shop.url()))
                .headers("webhook-id", "x", "webhook-timestamp", "1", "webhook-signature", "v1,AAAA")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(forged, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(401);
        }
    }

    private WebNode node(DemoShop shop) {
        var settings = NodeSettings.parse("""
                downbeat {
                  node.port = 0
                  http.port = 0
                  identity.password { memory-kib = 64, iterations = 1 }
                  webhooks.every = 200 ms
                }
                """).withData(data);
        return WebNode.start(DemoCommand.telling(settings, shop))
                .toCompletableFuture()
                .join();
    }
}
