package downbeat.web.identity.entity;

import downbeat.kernel.ParticipantId;
import downbeat.web.identity.domain.Role;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What others may read of an account. Stays inside the cluster: it carries the password hash for whoever checks sign-ins.
 *
 * @param sessions open sessions and when they end
 */
public record AccountCard(
        String email,
        String name,
        Set<Role> roles,
        ParticipantId participant,
        String passwordHash,
        Map<String, Instant> sessions) {

    @Override
    public String toString() {
        return "AccountCard[" + email + ", " + roles + "]";
    }
}
