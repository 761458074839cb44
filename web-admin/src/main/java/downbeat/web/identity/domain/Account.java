package downbeat.web.identity.domain;

import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is known of an account. */
public sealed interface Account {

    /** Nobody has registered under this address. */
    record Unclaimed() implements Account {}

    /**
     * Somebody's account.
     *
     * @param passwordHash Argon2id in PHC form, never shown
     * @param sessions open sessions, oldest first, at most {@link AccountDecider#MOST_SESSIONS}
     */
    record Registered(
            EmailAddress email,
            String name,
            Set<Role> roles,
            ParticipantId participant,
            String passwordHash,
            List<Session> sessions)
            implements Account {

        public Registered {
            roles = Set.copyOf(roles);
            sessions = List.copyOf(sessions);
        }

        Registered withName(String newName) {
            return new Registered(email, newName, roles, participant, passwordHash, sessions);
        }

        Registered withRoles(Set<Role> newRoles) {
            return new Registered(email, name, newRoles, participant, passwordHash, sessions);
        }

        Registered opening(Session session) {
            var open = new ArrayList<>(sessions);
            open.removeIf(s -> !s.until().isAfter(session.since()) || s.id().equals(session.id()));
            open.add(session);
            var surplus = Math.max(0, open.size() - AccountDecider.MOST_SESSIONS);
            return new Registered(email, name, roles, participant, passwordHash, open.subList(surplus, open.size()));
        }

        Registered closing(String sessionId) {
            var open = sessions.stream().filter(s -> !s.id().equals(sessionId)).toList();
            return new Registered(email, name, roles, participant, passwordHash, open);
        }
    }

    /**
     * A device that is signed in.
     *
     * @param since inclusive
     * @param until exclusive
     */
    record Session(String id, Instant since, Instant until) {}
}
