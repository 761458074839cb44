package downbeat.web.http.resource;

import downbeat.popups.domain.PopUpId;
import downbeat.popups.view.BoardRow;
import downbeat.popups.view.PopUpBoard;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Cursors;
import downbeat.web.http.operation.Gathering;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Paging;
import downbeat.web.identity.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lists of pop-ups. The board says which and in which order; what is shown of each comes from the pop-up itself. */
public final class PopUpListOperations {
    private static final String UPCOMING = "upcoming-pop-ups";
    private static final int PAGE = 50;

    private final PopUpBoard board;
    private final PopUpShelf shelf;
    private final Cursors cursors;
    private final Paging paging;
    private final Clock clock;
    private final Executor blocking;

    public PopUpListOperations(PopUpBoard board, PopUpShelf shelf, Cursors cursors, Clock clock, Executor blocking) {
        this.board = board;
        this.shelf = shelf;
        this.cursors = cursors;
        this.paging = new Paging(cursors);
        this.clock = clock;
        this.blocking = blocking;
    }

    /** A pop-up that somebody goes to. */
    record OutingJson(
            String id,
            String title,
            Instant start,
            Instant end,
            String localStart,
            String zone,
            String placeName,
            String address,
            String phase,
            GuestJson mine) {
        static OutingJson of(PopUpJson json, GuestJson mine) {
            return new OutingJson(
                    json.id(),
                    json.title(),
                    json.start(),
                    json.end(),
                    json.localStart(),
                    json.place().zone(),
                    json.place().name(),
                    json.place().address(),
                    json.phase(),
                    mine);
        }
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("listPopUps", "/api/v1/pop-ups", Access.ANYONE, this::upcoming)
                        .knowing("cursor"),
                Operation.get("listMyPopUps", "/api/v1/me/pop-ups", Access.ORGANIZER, this::own)
                        .knowing("cursor"),
                Operation.get("listMyTickets", "/api/v1/me/tickets", Access.SIGNED_IN, this::outings)
                        .knowing("cursor"));
    }

    private CompletionStage<Answer> upcoming(Call call) {
        var after = Optional.ofNullable(call.query().get("cursor"))
                .map(text -> cursors.open(UPCOMING, text))
                .flatMap(BoardRow::parse);
        return waiting(() -> board.upcoming(clock.instant(), PAGE + 1, after)).thenCompose(rows -> {
            var page = rows.subList(0, Math.min(PAGE, rows.size()));
            var next =
                    rows.size() > PAGE ? cursors.seal(UPCOMING, page.getLast().toString()) : null;
            return Gathering.each(page.stream().map(BoardRow::id).toList(), id -> json(id, call.caller()))
                    .thenApply(items -> Answer.ok(new PageJson<>(items, next)));
        });
    }

    private CompletionStage<Answer> own(Call call) {
        return waiting(() -> board.byOrganizer(call.me().account()))
                .thenCompose(ids -> page(call, "my-pop-ups", ids, id -> json(id, call.caller())));
    }

    private CompletionStage<Answer> outings(Call call) {
        return waiting(() -> board.byGuest(call.me().participant()))
                .thenCompose(ids -> page(call, "my-tickets", ids, id -> outing(id, call.me())));
    }

    /** Somebody whose hold ran out has nothing there any more. */
    private CompletionStage<Optional<OutingJson>> outing(PopUpId id, Caller me) {
        return json(id, Optional.of(me))
                .thenApply(json -> json.flatMap(j -> Optional.ofNullable(j.mine())
                        .filter(GuestJson::hasSomething)
                        .map(mine -> OutingJson.of(j, mine))));
    }

    private CompletionStage<Optional<PopUpJson>> json(PopUpId id, Optional<Caller> reader) {
        return shelf.show(id)
                .thenCompose(card -> card.map(c ->
                                shelf.json(new PopUpShelf.Found(id, c), reader).thenApply(Optional::of))
                        .orElseGet(() -> CompletableFuture.completedStage(Optional.empty())));
    }

    private <J> CompletionStage<Answer> page(
            Call call, String list, List<PopUpId> ids, Function<PopUpId, CompletionStage<Optional<J>>> json) {
        var page = paging.of(call, list, ids, PopUpId::value);
        return Gathering.each(page.rows(), json).thenApply(items -> Answer.ok(new PageJson<>(items, page.next())));
    }

    private <T> CompletionStage<T> waiting(Supplier<T> finder) {
        return CompletableFuture.supplyAsync(finder, blocking);
    }
}
