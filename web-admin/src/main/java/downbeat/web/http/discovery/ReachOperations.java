package downbeat.web.http.discovery;

import downbeat.discovery.journey.Period;
import downbeat.discovery.journey.book.Journeys;
import downbeat.kernel.AccountId;
import downbeat.web.http.discovery.ReachJson.LineJson;
import downbeat.web.http.discovery.ReachJson.OrganizerReachJson;
import downbeat.web.http.discovery.ReachJson.TrainerReachJson;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Csv;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.problem.ProblemType;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Tells trainers and organizers what discovery has led to; as JSON and as CSV. */
public final class ReachOperations {
    private static final String TRAINER = "/api/v1/me/trainer-reach";
    private static final String ORGANIZER = "/api/v1/me/organizer-reach";
    /** A quarter, half a year and a year; of less, hardly anybody's four weeks are over. */
    private static final List<Integer> WEEKS = List.of(13, 26, 52);

    private final Journeys journeys;
    private final Clock clock;
    private final Executor blocking;

    public ReachOperations(Journeys journeys, Clock clock, Executor blocking) {
        this.journeys = journeys;
        this.clock = clock;
        this.blocking = blocking;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get(
                                "showTrainerReach",
                                TRAINER,
                                Access.TRAINER,
                                call -> answer(call, this::ofTrainer, Answer::ok))
                        .knowing("weeks"),
                Operation.get(
                                "downloadTrainerReach",
                                TRAINER + ".csv",
                                Access.TRAINER,
                                call -> answer(call, this::ofTrainer, it -> csv("trainer-reach", it.lines())))
                        .knowing("weeks"),
                Operation.get(
                                "showOrganizerReach",
                                ORGANIZER,
                                Access.ORGANIZER,
                                call -> answer(call, this::ofOrganizer, Answer::ok))
                        .knowing("weeks"),
                Operation.get(
                                "downloadOrganizerReach",
                                ORGANIZER + ".csv",
                                Access.ORGANIZER,
                                call -> answer(call, this::ofOrganizer, it -> csv("organizer-reach", it.lines())))
                        .knowing("weeks"));
    }

    /** Counts somebody's figures. */
    @FunctionalInterface
    private interface Counting<T> {
        T of(AccountId whose, Period period);
    }

    private <T> CompletionStage<Answer> answer(Call call, Counting<T> counting, Function<T, Answer> written) {
        var whose = call.me().account();
        var period = Period.weeks(weeks(call), clock.instant());
        return CompletableFuture.supplyAsync(() -> written.apply(counting.of(whose, period)), blocking);
    }

    private static int weeks(Call call) {
        int weeks = call.number("weeks", WEEKS.getFirst(), WEEKS.getLast(), WEEKS.getFirst());
        if (!WEEKS.contains(weeks)) {
            throw ProblemType.BAD_FIELD.at("weeks", "must be 13, 26 or 52.");
        }
        return weeks;
    }

    private TrainerReachJson ofTrainer(AccountId trainer, Period period) {
        return TrainerReachJson.of(journeys.ofTrainer(trainer, period, clock.instant()), period);
    }

    private OrganizerReachJson ofOrganizer(AccountId organizer, Period period) {
        return OrganizerReachJson.of(journeys.ofOrganizer(organizer, period, clock.instant()), period);
    }

    private static Answer csv(String name, List<LineJson> lines) {
        return Answer.bytes("text/csv; charset=UTF-8; header=present", Csv.of(LineJson.class, lines))
                .with("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
    }
}
