package downbeat.web.command;

import downbeat.cluster.node.NodeSettings;
import downbeat.cluster.node.NodeStartException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Preflight. */
@Command(
        name = "check",
        description = "Tell whether this machine and configuration will do, without starting a node.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private final StartOptions options = new StartOptions();

    @Override
    public Integer call() {
        NodeSettings settings;
        try {
            settings = options.settings();
        } catch (NodeStartException e) {
            return print(List.of(Checks.java(), Finding.fail("configuration", String.valueOf(e.getMessage()))));
        }
        return print(Checks.all(settings));
    }

    private static int print(List<Finding> findings) {
        findings.forEach(f -> System.out.printf("%-4s  %-14s  %s%n", f.ok() ? "ok" : "fail", f.what(), f.detail()));
        return findings.stream().allMatch(Finding::ok) ? 0 : 1;
    }
}
