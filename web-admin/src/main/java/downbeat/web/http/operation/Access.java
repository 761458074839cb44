package downbeat.web.http.operation;

import downbeat.web.door.DoorSession;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.identity.Caller;
import downbeat.web.identity.domain.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may call an operation. Whether an object is the caller's own is a matter of the object, and answered with 404. */
public enum Access {
    /** Everybody, signed in or not. */
    ANYONE,
    /**
     * Whoever has the link: the token in it says what may be done, so that neither a session nor the site that a request comes from
     * counts.
     */
    LINK,
    /** Everybody who has signed in. */
    SIGNED_IN,
    MEMBER(Role.MEMBER),
    TRAINER(Role.TRAINER),
    /** A trainer, and only for what is the trainer's own: anything else does not exist for the caller. */
    OWNER(Role.TRAINER),
    /** The same, or an administrator, for whom everybody's own is there. */
    OWNER_OR_ADMIN(Role.TRAINER, Role.ADMIN),
    /** A trainer or an administrator, each for what is the caller's own: anything else does not exist for the caller. */
    TRAINER_OR_ADMIN(Role.TRAINER, Role.ADMIN),
    ORGANIZER(Role.ORGANIZER),
    /** An organizer, and only for pop-ups of the organizer's own: anything else does not exist for the caller. */
    HOST(Role.ORGANIZER),
    /** The same, or a device at the door of that pop-up: a door session of another pop-up finds nothing here. */
    DOOR(Role.ORGANIZER),
    ADMIN(Role.ADMIN);

    /** Any of them will do. */
    @SuppressWarnings("ImmutableEnumChecker") // a copy nobody can change
    private final List<Role> roles;

    Access(Role... roles) {
        this.roles = List.of(roles);
    }

    /** Lets the caller pass or ends the request with 401 or 403. */
    public void check(Optional<Caller> caller, Optional<DoorSession> door) {
        if (this == ANYONE || this == LINK || (this == DOOR && door.isPresent())) {
            return;
        }
        var who = caller.orElseThrow(() -> ProblemType.SIGN_IN_REQUIRED
                .saying("Sign in at POST /api/v1/session and send its cookie or its token as Authorization: Bearer.")
                .with("WWW-Authenticate", "Bearer")
                .asException());
        if (this != SIGNED_IN && roles.stream().noneMatch(who.roles()::contains)) {
            var needed = roles.stream().map(Role::name).collect(Collectors.joining(" or "));
            throw ProblemType.ROLE_REQUIRED
                    .saying("This needs the role " + needed + "; your account has " + who.roles() + ".")
                    .asException();
        }
    }
}
