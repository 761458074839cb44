package downbeat.web.rehearse;

import downbeat.web.rehearse.stage.Account;
import downbeat.web.rehearse.stage.ApiException;
import downbeat.web.rehearse.stage.Cast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The accounts a rehearsal signs in to, for servers where not everybody may register. Passwords come from files only: a command line is seen by others. */
final class CastOptions {
    @Option(
            names = "--trainer",
            paramLabel = "EMAIL",
            description =
                    "Signs this trainer in instead of registering one; needs --url and --password-file. The workout is taken out of the trainer's library again; the class stays.")
    private @Nullable String trainer;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "The first line is the password of --trainer.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--member-list",
            paramLabel = "FILE",
            description =
                    "Signs these members in instead of registering them; needs --url. A line is an e-mail address, a space and a password; empty lines and lines that begin with # do not count.")
    private @Nullable Path memberList;

    /**
     * Reads the files.
     *
     * @param ownNode whether the rehearsal starts a node, on which nobody has an account
     * @param members how many are needed of a list
     * @throws ApiException naming the option, if the options do not fit together or a file cannot be used
     */
    Cast cast(boolean ownNode, int members) {
        check(!ownNode || (trainer == null && memberList == null), "--trainer and --member-list need --url");
        check((trainer == null) == (passwordFile == null), "--trainer and --password-file go together");
        var listed = memberList == null ? List.<Account>of() : listed(memberList);
        check(
                memberList == null || listed.size() >= members,
                "--member-list has %d members, --members asks for %d".formatted(listed.size(), members));
        return new Cast(Optional.ofNullable(trainer).map(this::withPassword), listed);
    }

    private Account withPassword(String email) {
        var file = java.util.Objects.requireNonNull(passwordFile);
        var password = lines("--password-file", file).stream().findFirst().orElse("");
        check(!password.isBlank(), "the first line of --password-file %s is empty".formatted(file));
        return new Account(email, password);
    }

    private static List<Account> listed(Path file) {
        var accounts = new ArrayList<Account>();
        var lines = lines("--member-list", file);
        for (int n = 0; n < lines.size(); n++) {
            var line = lines.get(n).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                var parts = line.split("\\s+", 2);
                check(parts.length == 2, "line %d of --member-list lacks a password".formatted(n + 1));
                accounts.add(new Account(parts[0], parts[1]));
            }
        }
        return accounts;
    }

    private static List<String> lines(String option, Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new ApiException("the file %s cannot be read; check %s".formatted(file, option));
        }
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new ApiException(sentence);
        }
    }
}
