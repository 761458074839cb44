package downbeat.web.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A node. */
@Command(
        name = "serve",
        description = "Run a node: an embedded H2 database by default, PostgreSQL and several nodes by configuration.",
        mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final StartOptions options = new StartOptions();

    @Override
    public Integer call() {
        return Service.run(options.settings(), node -> CompletableFuture.completedFuture(null));
    }
}
