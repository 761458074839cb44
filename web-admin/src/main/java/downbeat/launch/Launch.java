package downbeat.launch;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The jar's entry point, compiled for Java 11 so that an older Java can still say something useful. On Java 21 or
 * newer it calls {@code downbeat.web.Main}; on an older one it starts the same command line on an installed newer
 * JDK, or names what is missing in one sentence and ends with status 2.
 */
public final class Launch {
    private static final String MAIN = "downbeat.web.Main";
    /** Set in the child that an older Java started: the process id that the child must not outlive. */
    static final String PARENT = "downbeat.launch.parent";

    private Launch() {}

    public static void main(String[] args) throws Exception {
        if (Runtime.version().feature() >= NewerJdk.NEEDED) {
            endWithParent();
            Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
            return;
        }
        Optional<File> java = NewerJdk.find();
        if (java.isEmpty()) {
            System.err.println("Downbeat needs Java " + NewerJdk.NEEDED + " or newer, this is "
                    + System.getProperty("java.version")
                    + ": install a newer JDK or set JAVA_HOME to one (none was found there or under /usr/lib/jvm).");
            System.exit(2);
        }
        System.exit(startOn(java.get(), args));
    }

    /** Runs the same command line on another Java, passes signals that end this process on, returns its status. */
    private static int startOn(File java, String[] args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java.getPath());
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Launch.class.getName());
        Collections.addAll(command, args);
        Process child = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(child), "end-child"));
        return child.waitFor();
    }

    private static void end(Process child) {
        child.destroy();
        try {
            child.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A killed parent must not leave a node running that nobody sees. */
    private static void endWithParent() {
        Long parent = Long.getLong(PARENT);
        if (parent != null) {
            Thread watch = new Thread(() -> awaitEnd(parent), "end-with-parent");
            watch.setDaemon(true);
            watch.start();
        }
    }

    private static void awaitEnd(long parent) {
        ProcessHandle.of(parent).ifPresent(p -> p.onExit().join());
        Runtime.getRuntime().halt(137);
    }
}
