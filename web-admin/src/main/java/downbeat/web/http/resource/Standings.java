package downbeat.web.http.resource;

import downbeat.popups.domain.kind.Standing;
import downbeat.web.identity.Caller;
import downbeat.web.identity.domain.Role;

/** What an account is to those who sell tickets. */
final class Standings {
    private Standings() {}

    static Standing of(Caller caller) {
        if (caller.roles().contains(Role.STAFF)) {
            return Standing.STAFF;
        }
        return caller.roles().contains(Role.MEMBER) ? Standing.MEMBER : Standing.GUEST;
    }
}
