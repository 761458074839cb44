package downbeat.web.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.web.rehearse.stage.Account;
import downbeat.web.rehearse.stage.ApiException;
import downbeat.web.rehearse.stage.Cast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CastOptionsTest {
    @TempDir
    Path directory;

    /** A command of nothing but these options. */
    @Command
    private static final class Only {
        @CommandLine.Mixin
        private CastOptions options = new CastOptions();
    }

    private static Cast read(boolean ownNode, int members, String... arguments) {
        var only = new Only();
        new CommandLine(only).parseArgs(arguments);
        return only.options.cast(ownNode, members);
    }

    private String file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "file", ""), text)
                .toString();
    }

    @Test
    void without_options_everybody_registers() {
        assertThat(read(true, 5)).isEqualTo(Cast.NEWCOMERS);
    }

    @Test
    void the_first_line_of_the_file_is_the_password_as_it_stands() throws IOException {
        var cast = read(false, 5, "--trainer", "t@example.org", "--password-file", file(" with space \nnot this\n"));
        assertThat(cast.trainer()).contains(new Account("t@example.org", " with space "));
        assertThat(cast.members()).isEmpty();
    }

    @Test
    void a_list_has_one_member_a_line() throws IOException {
        var cast = read(false, 2, "--member-list", file("# who\n\na@example.org one two\n  b@example.org\tthree\n"));
        assertThat(cast.members())
                .containsExactly(new Account("a@example.org", "one two"), new Account("b@example.org", "three"));
    }

    @Test
    void a_password_is_never_shown() {
        assertThat(new Account("t@example.org", "secret").toString()).doesNotContain("secret");
    }

    @Test
    void what_does_not_fit_together_is_said_by_the_name_of_the_option() throws IOException {
        var password = file("secret-word\n");
        refused("--url", true, "--trainer", "t@example.org", "--password-file", password);
        refused("--url", true, "--member-list", file("a@example.org x\nb@example.org y\n"));
        refused("--password-file", false, "--trainer", "t@example.org");
        refused("--trainer", false, "--password-file", password);
        refused("first line", false, "--trainer", "t@example.org", "--password-file", file("\n"));
        refused("check --password-file", false, "--trainer", "t", "--password-file", directory + "/none");
        refused("check --member-list", false, "--member-list", directory + "/none");
        refused("line 2 of --member-list", false, "--member-list", file("a@example.org x\nb@example.org\n"));
        refused("--member-list has 1 members, --members asks for 2", false, "--member-list", file("a@example.org x\n"));
    }

    private static void refused(String sentence, boolean ownNode, String... arguments) {
        assertThatThrownBy(() -> read(ownNode, 2, arguments))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("secret-word");
    }
}
