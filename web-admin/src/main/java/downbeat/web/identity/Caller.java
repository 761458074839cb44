package downbeat.web.identity;

import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import downbeat.web.identity.domain.Role;
import java.util.Set;

/** Somebody who has signed in, as found anew with every request. */
public record Caller(AccountId account, ParticipantId participant, String name, Set<Role> roles, String session) {
    public Caller {
        roles = Set.copyOf(roles);
    }
}
