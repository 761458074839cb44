package downbeat.web.http.resource;

import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.ticket.Validity;
import downbeat.popups.entity.PlaceCard;
import downbeat.popups.entity.PopUpCard;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Paging;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Refusals;
import downbeat.web.http.resource.MessageJson.LetterJson;
import downbeat.web.http.resource.MessageJson.MessagesJson;
import downbeat.web.http.resource.MessageJson.OneMessageJson;
import downbeat.web.identity.token.Derived;
import downbeat.web.identity.view.MemberNames;
import downbeat.web.outbox.Outbox;
import downbeat.web.outbox.domain.Audience;
import downbeat.web.outbox.domain.Message;
import downbeat.web.outbox.domain.MessageId;
import downbeat.web.outbox.domain.NobodyThere;
import downbeat.web.outbox.domain.Said;
import downbeat.web.outbox.domain.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** What guests of a pop-up are told, and what its organizer tells them. */
public final class MessageOperations {
    private static final String ALL = "/api/v1/pop-ups/{id}/messages";
    private static final int LONGEST_SUBJECT = 120;
    private static final int LONGEST_TEXT = 2000;
    /** Thanks and lost gloves are of use for so long after the end. */
    private static final Duration AFTERWARDS = Duration.ofDays(2);

    private final PopUpShelf shelf;
    private final Outbox outbox;
    private final Books books;
    private final RateLimits limits;
    private final Clock clock;
    private final Executor blocking;

    public MessageOperations(
            PopUpShelf shelf, Outbox outbox, Books books, RateLimits limits, Clock clock, Executor blocking) {
        this.shelf = shelf;
        this.outbox = outbox;
        this.books = books;
        this.limits = limits;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** Where names and places in lists are looked up. */
    public record Books(MemberNames names, Paging paging, Derived derived) {}

    /**
     * Whom a message would reach.
     *
     * @param byMail whether letters leave by e-mail at all
     */
    record ReachJson(int people, boolean byMail) {}

    public List<Operation> operations() {
        return List.of(
                Operation.post("sendMessage", ALL, Access.HOST, Takes.JSON, this::send),
                Operation.get("listMessages", ALL, Access.HOST, this::list).knowing("cursor"),
                Operation.get("countReaders", ALL + "/readers", Access.HOST, this::count)
                        .knowing("to"),
                Operation.get("showMessage", ALL + "/{message}", Access.HOST, this::show)
                        .knowing("cursor"));
    }

    private CompletionStage<Answer> send(Call call) {
        limits.take(Allowance.MESSAGE_BY_ACCOUNT, call.me().account().value());
        var form = call.form().only("to", "subject", "text");
        var to = audience(form.text("to", 1, 80));
        var said = new Said(form.text("subject", 1, LONGEST_SUBJECT), form.text("text", 1, LONGEST_TEXT));
        return shelf.own(call)
                .thenApplyAsync(
                        found -> {
                            var readers = readers(found.card(), to);
                            if (readers.isEmpty()) {
                                throw Refusals.problem(new NobodyThere()).asException();
                            }
                            var message = message(call, found, to, said);
                            outbox.announce(message, readers);
                            var location = call.request().getUri().path() + "/"
                                    + message.id().value();
                            return Answer.created(
                                    location, json(List.of(message)).getFirst());
                        },
                        blocking);
    }

    private Message message(Call call, PopUpShelf.Found found, Audience to, Said said) {
        var now = clock.instant();
        return new Message(
                fresh(call),
                found.id(),
                Topic.ANNOUNCEMENT,
                said,
                Optional.of(to),
                now,
                latest(found.card().end(), now).plus(AFTERWARDS));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** With an idempotency key the id follows from the key, so that a repeat finds what it said. */
    private MessageId fresh(Call call) {
        return call.key()
                .map(key -> new MessageId(
                        books.derived().name("n", call.me().account().value(), key.value())))
                .orElseGet(() -> new MessageId("n-" + UUID.randomUUID()));
    }

    private static Audience audience(String text) {
        try {
            return Audience.parse(text);
        } catch (IllegalArgumentException none) {
            throw noAudience();
        }
    }

    private static RuntimeException noAudience() {
        return ProblemType.BAD_FIELD.at("to", "must be guests, waiting or kind: and a kind of ticket of this pop-up.");
    }

    private static List<ParticipantId> readers(PopUpCard card, Audience to) {
        var all = switch (to) {
            case Audience.Guests guests -> holders(card);
            case Audience.OfKind some -> {
                if (card.details().kind(some.kind()).isEmpty()) {
                    throw noAudience();
                }
                yield card.tickets().stream()
                        .filter(t -> t.kind().equals(some.kind()) && t.validity() == Validity.VALID)
                        .flatMap(t -> t.holder().stream());
            }
            case Audience.Queue queue ->
                card.underWay().stream()
                        .filter(place -> place.status() != PlaceCard.Status.HELD)
                        .map(PlaceCard::participant);
        };
        return all.distinct().toList();
    }

    private static Stream<ParticipantId> holders(PopUpCard card) {
        return card.tickets().stream()
                .filter(t -> t.validity() == Validity.VALID)
                .flatMap(t -> t.holder().stream());
    }

    private CompletionStage<Answer> count(Call call) {
        var to = audience(call.query().getOrDefault("to", Audience.GUESTS));
        return shelf.own(call)
                .thenApply(found ->
                        Answer.ok(new ReachJson(readers(found.card(), to).size(), outbox.sends())));
    }

    private CompletionStage<Answer> list(Call call) {
        return shelf.own(call)
                .thenApplyAsync(
                        found -> {
                            var list = "messages of " + found.id().value();
                            var page = books.paging().of(call, list, outbox.of(found.id()), m -> m.id().value());
                            return Answer.ok(new MessagesJson(json(page.rows()), page.next(), outbox.sends()));
                        },
                        blocking);
    }

    private CompletionStage<Answer> show(Call call) {
        var id = call.id("message", MessageId::new);
        return shelf.own(call)
                .thenApplyAsync(
                        found -> {
                            var page = books.paging()
                                    .of(call, "letters of " + id.value(), outbox.letters(id), l -> l.to().value());
                            var message = outbox.find(found.id(), id).orElseThrow(Call::notFound);
                            var names = books.names()
                                    .of(page.rows().stream()
                                            .map(Outbox.Letter::to)
                                            .toList());
                            var letters = page.rows().stream()
                                    .map(letter -> LetterJson.of(letter, names))
                                    .toList();
                            return Answer.ok(new OneMessageJson(
                                    json(List.of(message)).getFirst(), letters, page.next(), outbox.sends()));
                        },
                        blocking);
    }

    private List<MessageJson> json(List<Message> messages) {
        return outbox.counted(messages).stream().map(MessageJson::of).toList();
    }
}
