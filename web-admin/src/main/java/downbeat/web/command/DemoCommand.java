package downbeat.web.command;

import downbeat.web.node.WebNode;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A node with people and classes in it. */
@Command(
        name = "demo",
        description =
                "Run a node with a demo world: a trainer, an organizer, members, a class whose lobby is open and a pop-up.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final StartOptions options = new StartOptions();

    @Override
    public Integer call() {
        return Service.run(options.settings(), node -> CompletableFuture.runAsync(() -> present(node)));
    }

    private static void present(WebNode node) {
        var made = new DemoWorld(node.node().context()).make();
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
        System.out.println();
    }
}
