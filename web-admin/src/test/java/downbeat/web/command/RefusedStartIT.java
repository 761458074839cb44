package downbeat.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A start that cannot work ends soon with one sentence and a status that is not 0, and {@code check} says the same sentence
 * before.
 */
class RefusedStartIT {
    /** A whole start takes longer on a machine that is busy with other things. */
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    @Test
    void a_taken_port_for_members() throws Exception {
        try (ServerSocket taken = occupied()) {
            String sentence = refused(Map.of(), "--port", port(taken));
            assertThat(sentence)
                    .startsWith("Port " + port(taken) + " of 127.0.0.1 cannot be opened for HTTP")
                    .contains("--port");
            assertThat(folder.resolve("data/downbeat.mv.db"))
                    .as("nothing else was begun")
                    .doesNotExist();
        }
    }

    @Test
    void a_taken_port_for_the_other_nodes() throws Exception {
        try (ServerSocket taken = occupied()) {
            assertThat(refused(Map.of("DOWNBEAT_NODE_PORT", port(taken))))
                    .startsWith("Port " + port(taken) + " of 127.0.0.1 cannot be opened for the other nodes")
                    .contains("downbeat.node.port");
            assertThat(folder.resolve("data/downbeat.mv.db"))
                    .as("nothing else was begun")
                    .doesNotExist();
        }
    }

    @Test
    void a_database_nobody_answers_for() throws Exception {
        String url;
        try (ServerSocket free = occupied()) {
            url = "jdbc:postgresql://127.0.0.1:" + port(free) + "/downbeat";
        }
        assertThat(refused(Map.of("DOWNBEAT_DATABASE_URL", url + "?password=secret")))
                .startsWith("The database " + url + " does not answer (")
                .contains("downbeat.database.url")
                .doesNotContain("secret");
    }

    @Test
    void a_host_that_does_not_exist() throws Exception {
        assertThat(refused(Map.of("DOWNBEAT_DATABASE_URL", "jdbc:postgresql://nowhere.invalid/downbeat")))
                .startsWith("The database jdbc:postgresql://nowhere.invalid/downbeat does not answer (unknown host");
    }

    @Test
    void a_wrong_password_and_a_database_that_is_not_there() throws Exception {
        Path hba = Files.writeString(
                folder.resolve("pg_hba.conf"),
                "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
        Files.setPosixFilePermissions(
                folder,
                java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x")); // for PostgreSQL's account
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", hba.toString())
                .start()) {
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE ROLE downbeat LOGIN PASSWORD 'right'");
            }
            String server = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/";
            assertThat(refused(Map.of(
                            "DOWNBEAT_DATABASE_URL", server + "postgres", "DOWNBEAT_DATABASE_PASSWORD", "wrong")))
                    .contains("password authentication failed")
                    .contains("user and password")
                    .doesNotContain("wrong");
            assertThat(refused(
                            Map.of("DOWNBEAT_DATABASE_URL", server + "missing", "DOWNBEAT_DATABASE_PASSWORD", "right")))
                    .contains("database \"missing\" does not exist");
        }
    }

    @Test
    void a_database_of_another_kind() throws Exception {
        assertThat(refused(Map.of("DOWNBEAT_DATABASE_URL", "jdbc:mysql://127.0.0.1/x")))
                .startsWith("downbeat.database.url must begin with jdbc:h2: or jdbc:postgresql:");
    }

    @Test
    void a_data_directory_another_process_uses() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (var other = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("downbeat"), "downbeat", "")) {
            assertThat(refused(Map.of()))
                    .contains("does not answer")
                    .endsWith("another process uses it, stop that one or choose another directory with --data.");
            assertThat(other.isValid(1)).isTrue();
        }
    }

    @Test
    void a_data_directory_that_cannot_be_written_to() throws Exception {
        Path below = Files.createFile(folder.resolve("file")).resolve("below");
        assertThat(refused(Map.of("DOWNBEAT_DATA", below.toString()), "--data", below.toString()))
                .startsWith("The data directory " + below + " cannot be written to (Not a directory)")
                .contains("--data");
    }

    @Test
    void a_configuration_that_is_not_there_or_cannot_be_read() throws Exception {
        assertThat(refused(Map.of(), "--config", "none.conf"))
                .startsWith("The configuration file none.conf cannot be read");
        Files.writeString(folder.resolve("broken.conf"), "downbeat { http.port = ");
        assertThat(refused(Map.of(), "--config", "broken.conf")).startsWith("The configuration cannot be used:");
    }

    @Test
    void an_unknown_command_and_an_unknown_option() throws Exception {
        EndedProcess command = run(Map.of(), List.of("swerve"));
        assertThat(oneSentence(command)).contains("'swerve'").contains("downbeat --help");
        EndedProcess option = run(Map.of(), List.of("serve", "--prot", "8080"));
        assertThat(oneSentence(option)).contains("'--prot'").contains("downbeat serve --help");
        EndedProcess number = run(Map.of(), List.of("serve", "--port", "eighty"));
        assertThat(oneSentence(number)).contains("--port").contains("'eighty'");
    }

    /** The sentence with which {@code serve} ended, after {@code check} has said it too. */
    private String refused(Map<String, String> environment, String... options) throws Exception {
        String sentence = oneSentence(run(environment, command("serve", options)));
        EndedProcess check = run(environment, command("check", options));
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.err()).isEmpty();
        assertThat(check.out())
                .filteredOn(line -> line.startsWith("fail"))
                .as("what check says")
                .singleElement()
                .asString()
                .endsWith(sentence);
        return sentence;
    }

    private List<String> command(String name, String... options) {
        List<String> command = new ArrayList<>(List.of(name));
        List<String> given = List.of(options);
        if (!given.contains("--port")) {
            command.addAll(List.of("--port", "0"));
        }
        command.addAll(given);
        return command;
    }

    private EndedProcess run(Map<String, String> environment, List<String> arguments) throws Exception {
        return EndedProcess.of(folder, environment, arguments);
    }

    private static String oneSentence(EndedProcess ended) {
        assertThat(ended.status()).as("exit status").isNotZero();
        assertThat(ended.out()).as("standard output").isEmpty();
        assertThat(ended.took()).isLessThan(SOON);
        assertThat(ended.err()).as("standard error").hasSize(1);
        assertThat(ended.err().getFirst()).endsWith(".");
        return ended.err().getFirst();
    }

    private static ServerSocket occupied() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static String port(ServerSocket socket) {
        return Integer.toString(socket.getLocalPort());
    }
}
