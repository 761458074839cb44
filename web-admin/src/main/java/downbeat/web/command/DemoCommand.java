package downbeat.web.command;

import downbeat.cluster.node.NodeSettings;
import downbeat.web.node.WebNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A node with people and classes in it. */
@Command(
        name = "demo",
        description =
                "Run a node with a demo world: a trainer, an organizer, members, a class whose lobby is open, a pop-up, and a drop with a shop that is told of it.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final String PRIVATE_ENDPOINTS = "downbeat.webhooks.private-endpoints";

    @Mixin
    private final StartOptions options = new StartOptions();

    @Override
    public Integer call() throws IOException {
        try (var shop = DemoShop.open()) {
            return Service.run(
                    telling(options.settings(), shop), node -> CompletableFuture.runAsync(() -> present(node, shop)));
        }
    }

    /** The shop is on this machine, where nothing else may be told. */
    static NodeSettings telling(NodeSettings settings, DemoShop shop) {
        var endpoints = new ArrayList<>(settings.config().getStringList(PRIVATE_ENDPOINTS));
        endpoints.add(shop.url());
        return settings.with(PRIVATE_ENDPOINTS, endpoints);
    }

    private static void present(WebNode node, DemoShop shop) {
        var made = new DemoWorld(node.node().context()).make(shop);
        System.out.println("The demo world. Every password is " + DemoWorld.PASSWORD);
        System.out.println();
        DemoWorld.PEOPLE.forEach(p -> System.out.printf("  %-10s %-20s %s%n", p.role(), p.email(), p.name()));
        System.out.println();
        System.out.println("  classes          " + node.url() + "/");
        System.out.println("  sign in          " + node.url() + "/signin");
        System.out.println(
                "  trainer's console " + node.url() + "/console/" + made.lobby().value());
        System.out.println(
                "  a member's room  " + node.url() + "/room/" + made.lobby().value());
        System.out.println(
                "  a pop-up         " + node.url() + "/pop-ups/" + made.popUp().value());
        System.out.println(
                "  a drop           " + node.url() + "/drops/" + made.drop().value());
        System.out.println("  its webhook      " + node.url() + "/webhooks");
        System.out.println();
    }
}
