package downbeat.web.http.operation;

import downbeat.web.http.problem.ProblemType;
import downbeat.web.identity.Caller;
import downbeat.web.identity.domain.Role;
import java.util.Optional;

/** Who may call an operation. Whether an object is the caller's own is a matter of the object, and answered with 404. */
public enum Access {
    /** Everybody, signed in or not. */
    ANYONE,
    /** Everybody who has signed in. */
    SIGNED_IN,
    MEMBER(Role.MEMBER),
    TRAINER(Role.TRAINER),
    /** A trainer, and only for what is the trainer's own: anything else does not exist for the caller. */
    OWNER(Role.TRAINER),
    ADMIN(Role.ADMIN);

    private final Optional<Role> role;

    Access() {
        this.role = Optional.empty();
    }

    Access(Role role) {
        this.role = Optional.of(role);
    }

    /** Lets the caller pass or ends the request with 401 or 403. */
    public void check(Optional<Caller> caller) {
        if (this == ANYONE) {
            return;
        }
        var who = caller.orElseThrow(() -> ProblemType.SIGN_IN_REQUIRED
                .saying("Sign in at POST /api/v1/session and send its cookie or its token as Authorization: Bearer.")
                .with("WWW-Authenticate", "Bearer")
                .asException());
        role.filter(needed -> !who.roles().contains(needed)).ifPresent(missing -> {
            throw ProblemType.ROLE_REQUIRED
                    .saying("This needs the role " + missing + "; your account has " + who.roles() + ".")
                    .asException();
        });
    }
}
