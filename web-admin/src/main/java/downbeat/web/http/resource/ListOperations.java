package downbeat.web.http.resource;

import downbeat.classes.entity.LiveClasses;
import downbeat.classes.library.entity.CuePlans;
import downbeat.classes.library.view.PlanRow;
import downbeat.classes.library.view.PlanShelf;
import downbeat.classes.view.AttendanceBook;
import downbeat.classes.view.AttendanceRow;
import downbeat.classes.view.BoardCursor;
import downbeat.classes.view.BookedRow;
import downbeat.classes.view.ClassBoard;
import downbeat.classes.view.ClassRow;
import downbeat.kernel.ClassId;
import downbeat.kernel.PlanId;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Cursors;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Paging;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.resource.CuePlanOperations.CuePlanJson;
import downbeat.web.identity.Caller;
import downbeat.web.identity.domain.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lists. The board says which and in which order; what is shown of each comes from the thing itself, so that a list never
 * shows a place that is gone.
 */
public final class ListOperations {
    private static final int PAGE = 50;

    private final ClassBoard board;
    private final PlanShelf plans;
    private final AttendanceBook attendance;
    private final LiveClasses classes;
    private final CuePlans cuePlans;
    private final Shelf shelf;
    private final Cursors cursors;
    private final Paging paging;
    private final Clock clock;
    private final Executor blocking;

    public ListOperations(Boards boards, Shelf shelf, Cursors cursors, Clock clock, Executor blocking) {
        this.board = boards.board();
        this.plans = boards.plans();
        this.attendance = boards.attendance();
        this.classes = boards.classes();
        this.cuePlans = boards.cuePlans();
        this.shelf = shelf;
        this.cursors = cursors;
        this.paging = new Paging(cursors);
        this.clock = clock;
        this.blocking = blocking;
    }

    /** What the lists are read from. */
    public record Boards(
            ClassBoard board, PlanShelf plans, AttendanceBook attendance, LiveClasses classes, CuePlans cuePlans) {}

    record BookingOfMineJson(
            String classId,
            String title,
            Instant start,
            String phase,
            String place,
            String status,
            @Nullable Integer position,
            @Nullable Instant offerEndsAt) {}

