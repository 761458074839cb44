package downbeat.drops.kill;

import downbeat.drops.stage.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts processes that are to be killed. */
final class Victim {
    private Victim() {}

    /** @param arguments of {@code main} after those that say where the data and the database are */
    static Process start(World world, Class<?> main, String... arguments) throws IOException {
        var settings = world.settings();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                settings.data().toString(),
                settings.database().url(),
                settings.database().user(),
                settings.database().password()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
