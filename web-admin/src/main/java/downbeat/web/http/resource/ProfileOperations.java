package downbeat.web.http.resource;

import downbeat.classes.participant.domain.Consent;
import downbeat.classes.participant.domain.ParticipantCommand;
import downbeat.classes.participant.domain.ParticipantCommand.ForgetHome;
import downbeat.classes.participant.domain.ParticipantCommand.GiveConsent;
import downbeat.classes.participant.domain.ParticipantCommand.Rename;
import downbeat.classes.participant.domain.ParticipantCommand.SetHome;
import downbeat.classes.participant.domain.ParticipantCommand.WithdrawConsent;
import downbeat.classes.participant.domain.Profile;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a person says of themselves. Coordinates are turned into a cell at once and never kept. */
public final class ProfileOperations {
    /** About 5 km²: near enough to find classes, too coarse to find a door. */
    private static final int HOME_RESOLUTION = 7;

    private static final Map<String, Consent> CONSENTS = Map.of(
            "home", Consent.LOCATION,
            "heartRate", Consent.HEART_RATE,
            "news", Consent.NEWS,
            "figures", Consent.FIGURES);

    private final Participants participants;
    private final Identity identity;

    public ProfileOperations(Participants participants, Identity identity) {
        this.participants = participants;
        this.identity = identity;
    }

    record ConsentsJson(boolean home, boolean heartRate, boolean news, boolean figures) {}

    record ProfileJson(String name, @Nullable String home, ConsentsJson consents) {
        static ProfileJson of(Profile profile) {
            var given = profile.consents();
            return new ProfileJson(
                    profile.name(),
                    profile.home().map(Cell::toString).orElse(null),
                    new ConsentsJson(
                            given.contains(Consent.LOCATION),
                            given.contains(Consent.HEART_RATE),
                            given.contains(Consent.NEWS),
                            given.contains(Consent.FIGURES)));
        }
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("showProfile", "/api/v1/me", Access.SIGNED_IN, call -> read(call.me())),
                Operation.put("editProfile", "/api/v1/me", Access.SIGNED_IN, this::edit));
    }

    /** Who has never said anything of themselves is who the account says. */
    private CompletionStage<Answer> read(Caller me) {
        return participants
                .show(me.participant())
                .thenApply(card -> card.map(ParticipantCard::profile)
                        .orElseGet(() -> new Profile(me.name(), Optional.empty(), Set.of())))
                .thenApply(profile -> Answer.ok(ProfileJson.of(profile)).with("ETag", Versions.tag(profile.version())));
    }

    /** All of it or nothing; that the account is called the same follows, and is never refused. */
    private CompletionStage<Answer> edit(Call call) {
        var form = call.form().only("name", "home", "consents");
        var name = form.text("name", 1, 80);
        var parts = parts(name, form);
        var seen = Versions.seen(call);
        var me = call.me();
        return participants
                .register(me.participant(), me.name())
                .thenCompose(known -> participants.edit(me.participant(), parts, seen))
                .thenApply(Refusals::accepted)
                .thenCompose(done -> identity.rename(me, name))
                .thenApply(Refusals::accepted)
                .thenCompose(done -> read(me));
    }

    /** One after the other: a home needs its consent first. */
    private static List<ParticipantCommand> parts(String name, Form form) {
        var parts = new ArrayList<ParticipantCommand>();
        parts.add(new Rename(name));
        if (form.has("consents")) {
            var consents = form.object("consents").only("home", "heartRate", "news", "figures");
            CONSENTS.forEach((field, consent) -> {
                if (consents.has(field)) {
                    parts.add(consents.flag(field, false) ? new GiveConsent(consent) : new WithdrawConsent(consent));
                }
            });
        }
        if (form.has("home")) {
            var home = form.object("home").only("latitude", "longitude");
            var point = new GeoPoint(home.number("latitude", -90, 90), home.number("longitude", -180, 180));
            parts.add(new SetHome(Cell.of(point, HOME_RESOLUTION)));
        } else if (form.tree().has("home")) {
            parts.add(new ForgetHome());
        }
        return parts;
    }
}
