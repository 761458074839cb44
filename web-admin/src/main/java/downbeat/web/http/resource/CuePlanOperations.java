package downbeat.web.http.resource;

import downbeat.classes.library.domain.PlanCommand.Discard;
import downbeat.classes.library.domain.PlanCommand.Keep;
import downbeat.classes.library.entity.CuePlans;
import downbeat.classes.library.entity.PlanCard;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.workout.BadWorkoutException;
import downbeat.classes.plan.workout.WorkoutFiles;
import downbeat.kernel.PlanId;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Form;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Refusals;
import downbeat.web.identity.Caller;
import downbeat.web.identity.token.Derived;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** A trainer's own cue plans: imported from workout files, exported as such. */
public final class CuePlanOperations implements Library {
    private static final String ALL = "/api/v1/cue-plans";
    private static final String ONE = ALL + "/{id}";

    private final CuePlans plans;
    private final Derived derived;
    private final Executor blocking;

    public CuePlanOperations(CuePlans plans, Derived derived, Executor blocking) {
        this.plans = plans;
        this.derived = derived;
        this.blocking = blocking;
    }

    record CuePlanJson(String id, PlanJson plan) {}

    private record Found(PlanId id, PlanCard card) {}

    public List<Operation> operations() {
        return List.of(
                Operation.post("importCuePlan", ALL, Access.TRAINER, Takes.FILE, this::take)
                        .knowing("name")
                        .allowing(Allowance.IMPORT_BY_ADDRESS),
                Operation.get("showCuePlan", ONE, Access.OWNER, this::show),
                Operation.delete("removeCuePlan", ONE, Access.OWNER, this::remove),
                Operation.get("exportCuePlan", ONE + "/workout.zwo", Access.OWNER, this::export));
    }

    /** Reading a file is work for a thread that may take its time. */
    private CompletionStage<Answer> take(Call call) {
        var name = call.query().getOrDefault("name", "workout");
        return CompletableFuture.supplyAsync(() -> read(name, call.body()), blocking)
                .thenCompose(plan -> {
                    var id = call.key()
                            .map(key -> new PlanId(
                                    derived.name("p", call.me().account().value(), key.value())))
                            .orElseGet(() -> new PlanId("p-" + UUID.randomUUID()));
                    var keep = new Keep(call.me().account(), name, plan);
                    return call.key()
                            .map(key -> plans.ask(id, keep, key))
                            .orElseGet(() -> plans.ask(id, keep))
                            .thenApply(Refusals::accepted)
                            .thenApply(done -> Answer.created(
                                    ALL + "/" + id.value(), new CuePlanJson(id.value(), PlanJson.of(plan))));
                });
    }

    private static CuePlan read(String name, byte[] file) {
        if (name.isBlank() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
            throw ProblemType.BAD_FIELD.at("name", "must have 1 to 200 characters, none of them a control character.");
        }
        try {
            return WorkoutFiles.read(name, file);
        } catch (BadWorkoutException e) {
            throw ProblemType.BAD_WORKOUT
                    .saying(String.valueOf(e.getMessage()))
                    .at(e.element())
                    .asException();
        }
    }

    @Override
    public CompletionStage<CuePlan> own(Caller caller, Form form, String field) {
        PlanId id;
        try {
            id = new PlanId(form.text(field, 1, 64));
        } catch (IllegalArgumentException e) {
            throw form.bad(field, "must be the id of one of your cue plans.");
        }
        return plans.show(id)
                .thenApply(card -> card.filter(c -> c.owner().equals(caller.account()))
                        .map(PlanCard::plan)
                        .orElseThrow(() -> ProblemType.NOT_FOUND
                                .saying(field + " is not the id of one of your cue plans.")
                                .at(field)
                                .asException()));
    }

    private CompletionStage<Found> own(Call call) {
        var id = call.id("id", PlanId::new);
        return plans.show(id)
                .thenApply((Optional<PlanCard> card) -> card.filter(
                                c -> c.owner().equals(call.me().account()))
                        .map(c -> new Found(id, c))
                        .orElseThrow(Call::notFound));
    }

    private CompletionStage<Answer> show(Call call) {
        return own(call)
                .thenApply(found -> Answer.ok(new CuePlanJson(
                        found.id().value(), PlanJson.of(found.card().plan()))));
    }

    private CompletionStage<Answer> remove(Call call) {
        return own(call)
                .thenCompose(found -> plans.ask(found.id(), new Discard()))
                .thenApply(Refusals::accepted)
                .thenApply(done -> Answer.noContent());
    }

    private CompletionStage<Answer> export(Call call) {
        return own(call).thenApply(found -> {
            var name = found.card()
                    .plan()
                    .title()
                    .replaceAll("[^A-Za-z0-9 _-]", "")
                    .strip();
            return Answer.bytes(
                            "application/xml",
                            WorkoutFiles.writeZwo(found.card().plan()))
                    .with(
                            "Content-Disposition",
                            "attachment; filename=\"" + (name.isEmpty() ? "workout" : name) + ".zwo\"");
        });
    }
}
