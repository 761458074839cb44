package downbeat.web.http.resource;

import downbeat.classes.domain.LiveClassCommand;
import downbeat.classes.domain.LiveClassCommand.AcceptOffer;
import downbeat.classes.domain.LiveClassCommand.Book;
import downbeat.classes.domain.LiveClassCommand.CancelBooking;
import downbeat.classes.domain.LiveClassCommand.DeclineOffer;
import downbeat.classes.domain.LiveClassCommand.SwitchPlace;
import downbeat.classes.domain.LiveClassReply;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.entity.BookingCard;
import downbeat.classes.entity.LiveClasses;
import downbeat.kernel.Version;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Paging;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.problem.Refusals;
import downbeat.web.http.resource.ClassJson.MineJson;
import downbeat.web.http.resource.ClassJson.PersonJson;
import downbeat.web.identity.view.MemberNames;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A member's place in a class. */
public final class BookingOperations {
    private static final String BOOKINGS = "/api/v1/classes/{id}/bookings";
    private static final String MINE = BOOKINGS + "/mine";

    private final LiveClasses classes;
    private final Shelf shelf;
    private final MemberNames names;
    private final Paging paging;
    private final Executor blocking;

    public BookingOperations(LiveClasses classes, Shelf shelf, MemberNames names, Paging paging, Executor blocking) {
        this.classes = classes;
        this.shelf = shelf;
        this.names = names;
        this.paging = paging;
        this.blocking = blocking;
    }

    /** What a booking became; position only in the waiting list, from 1. */
    record BookingJson(
            String status, String place, @Nullable Integer position) {
        String tag() {
            return Versions.tag(new Version(status + "-" + place));
        }
    }

    record BookingRowJson(
            PersonJson member,
            String place,
            String status,
            @Nullable Integer position) {}

    public List<Operation> operations() {
        return List.of(
                Operation.get("listBookings", BOOKINGS, Access.OWNER, this::list)
                        .knowing("cursor"),
                Operation.post("book", BOOKINGS, Access.MEMBER, Takes.JSON, this::book),
                Operation.get("showBooking", MINE, Access.MEMBER, this::show),
                Operation.put("switchPlace", MINE, Access.MEMBER, this::switchPlace),
                Operation.delete("cancelBooking", MINE, Access.MEMBER, this::cancel),
                Operation.post("acceptOffer", MINE + "/accept", Access.MEMBER, Takes.NOTHING, this::accept),
                Operation.post("declineOffer", MINE + "/decline", Access.MEMBER, Takes.NOTHING, this::decline));
    }

    private CompletionStage<Answer> book(Call call) {
        var place = call.form().only("place").choice("place", PlaceKind.class);
        return ask(
                        call,
                        found -> new Book(
                                call.me().participant(),
                                place,
                                found.card().details().trial()))
                .thenApply(BookingOperations::json)
                .thenApply(json -> Answer.created(call.request().getUri().path() + "/mine", json)
                        .with("ETag", json.tag()));
    }

    private CompletionStage<Answer> show(Call call) {
        return shelf.visible(call)
                .thenApply(found -> found.card()
                        .bookingOf(call.me().participant())
                        .map(mine -> Answer.ok(MineJson.of(mine)).with("ETag", Versions.tag(mine.version())))
                        .orElseThrow(Call::notFound));
    }

    private CompletionStage<Answer> switchPlace(Call call) {
        var place = call.form().only("place").choice("place", PlaceKind.class);
        var me = call.me().participant();
        return shelf.visible(call)
                .thenCompose(found -> classes.ask(found.id(), new SwitchPlace(me, place), Versions.seen(call)))
                .thenApply(Refusals::accepted)
                .thenApply(BookingOperations::tagged);
    }

    private CompletionStage<Answer> cancel(Call call) {
        return ask(call, found -> new CancelBooking(call.me().participant())).thenApply(reply -> Answer.noContent());
    }

    private CompletionStage<Answer> accept(Call call) {
        return ask(call, found -> new AcceptOffer(call.me().participant())).thenApply(BookingOperations::tagged);
    }

    private CompletionStage<Answer> decline(Call call) {
        return ask(call, found -> new DeclineOffer(call.me().participant())).thenApply(reply -> Answer.noContent());
    }

    private CompletionStage<LiveClassReply> ask(Call call, Function<Shelf.Found, LiveClassCommand> command) {
        return shelf.visible(call)
                .thenCompose(found -> call.key()
                        .map(key -> classes.ask(found.id(), command.apply(found), key))
                        .orElseGet(() -> classes.ask(found.id(), command.apply(found))))
                .thenApply(Refusals::accepted);
    }

    private static Answer tagged(LiveClassReply reply) {
        var json = json(reply);
        return Answer.ok(json).with("ETag", json.tag());
    }

    private static BookingJson json(LiveClassReply reply) {
        return switch (reply) {
            case LiveClassReply.Placed placed ->
                new BookingJson("BOOKED", placed.place().name(), null);
            case LiveClassReply.Queued queued ->
                new BookingJson("WAITING", queued.place().name(), queued.position());
            case LiveClassReply.Done other -> throw new IllegalStateException("A booking was answered " + other);
            case LiveClassReply.Released other -> throw new IllegalStateException("A booking was answered " + other);
            case LiveClassReply.Noted other -> throw new IllegalStateException("A booking was answered " + other);
        };
    }

    private CompletionStage<Answer> list(Call call) {
        return shelf.own(call)
                .thenApplyAsync(
                        found -> {
                            var list = "bookings of " + found.id().value();
                            var page = paging.of(call, list, found.card().bookings(), BookingOperations::row);
                            return Answer.ok(new PageJson<>(rows(page.rows()), page.next()));
                        },
                        blocking);
    }

    private static String row(BookingCard booking) {
        return booking.participant().value();
    }

    private List<BookingRowJson> rows(List<BookingCard> bookings) {
        var known = names.of(bookings.stream().map(BookingCard::participant).toList());
        return bookings.stream()
                .map(b -> new BookingRowJson(
                        new PersonJson(b.participant().value(), known.getOrDefault(b.participant(), "")),
                        b.place().name(),
                        b.status().name(),
                        b.position() > 0 ? b.position() : null))
                .toList();
    }
}
