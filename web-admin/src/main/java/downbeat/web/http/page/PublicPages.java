package downbeat.web.http.page;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import downbeat.discovery.view.ListingTable;
import downbeat.discovery.view.Replica;
import downbeat.kernel.AccountId;
import downbeat.kernel.Id;
import downbeat.popups.domain.Phase;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.PopUps;
import downbeat.popups.view.CalendarRow;
import downbeat.popups.view.PopUpCalendar;
import downbeat.web.asset.PopUpPictures;
import downbeat.web.http.operation.Client;
import downbeat.web.identity.Identity;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Pages that say something of pop-ups before any script runs: their public page, and what others put into theirs. */
public final class PublicPages {
    private static final Pattern POP_UP = Pattern.compile("/pop-ups/([A-Za-z0-9_-]{1,64})");
    private static final Pattern EMBEDDED = Pattern.compile("/embed/pop-ups/([A-Za-z0-9_-]{1,64})");
    private static final Pattern EMBEDDED_ORGANIZER = Pattern.compile("/embed/organizers/([A-Za-z0-9_-]{1,64})");
    private static final String FORM = "/pop-ups/new";
    private static final int MOST_EMBEDDED = 5;

    private final Pages pages;
    private final DatasetPage dataset;
    private final Upcoming upcoming;
    private final PopUps popUps;
    private final PopUpCalendar calendar;
    private final PopUpPictures pictures;
    private final Identity identity;
    private final Client clients;
    private final Clock clock;
    private final Executor blocking;

    /** Where what is said is written. */
    public record Records(
            PopUps popUps,
            PopUpCalendar calendar,
            PopUpPictures pictures,
            Identity identity,
            Replica replica,
            ListingTable listings) {}

    public PublicPages(
            Pages pages, Records records, Publisher publisher, Client clients, Clock clock, Executor blocking) {
        this.pages = pages;
        this.dataset = new DatasetPage(pages, publisher);
        this.upcoming = new Upcoming(records.replica(), records.listings());
        this.popUps = records.popUps();
        this.calendar = records.calendar();
        this.pictures = records.pictures();
        this.identity = records.identity();
        this.clients = clients;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** The page at this path, if it is one of these. */
    public Optional<CompletionStage<HttpResponse>> find(HttpRequest request) {
        var path = request.getUri().path();
        if (path.equals(FORM)) {
            return Optional.empty();
        }
        if (path.equals(DatasetPage.PATH)) {
            return Optional.of(CompletableFuture.completedStage(
                    pages.plain(nonce -> dataset.html(clients.pages(request), nonce))));
        }
        if (path.equals(Upcoming.PATH)) {
            return Optional.of(upcoming(request));
        }
        return id(POP_UP, path, PopUpId::new)
                .map(id -> page(id, request))
                .or(() -> id(EMBEDDED, path, PopUpId::new).map(id -> embedded(id, request)))
                .or(() -> id(EMBEDDED_ORGANIZER, path, AccountId::new).map(id -> embedded(id, request)));
    }

    private static <I extends Id> Optional<I> id(Pattern pattern, String path, Function<String, I> type) {
        var match = pattern.matcher(path);
        return match.matches() ? Optional.of(type.apply(match.group(1))) : Optional.empty();
    }

    /** When what is next cannot be read, the page itself can still be shown: it asks for it by itself. */
    private CompletionStage<HttpResponse> upcoming(HttpRequest request) {
        return waiting(() -> upcoming.json(clients.pages(request), clock.instant()))
                .exceptionally(outage -> Optional.empty())
                .thenApply(json -> pages.page(nonce -> Upcoming.head(json, clients.pages(request), nonce)));
    }

    /** When a pop-up cannot be asked, the page itself can still be shown: it asks again. */
    private CompletionStage<HttpResponse> page(PopUpId id, HttpRequest request) {
        return announced(id, request)
                .exceptionally(outage -> Optional.empty())
                .thenApply(found -> pages.page(
                        nonce -> found.map(it -> PublicHead.of(it, nonce)).orElse(PublicHead.HIDDEN)));
    }

    private CompletionStage<HttpResponse> embedded(PopUpId id, HttpRequest request) {
        return announced(id, request)
                .thenApply(found -> found.map(it -> pages.embedded(200, EmbedPage.one(it, pages.ui())))
                        .orElseGet(this::nothing));
    }

    private HttpResponse nothing() {
        return pages.embedded(404, EmbedPage.missing(pages.ui()));
    }

    private CompletionStage<HttpResponse> embedded(AccountId organizer, HttpRequest request) {
        return identity.nameOf(organizer).thenCompose(name -> {
            if (name.isEmpty()) {
                return CompletableFuture.completedStage(nothing());
            }
            return waiting(() -> calendar.ofOrganizer(organizer, clock.instant(), MOST_EMBEDDED))
                    .thenCompose(rows -> all(rows, request))
                    .thenApply(all -> pages.embedded(200, EmbedPage.many(name.get(), all, pages.ui())));
        });
    }

    private CompletionStage<List<Announced>> all(List<CalendarRow> rows, HttpRequest request) {
        var all = rows.stream()
                .map(row -> popUps.show(row.id())
                        .thenApplyAsync(
                                card -> card.flatMap(c -> announced(row.id(), c, Optional.of(row), request)), blocking)
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> all.stream()
                        .flatMap(f -> f.join().stream())
                        .filter(it -> it.card().end().isAfter(clock.instant()))
                        .toList());
    }

    private CompletionStage<Optional<Announced>> announced(PopUpId id, HttpRequest request) {
        return popUps.show(id)
                .thenCompose(card -> card.isEmpty()
                        ? CompletableFuture.completedStage(Optional.empty())
                        : waiting(() -> calendar.find(id)).thenApply(row -> announced(id, card.get(), row, request)));
    }

    /** Waits for the database. A draft is its organizer's only, also one that was given up: it was never in a calendar. */
    private Optional<Announced> announced(PopUpId id, PopUpCard card, Optional<CalendarRow> row, HttpRequest request) {
        var hidden = card.phase() == Phase.DRAFT || (card.phase() == Phase.CANCELLED && row.isEmpty());
        return hidden
                ? Optional.empty()
                : Optional.of(new Announced(
                        id, card, row.flatMap(CalendarRow::movedFrom), pictures.of(id), clients.pages(request)));
    }

    private <T> CompletionStage<T> waiting(Supplier<T> finder) {
        return CompletableFuture.supplyAsync(finder, blocking);
    }
}
