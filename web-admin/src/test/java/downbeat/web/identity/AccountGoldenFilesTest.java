package downbeat.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.cluster.wire.Json;
import downbeat.kernel.ParticipantId;
import downbeat.web.identity.domain.Account;
import downbeat.web.identity.domain.AccountCommand;
import downbeat.web.identity.domain.AccountEvent;
import downbeat.web.identity.domain.EmailAddress;
import downbeat.web.identity.domain.Role;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What accounts store and are told across nodes, against files written when each form was new: an old line must read for ever. */
class AccountGoldenFilesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-25T00:00:00Z");
    private static final EmailAddress MIA = new EmailAddress("mia@example.org");
    private static final ParticipantId MEMBER = new ParticipantId("m-1");
    private static final String HASH = "$argon2id$hash";

    @Test
    void every_event_is_stored_as_its_golden_line_and_read_from_it() throws IOException {
        hold(
                "account-events",
                AccountEvent.class,
                List.of(
                        new AccountEvent.AccountRegistered(MIA, "Mia", Set.of(Role.MEMBER), MEMBER, HASH, NOON),
                        new AccountEvent.SessionOpened("s-1", MIDNIGHT, NOON),
                        new AccountEvent.SessionClosed("s-1", NOON),
                        new AccountEvent.AccountRenamed("Mia M.", NOON),
                        new AccountEvent.RolesAssigned(Set.of(Role.TRAINER), NOON)));
    }

    @Test
    void every_state_is_kept_as_its_golden_line_and_read_from_it() throws IOException {
        var session = new Account.Session("s-1", NOON, MIDNIGHT);
        hold(
                "account-states",
                Account.class,
                List.of(
                        new Account.Unclaimed(),
                        new Account.Registered(MIA, "Mia", Set.of(Role.MEMBER), MEMBER, HASH, List.of(session))));
    }

    @Test
    void every_command_travels_as_its_golden_line_and_is_read_from_it() throws IOException {
        hold(
                "account-commands",
                AccountCommand.class,
                List.of(
                        new AccountCommand.Register(MIA, "Mia", Set.of(Role.MEMBER), MEMBER, HASH),
                        new AccountCommand.OpenSession("s-1", MIDNIGHT),
                        new AccountCommand.CloseSession("s-1"),
                        new AccountCommand.Rename("Mia M."),
                        new AccountCommand.AssignRoles(Set.of(Role.TRAINER))));
    }

    private static <T> void hold(String file, Class<T> root, List<? extends T> samples) throws IOException {
        assertThat(samples.stream().<Class<?>>map(Object::getClass))
                .as("a sample of every kind")
                .containsAll(Arrays.stream(root.getPermittedSubclasses())
                        .filter(type -> root.isAssignableFrom(type))
                        .toList());
        var golden = golden(file);
        assertThat(golden).hasSameSizeAs(samples);
        for (var line = 0; line < samples.size(); line++) {
            var sample = samples.get(line);
            JsonNode written =
                    Json.mapper().readTree(Json.mapper().writerFor(root).writeValueAsBytes(sample));
            assertThat(written).as("as written today").isEqualTo(golden.get(line));
            assertThat(Json.mapper().treeToValue(golden.get(line), root))
                    .as("as read today")
                    .isEqualTo(sample);
        }
    }

    private static JsonNode golden(String name) throws IOException {
        try (var file = AccountGoldenFilesTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            assertThat(file).as("golden/%s.json in the test resources", name).isNotNull();
            return Json.mapper().readTree(file);
        }
    }
}
