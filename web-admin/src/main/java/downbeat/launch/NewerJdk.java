package downbeat.launch;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Looks for an installed Java that is new enough: JAVA_HOME first, then the usual folders of Linux and macOS. */
final class NewerJdk {
    static final int NEEDED = 21;

    private NewerJdk() {}

    /** The {@code java} of the newest installed JDK from {@value #NEEDED} on, if there is one. */
    static Optional<File> find() {
        @Nullable File best = null;
        int newest = NEEDED - 1;
        for (File home : homes()) {
            int version = version(new File(home, "release"));
            File java = new File(home, "bin/java");
            if (version > newest && java.canExecute()) {
                newest = version;
                best = java;
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<File> homes() {
        List<File> homes = new ArrayList<>();
        String named = System.getenv("JAVA_HOME");
        if (named != null) {
            homes.add(new File(named));
        }
        for (String place :
                new String[] {"/usr/lib/jvm", System.getProperty("user.home") + "/.sdkman/candidates/java"}) {
            Collections.addAll(homes, children(place));
        }
        for (File bundle : children("/Library/Java/JavaVirtualMachines")) {
            homes.add(new File(bundle, "Contents/Home"));
        }
        return homes;
    }

    private static File[] children(String folder) {
        File[] found = new File(folder).listFiles(File::isDirectory);
        return found == null ? new File[0] : found;
    }

    /** The feature number in a JDK's {@code release} file, 0 when it cannot be told. */
    static int version(File release) {
        Properties facts = new Properties();
        try (InputStream in = new FileInputStream(release)) {
            facts.load(in);
            String quoted = facts.getProperty("JAVA_VERSION", "0").replace("\"", "");
            return Runtime.Version.parse(quoted).feature();
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        }
    }
}
