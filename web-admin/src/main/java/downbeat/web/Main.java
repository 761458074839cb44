package downbeat.web;

import downbeat.cluster.node.NodeStartException;
import downbeat.web.command.CheckCommand;
import downbeat.web.command.DemoCommand;
import downbeat.web.command.ServeCommand;
import downbeat.web.rehearse.RehearseCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one program: {@code downbeat serve|demo|rehearse|check}. */
@Command(
        name = "downbeat",
        description = "The engine behind live hybrid classes.",
        mixinStandardHelpOptions = true,
        version = "Downbeat 0.1.0",
        subcommands = {ServeCommand.class, DemoCommand.class, RehearseCommand.class, CheckCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Akka's and our own loggers must not print a banner or a stack trace where a script reads one line.
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof NodeStartException sentence) {
                command.getErr().println(sentence.getMessage());
                return 1;
            }
            throw e;
        });
    }
}
