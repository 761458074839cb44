package downbeat.web.http.resource;

import downbeat.classes.participant.entity.ParticipantCard;
import downbeat.classes.participant.entity.Participants;
import downbeat.cluster.node.PersonalData;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.identity.Caller;
import downbeat.web.identity.Identity;
import downbeat.web.identity.domain.EmailAddress;
import downbeat.web.identity.domain.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Gives people all that is stored about them, to read and to take along (GDPR, articles 15 and 20). */
public final class ExportOperations {
    private final Participants participants;
    private final Identity identity;
    private final PersonalData data;
    private final Clock clock;
    private final Executor blocking;

    public ExportOperations(
            Participants participants, Identity identity, PersonalData data, Clock clock, Executor blocking) {
        this.participants = participants;
        this.identity = identity;
        this.data = data;
        this.clock = clock;
        this.blocking = blocking;
    }

    record AccountJson(
            String id, String participant, @Nullable String email, String name, Set<Role> roles) {}

    record ExportJson(
            Instant takenAt,
            AccountJson account,
            @Nullable ParticipantCard profile,
            Map<String, List<Map<String, @Nullable Object>>> tables) {}

    public List<Operation> operations() {
        return List.of(Operation.get("exportMe", "/api/v1/me/export", Access.SIGNED_IN, this::export));
    }

    private CompletionStage<Answer> export(Call call) {
        var me = call.me();
        return participants
                .show(me.participant())
                .thenCombine(identity.addressOf(me.account()), (profile, email) -> json(me, profile, email))
                .thenCompose(later -> later)
                .thenApply(json -> Answer.ok(json)
                        .with("Cache-Control", "no-store")
                        .with("Content-Disposition", "attachment; filename=\"downbeat.json\""));
    }

    private CompletionStage<ExportJson> json(
            Caller me, Optional<ParticipantCard> profile, Optional<EmailAddress> email) {
        var account = new AccountJson(
                me.account().value(),
                me.participant().value(),
                email.map(EmailAddress::value).orElse(null),
                me.name(),
                new TreeSet<>(me.roles()));
        return CompletableFuture.supplyAsync(
                () -> new ExportJson(
                        clock.instant(), account, profile.orElse(null), data.of(me.participant(), me.account())),
                blocking);
    }
}
