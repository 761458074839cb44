package downbeat.web.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** What the command {@code rehearse} left: its exit status and the JSON object it printed. */
record RehearsalRun(int exit, JsonNode report) {

    static RehearsalRun of(String... arguments) throws IOException {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            int exit = new CommandLine(new RehearseCommand()).execute(arguments);
            String json = printed.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .findFirst()
                    .orElse("{}");
            return new RehearsalRun(exit, new ObjectMapper().readTree(json));
        } finally {
            System.setOut(out);
        }
    }
}
