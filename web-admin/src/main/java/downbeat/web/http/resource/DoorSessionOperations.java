package downbeat.web.http.resource;

import downbeat.popups.domain.LifeRefusal;
import downbeat.popups.domain.Phase;
import downbeat.popups.domain.door.Device;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.entity.PopUpCard;
import downbeat.web.door.DoorSession;
import downbeat.web.door.DoorTokens;
import downbeat.web.door.Invitation;
import downbeat.web.door.Invitations;
import downbeat.web.door.Taking;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Client;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Sessions;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Refusals;
import downbeat.web.identity.token.Derived;
import downbeat.web.pass.QrPicture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** How volunteers come to a door without an account: an organizer invites their device, and its browser takes the invitation. */
public final class DoorSessionOperations {
    /** After the end of the pop-up, for uploads of devices that find a network late. */
    static final Duration AFTERWARDS = Duration.ofHours(24);

    private static final String INVITATION = "/api/v1/pop-ups/{id}/devices/{device}/invitation";
    private static final String SESSION = "/api/v1/door-session";
    private static final int LONGEST_CODE = 64;

    private final PopUpShelf shelf;
    private final Invitations invitations;
    private final DoorTokens tokens;
    private final Sessions sessions;
    private final Derived derived;
    private final Client clients;
    private final Clock clock;
    private final Executor blocking;

    /** What the sessions of doors are made of. */
    public record Doors(Invitations invitations, DoorTokens tokens, Sessions sessions, Derived derived) {}

    public DoorSessionOperations(PopUpShelf shelf, Doors doors, Client clients, Clock clock, Executor blocking) {
        this.shelf = shelf;
        this.invitations = doors.invitations();
        this.tokens = doors.tokens();
        this.sessions = doors.sessions();
        this.derived = doors.derived();
        this.clients = clients;
        this.clock = clock;
        this.blocking = blocking;
    }

    /**
     * @param url of the page that takes the invitation, on this node
     * @param picture the whole address as a QR code in a data: URL, for the camera of the one who is invited
     */
    record InvitationJson(String url, String picture, Instant expiresAt) {
        static InvitationJson of(String base, String code, Instant expiresAt) {
            var url = "/door/" + code;
            var png = Base64.getEncoder().encodeToString(QrPicture.png(base + url));
            return new InvitationJson(url, "data:image/png;base64," + png, expiresAt);
        }
    }

    record DoorSessionJson(String popUp, String device, String name, boolean supervisor, Instant expiresAt) {
        static DoorSessionJson of(DoorSession session, Device device) {
            return new DoorSessionJson(
                    session.popUp().value(),
                    session.device().value(),
                    device.name(),
                    session.supervisor(),
                    session.expiresAt());
        }
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("inviteDevice", INVITATION, Access.HOST, Takes.JSON, this::invite),
                Operation.post("openDoorSession", SESSION, Access.ANYONE, Takes.JSON, this::open)
                        .allowing(Allowance.SIGN_IN_BY_ADDRESS),
                Operation.get("showDoorSession", SESSION, Access.ANYONE, this::show),
                Operation.delete("endDoorSession", SESSION, Access.ANYONE, this::end));
    }

    /** With an idempotency key the code follows from the key, so that a repeat shows the same one. */
    private CompletionStage<Answer> invite(Call call) {
        var supervisor = call.form().only("supervisor").flag("supervisor", false);
        var device = call.id("device", DeviceId::new);
        var code = derived.name(
                "i",
                call.key()
                        .map(key -> key.value())
                        .orElseGet(() -> UUID.randomUUID().toString()),
                device.value());
        return shelf.own(call)
                .thenApplyAsync(
                        found -> {
                            PopUpShelf.refuseRevoked(
                                    PopUpShelf.device(found.card(), device).orElseThrow(Call::notFound));
                            refuseOver(found.card());
                            return invitations.issue(
                                    code,
                                    found.id(),
                                    device,
                                    supervisor,
                                    call.me().account());
                        },
                        blocking)
                .thenApply(invitation -> Answer.created(
                        call.request().getUri().path().replaceFirst("/invitation$", ""),
                        InvitationJson.of(clients.pages(call.request()), code, invitation.expiresAt())));
    }

    private void refuseOver(PopUpCard card) {
        if (card.phase() == Phase.CANCELLED || !clock.instant().isBefore(until(card))) {
            throw Refusals.problem(new LifeRefusal.PopUpIsOver(card.phase())).asException();
        }
    }

    private static Instant until(PopUpCard card) {
        return card.end().plus(AFTERWARDS);
    }

    private CompletionStage<Answer> open(Call call) {
        var code = call.form().only("code").text("code", 1, LONGEST_CODE);
        var key = call.key().map(it -> it.value());
        return CompletableFuture.supplyAsync(() -> invitation(invitations.take(code, key)), blocking)
                .thenCompose(invitation -> shelf.show(invitation.popUp()).thenApply(found -> {
                    var card = found.orElseThrow(Call::notFound);
                    var device = PopUpShelf.device(card, invitation.device()).orElseThrow(Call::notFound);
                    PopUpShelf.refuseRevoked(device);
                    refuseOver(card);
                    return opened(call, tokens.sign(invitation, until(card)), device);
                }));
    }

    private Answer opened(Call call, DoorTokens.Signed signed, Device device) {
        var session = signed.session();
        return Answer.created(SESSION, DoorSessionJson.of(session, device))
                .with("Set-Cookie", sessions.open(signed, clients.https(call.request())))
                .by(session.invitedBy(), session.device());
    }

    private static Invitation invitation(Taking taking) {
        return switch (taking) {
            case Taking.Taken(var invitation) -> invitation;
            case Taking.Used used ->
                throw ProblemType.INVITATION_USED.at(
                        "code", "was used before; ask the organizer for a new invitation.");
            case Taking.Expired expired ->
                throw ProblemType.INVITATION_EXPIRED.at(
                        "code", "was good for 15 minutes; ask the organizer for a new invitation.");
            case Taking.Unknown unknown -> throw Call.notFound();
        };
    }

    /** Whoever is not trusted any more has no session either. */
    private CompletionStage<Answer> show(Call call) {
        var session = call.door().orElseThrow(Call::notFound);
        return shelf.show(session.popUp())
                .thenApply(found -> found.flatMap(card -> PopUpShelf.device(card, session.device()))
                        .filter(device -> device.revokedAt().isEmpty())
                        .map(device -> Answer.ok(DoorSessionJson.of(session, device)))
                        .orElseThrow(Call::notFound));
    }

    private CompletionStage<Answer> end(Call call) {
        return Answer.noContent()
                .with("Set-Cookie", sessions.closeDoor(clients.https(call.request())))
                .now();
    }
}
