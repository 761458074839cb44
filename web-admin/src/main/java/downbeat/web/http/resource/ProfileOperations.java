package downbeat.web.http.resource;

import downbeat.classes.participant.domain.Consent;
import downbeat.classes.participant.domain.ParticipantCommand;
import downbeat.classes.participant.domain.ParticipantCommand.ForgetHome;
import downbeat.classes.participant.domain.ParticipantCommand.GiveConsent;
import downbeat.classes.participant.domain.ParticipantCommand.SetHome;
import downbeat.classes.participant.domain.ParticipantCommand.WithdrawConsent;
import downbeat.classes.participant.entity.ParticipantCard;
import downbeat.classes.participant.entity.Participants;
import downbeat.kernel.Cell;
import downbeat.kernel.GeoPoint;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Form;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.problem.Refusals;
import downbeat.web.identity.Caller;
import downbeat.web.identity.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a person says of themselves. Coordinates are turned into a cell at once and never kept. */
public final class ProfileOperations {
    /** About 5 km²: near enough to find classes, too coarse to find a door. */
    private static final int HOME_RESOLUTION = 7;

    private static final Map<String, Consent> CONSENTS =
            Map.of("home", Consent.LOCATION, "heartRate", Consent.HEART_RATE, "news", Consent.NEWS);

    private final Participants participants;
    private final Identity identity;

    public ProfileOperations(Participants participants, Identity identity) {
        this.participants = participants;
        this.identity = identity;
    }

    record ConsentsJson(boolean home, boolean heartRate, boolean news) {}

    record ProfileJson(String name, @Nullable String home, ConsentsJson consents) {}

    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "showProfile",
                        "/api/v1/me",
                        Access.SIGNED_IN,
                        call -> read(call.me(), call.me().name())),
                Operation.put("editProfile", "/api/v1/me", Access.SIGNED_IN, this::edit));
    }

    private CompletionStage<Answer> read(Caller me, String name) {
        return profile(me, name).thenApply(json -> Answer.ok(json).with("ETag", Versions.tagOf(json)));
    }

    private CompletionStage<ProfileJson> profile(Caller me, String name) {
        return participants
                .show(me.participant())
                .thenApply(card -> card.map(c -> json(name, c))
                        .orElseGet(() -> new ProfileJson(name, null, new ConsentsJson(false, false, false))));
    }

    private static ProfileJson json(String name, ParticipantCard card) {
        var given = card.consents();
        return new ProfileJson(
                name,
                card.home().map(Cell::toString).orElse(null),
                new ConsentsJson(
                        given.containsKey(Consent.LOCATION),
                        given.containsKey(Consent.HEART_RATE),
                        given.containsKey(Consent.NEWS)));
    }

    private CompletionStage<Answer> edit(Call call) {
        var form = call.form().only("name", "home", "consents");
        var name = form.text("name", 1, 80);
        var commands = commands(form);
        var me = call.me();
        return profile(me, me.name())
                .thenAccept(seen -> Versions.check(call, Versions.tagOf(seen)))
                .thenCompose(fresh -> identity.rename(me, name))
                .thenApply(Refusals::accepted)
                .thenCompose(done -> participants.register(me.participant(), me.name()))
                .thenCompose(known -> participants.ask(me.participant(), new ParticipantCommand.Rename(name)))
                .thenApply(Refusals::accepted)
                .thenCompose(done -> all(me, commands))
                .thenCompose(done -> read(me, name));
    }

    private static List<ParticipantCommand> commands(Form form) {
        var commands = new ArrayList<ParticipantCommand>();
        if (form.has("consents")) {
            var consents = form.object("consents").only("home", "heartRate", "news");
            CONSENTS.forEach((field, consent) -> {
                if (consents.has(field)) {
                    commands.add(consents.flag(field, false) ? new GiveConsent(consent) : new WithdrawConsent(consent));
                }
            });
        }
        if (form.has("home")) {
            var home = form.object("home").only("latitude", "longitude");
            var point = new GeoPoint(home.number("latitude", -90, 90), home.number("longitude", -180, 180));
            commands.add(new SetHome(Cell.of(point, HOME_RESOLUTION)));
        } else if (form.tree().has("home")) {
            commands.add(new ForgetHome());
        }
        return commands;
    }

    /** One after the other: a home needs its consent first. */
    private CompletionStage<?> all(Caller me, List<ParticipantCommand> commands) {
        CompletionStage<Object> done = CompletableFuture.completedFuture("");
        for (var command : commands) {
            done = done.thenCompose(before -> participants.ask(me.participant(), command))
                    .thenApply(Refusals::accepted);
        }
        return done;
    }
}
