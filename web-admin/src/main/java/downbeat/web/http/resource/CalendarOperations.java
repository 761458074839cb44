package downbeat.web.http.resource;

import downbeat.kernel.AccountId;
import downbeat.kernel.Cell;
import downbeat.popups.domain.Phase;
import downbeat.popups.view.CalendarRow;
import downbeat.popups.view.PopUpCalendar;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Client;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.resource.CalendarFile.Item;
import downbeat.web.identity.Identity;
import downbeat.web.identity.domain.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Pop-ups as calendars: one to put away, and feeds that calendars look at again. */
public final class CalendarOperations {
    private static final String MEDIA = "text/calendar; charset=UTF-8";
    /** Calendars ask once an hour or less; whoever asks more often gets what a proxy has. */
    private static final String CACHING = "public, max-age=60";

    private final PopUpShelf shelf;
    private final PopUpCalendar calendar;
    private final Identity identity;
    private final Client clients;
    private final Clock clock;
    private final Executor blocking;

    public CalendarOperations(
            PopUpShelf shelf,
            PopUpCalendar calendar,
            Identity identity,
            Client clients,
            Clock clock,
            Executor blocking) {
        this.shelf = shelf;
        this.calendar = calendar;
        this.identity = identity;
        this.clients = clients;
        this.clock = clock;
        this.blocking = blocking;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("popUpCalendar", "/api/v1/pop-ups/{id}/calendar.ics", Access.ANYONE, this::one),
                Operation.get(
                        "organizerCalendar",
                        "/api/v1/organizers/{account}/calendar.ics",
                        Access.ANYONE,
                        this::ofOrganizer),
                Operation.get("areaCalendar", "/api/v1/areas/{cell}/calendar.ics", Access.ANYONE, this::ofArea));
    }

    private CompletionStage<Answer> one(Call call) {
        return shelf.visible(call)
                .thenApply(found -> Answer.bytes(
                                MEDIA,
                                CalendarFile.of(
                                        Item.of(found.id(), found.card(), clock.instant()),
                                        clients.pages(call.request())))
                        .with("Content-Disposition", "inline; filename=\"pop-up.ics\""));
    }

    private CompletionStage<Answer> ofOrganizer(Call call) {
        var id = call.id("account", AccountId::new);
        return identity.find(id)
                .thenApply(found -> found.filter(who -> who.roles().contains(Role.ORGANIZER))
                        .orElseThrow(Call::notFound))
                .thenCompose(who -> feed(
                        call,
                        "Pop-ups of " + who.name(),
                        () -> calendar.ofOrganizer(id, clock.instant(), PopUpCalendar.MOST)));
    }

    private CompletionStage<Answer> ofArea(Call call) {
        var around = cell(call).neighbourhood();
        return feed(call, "Pop-ups around here", () -> calendar.within(around, clock.instant(), PopUpCalendar.MOST));
    }

    /** What names no hexagon of the right size names nothing. */
    private static Cell cell(Call call) {
        try {
            var cell = Cell.parse(call.holes().getOrDefault("cell", ""));
            if (cell.resolution() == PopUpCalendar.RESOLUTION) {
                return cell;
            }
        } catch (IllegalArgumentException none) {
            // answered below
        }
        throw Call.notFound();
    }

    private CompletionStage<Answer> feed(Call call, String name, Supplier<List<CalendarRow>> finder) {
        var pages = clients.pages(call.request());
        return CompletableFuture.supplyAsync(finder, blocking).thenCompose(rows -> {
            var version = Version.of(name, pages, rows);
            if (Versions.known(call, version.tag())) {
                return version.on(Answer.unchanged()).now();
            }
            return entries(rows)
                    .thenApply(entries -> version.on(Answer.bytes(MEDIA, CalendarFile.feed(name, entries, pages))
                            .with("Content-Disposition", "inline; filename=\"pop-ups.ics\"")));
        });
    }

    /** What a row says lags what a pop-up says by a moment; the pop-up is right. */
    private CompletionStage<List<Item>> entries(List<CalendarRow> rows) {
        var all = rows.stream()
                .map(row -> shelf.show(row.id())
                        .thenApply(card -> card.filter(c -> c.phase() != Phase.DRAFT)
                                .map(c -> Item.of(row.id(), c, row.changedAt())))
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> all.stream().flatMap(f -> f.join().stream()).toList());
    }

    /** Of a feed: the same as long as nothing that it shows has changed. */
    private record Version(String tag, Instant changedAt) {
        private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

        static Version of(String name, String pages, List<CalendarRow> rows) {
            var text = new StringBuilder(name).append('\n').append(pages);
            rows.forEach(row -> text.append('\n')
                    .append(row.id().value())
                    .append(' ')
                    .append(row.changedAt().toEpochMilli()));
            var changedAt = rows.stream().map(CalendarRow::changedAt).max(Instant::compareTo);
            return new Version(
                    "\"" + downbeat.kernel.Version.ofContent(text.toString()).text() + "\"",
                    changedAt.orElse(Instant.EPOCH));
        }

        Answer on(Answer answer) {
            return answer.with("ETag", tag)
                    .with("Last-Modified", HTTP_DATE.format(changedAt.atOffset(ZoneOffset.UTC)))
                    .with("Cache-Control", CACHING);
        }
    }
}
