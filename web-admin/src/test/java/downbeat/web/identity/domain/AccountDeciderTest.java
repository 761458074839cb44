package downbeat.web.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.ParticipantId;
import downbeat.kernel.spec.DeciderSpec;
import downbeat.web.identity.domain.AccountCommand.AssignRoles;
import downbeat.web.identity.domain.AccountCommand.CloseSession;
import downbeat.web.identity.domain.AccountCommand.OpenSession;
import downbeat.web.identity.domain.AccountCommand.Register;
import downbeat.web.identity.domain.AccountCommand.Rename;
import downbeat.web.identity.domain.AccountEvent.AccountRegistered;
import downbeat.web.identity.domain.AccountEvent.AccountRenamed;
import downbeat.web.identity.domain.AccountEvent.RolesAssigned;
import downbeat.web.identity.domain.AccountEvent.SessionClosed;
import downbeat.web.identity.domain.AccountEvent.SessionOpened;
import downbeat.web.identity.domain.AccountRefusal.EmailTaken;
import downbeat.web.identity.domain.AccountRefusal.NoSuchAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountDeciderTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant MIDNIGHT = NOON.plus(Duration.ofHours(12));
    private static final EmailAddress EMAIL = new EmailAddress("mia@example.org");
    private static final ParticipantId MIA = new ParticipantId("m-1");

    private final DeciderSpec<AccountCommand, AccountEvent, Account, AccountReply> account =
            DeciderSpec.of(new AccountDecider(), NOON);

    @Test
    void an_address_is_registered_once() {
        account.when(register()).then(registered());
        account.given(registered()).when(register()).refuses(new EmailTaken());
    }

    @Test
    void nobody_signs_in_to_an_address_without_account() {
        account.when(new OpenSession("s1", MIDNIGHT)).refuses(new NoSuchAccount());
    }

    @Test
    void a_session_opens_and_closes_and_closing_again_changes_nothing() {
        var opened = new SessionOpened("s1", MIDNIGHT, NOON);
        account.given(registered()).when(new OpenSession("s1", MIDNIGHT)).then(opened);
        account.given(registered(), opened).when(new CloseSession("s1")).then(new SessionClosed("s1", NOON));
        account.given(registered(), opened, new SessionClosed("s1", NOON))
                .when(new CloseSession("s1"))
                .thenNothing();
    }

    @Test
    void the_oldest_session_makes_room_and_expired_ones_are_forgotten() {
        var many = IntStream.rangeClosed(0, AccountDecider.MOST_SESSIONS)
                .<AccountEvent>mapToObj(i -> new SessionOpened("s" + i, MIDNIGHT, NOON))
                .toList();
        var full = (Account.Registered) account.given(registered()).given(many).state();
        assertThat(full.sessions()).hasSize(AccountDecider.MOST_SESSIONS).noneMatch(s -> s.id().equals("s0"));

        var later = (Account.Registered) account.given(registered())
                .given(many)
                .given(new SessionOpened("new", MIDNIGHT.plusSeconds(60), MIDNIGHT))
                .state();
        assertThat(later.sessions()).extracting(Account.Session::id).containsExactly("new");
    }

    @Test
    void a_new_name_is_a_fact_and_the_same_name_is_none() {
        account.given(registered()).when(new Rename("Mia K.")).then(new AccountRenamed("Mia K.", NOON));
        account.given(registered()).when(new Rename("Mia")).thenNothing();
    }

    @Test
    void roles_are_assigned_once_and_may_be_taken_again() {
        var staff = new RolesAssigned(Set.of(Role.STAFF, Role.MEMBER), NOON);
        account.given(registered()).when(new AssignRoles(staff.roles())).then(staff);
        account.given(registered(), staff).when(new AssignRoles(staff.roles())).thenNothing();
        account.given(registered(), staff)
                .when(new AssignRoles(Set.of(Role.MEMBER)))
                .then(new RolesAssigned(Set.of(Role.MEMBER), NOON));
        account.when(new AssignRoles(Set.of(Role.ADMIN))).refuses(new NoSuchAccount());
    }

    @Test
    void one_address_has_one_spelling() {
        assertThat(new EmailAddress("  MIA@Example.ORG ")).isEqualTo(EMAIL);
    }

    private static Register register() {
        return new Register(EMAIL, "Mia", Set.of(Role.MEMBER), MIA, "$argon2id$…");
    }

    private static AccountRegistered registered() {
        return new AccountRegistered(EMAIL, "Mia", Set.of(Role.MEMBER), MIA, "$argon2id$…", NOON);
    }
}
