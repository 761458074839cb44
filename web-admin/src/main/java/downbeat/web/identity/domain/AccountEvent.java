package downbeat.web.identity.domain;

import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.Set;

/** Everything that ever happens to an account. */
public sealed interface AccountEvent {
    Instant at();

    record AccountRegistered(
            EmailAddress email,
            String name,
            Set<Role> roles,
            ParticipantId participant,
            String passwordHash,
            Instant at)
            implements AccountEvent {
        public AccountRegistered {
            roles = Set.copyOf(roles);
        }
    }

    record SessionOpened(String session, Instant until, Instant at) implements AccountEvent {}

    record SessionClosed(String session, Instant at) implements AccountEvent {}

    record AccountRenamed(String name, Instant at) implements AccountEvent {}

    record RolesAssigned(Set<Role> roles, Instant at) implements AccountEvent {
        public RolesAssigned {
            roles = Set.copyOf(roles);
        }
    }
}
