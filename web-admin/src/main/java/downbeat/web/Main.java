package downbeat.web;

import downbeat.cluster.node.NodeStartException;
import downbeat.web.command.CheckCommand;
import downbeat.web.command.DemoCommand;
import downbeat.web.command.ServeCommand;
import downbeat.web.rehearse.RehearseCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

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

    /** One sentence, not a page of help. */
    private static int misunderstood(ParameterException e, String[] args) {
        var command = e.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + e.getMessage() + ". See " + name + " --help.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Main::misunderstood)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof NodeStartException sentence) {
                        command.getErr().println(sentence.getMessage());
                        return 1;
                    }
                    throw e;
                });
    }
}
