package downbeat.web.identity.domain;

import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.Set;

/** What can be asked of an account. Passwords arrive hashed: rules do no cryptography. */
public sealed interface AccountCommand {

    record Register(EmailAddress email, String name, Set<Role> roles, ParticipantId participant, String passwordHash)
            implements AccountCommand {
        public Register {
            roles = Set.copyOf(roles);
        }

        @Override
        public String toString() {
            return "Register[" + email + ", " + roles + "]";
        }
    }

    /** The password has been found right: a device is signed in until then. */
    record OpenSession(String session, Instant until) implements AccountCommand {}

    record CloseSession(String session) implements AccountCommand {}

    record Rename(String name) implements AccountCommand {}

    /** The roles are these from now on; at least one. */
    record AssignRoles(Set<Role> roles) implements AccountCommand {
        public AssignRoles {
            roles = Set.copyOf(roles);
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("roles must not be empty");
            }
        }
    }
}