    record AttendanceJson(
            String classId, String title, Instant start, boolean joined, double attendedShare, double attendedSeconds) {
        static AttendanceJson of(AttendanceRow row) {
            return new AttendanceJson(
                    row.id().value(),
                    row.title(),
                    row.start(),
                    row.joined(),
                    row.share(),
                    row.present().toMillis() / 1e3);
        }
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("listClasses", "/api/v1/classes", Access.ANYONE, this::classes)
                        .knowing("when", "cursor"),
                Operation.get("listCuePlans", "/api/v1/cue-plans", Access.TRAINER, this::cuePlans)
                        .knowing("cursor"),
                Operation.get("listMyBookings", "/api/v1/me/bookings", Access.SIGNED_IN, this::bookings)
                        .knowing("cursor"),
                Operation.get("listMyAttendance", "/api/v1/me/attendance", Access.SIGNED_IN, this::attendance)
                        .knowing("cursor"));
    }

    private CompletionStage<Answer> classes(Call call) {
        var when = call.query().getOrDefault("when", "upcoming");
        return switch (when) {
            case "upcoming" -> upcoming(call);
            case "mine" -> mine(call);
            default -> throw ProblemType.BAD_FIELD.at("when", "must be upcoming or mine.");
        };
    }

    private CompletionStage<Answer> upcoming(Call call) {
        var after = Optional.ofNullable(call.query().get("cursor"))
                .map(text -> cursors.open("upcoming", text))
                .flatMap(BoardCursor::parse);
        return waiting(() -> board.upcoming(clock.instant(), PAGE + 1, after)).thenCompose(rows -> {
            var page = rows.subList(0, Math.min(PAGE, rows.size()));
            var next = rows.size() > PAGE
                    ? cursors.seal("upcoming", page.getLast().cursor().toString())
                    : null;
            var ids = page.stream().map(ClassRow::id).toList();
            return each(ids, id -> json(id, call.caller())).thenApply(items -> Answer.ok(new PageJson<>(items, next)));
        });
    }

    private CompletionStage<Answer> mine(Call call) {
        var me = call.caller()
                .orElseThrow(() -> ProblemType.SIGN_IN_REQUIRED
                        .saying("Sign in to see your classes.")
                        .with("WWW-Authenticate", "Bearer")
                        .asException());
        return waiting(() -> idsOf(me))
                .thenCompose(ids -> page(call, "mine", ids, ClassId::value, id -> json(id, call.caller())));
    }

    /** A trainer's own classes, then those the caller has a place in. */
    private List<ClassId> idsOf(Caller me) {
        var ids = new ArrayList<ClassId>();
        if (me.roles().contains(Role.TRAINER)) {
            board.byTrainer(me.account()).forEach(row -> ids.add(row.id()));
        }
        board.bookingsOf(me.participant()).stream()
                .map(b -> b.row().id())
                .filter(id -> !ids.contains(id))
                .forEach(ids::add);
        return ids;
    }

    private CompletionStage<Optional<ClassJson>> json(ClassId id, Optional<Caller> reader) {
        return classes.show(id)
                .thenCompose(card -> card.map(
                                c -> shelf.json(new Shelf.Found(id, c), reader).thenApply(Optional::of))
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
    }

    private CompletionStage<Answer> cuePlans(Call call) {
        return waiting(() -> plans.of(call.me().account()))
                .thenCompose(
                        rows -> page(call, "cue-plans", rows, row -> row.id().value(), this::plan));
    }

    private CompletionStage<Optional<CuePlanJson>> plan(PlanRow row) {
        PlanId id = row.id();
        return cuePlans.show(id).thenApply(card -> card.map(c -> new CuePlanJson(id.value(), PlanJson.of(c.plan()))));
    }

    private CompletionStage<Answer> bookings(Call call) {
        var me = call.me();
        return waiting(() -> board.bookingsOf(me.participant()))
                .thenCompose(rows ->
                        page(call, "my-bookings", rows, b -> b.row().id().value(), b -> booking(b, me)));
    }

    private CompletionStage<Optional<BookingOfMineJson>> booking(BookedRow booked, Caller me) {
        var id = booked.row().id();
        return classes.show(id)
                .thenApply(card -> card.flatMap(c -> c.bookingOf(me.participant())
                        .map(mine -> new BookingOfMineJson(
                                id.value(),
                                c.details().title(),
                                c.start(),
                                c.phase().name(),
                                mine.place().name(),
                                mine.status().name(),
                                mine.position() > 0 ? mine.position() : null,
                                mine.offerEndsAt().orElse(null)))));
    }

    private CompletionStage<Answer> attendance(Call call) {
        return waiting(() -> attendance.of(call.me().participant()))
                .thenCompose(rows -> page(
                        call,
                        "my-attendance",
                        rows,
                        row -> row.id().value(),
                        row -> CompletableFuture.completedFuture(Optional.of(AttendanceJson.of(row)))));
    }

    /** A page of what a finder found. */
    private <T, J> CompletionStage<Answer> page(
            Call call,
            String list,
            List<T> rows,
            Function<T, String> id,
            Function<T, CompletionStage<Optional<J>>> json) {
        var page = paging.of(call, list, rows, id);
        return each(page.rows(), json).thenApply(items -> Answer.ok(new PageJson<>(items, page.next())));
    }

    private <T, J> CompletionStage<List<J>> each(List<T> rows, Function<T, CompletionStage<Optional<J>>> json) {
        var all = rows.stream()
                .map(json)
                .map(CompletionStage::toCompletableFuture)
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> all.stream().flatMap(f -> f.join().stream()).toList());
    }

    private <T> CompletionStage<T> waiting(Supplier<T> finder) {
        return CompletableFuture.supplyAsync(finder, blocking);
    }
}
