package downbeat.web.http.discovery;

import downbeat.discovery.index.Order;
import downbeat.discovery.index.Taste;
import downbeat.discovery.listing.ListingId;
import downbeat.discovery.view.ListingTable;
import downbeat.discovery.view.Replica;
import downbeat.kernel.Version;
import downbeat.web.http.discovery.Finder.Found;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Client;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.resource.CalendarFile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** What there is to find by a query as a calendar and as points of a map: what comes first, the same for everybody who asks. */
public final class FeedOperations {
    /** As long as the calendars of pop-ups. */
    private static final int MOST_IN_CALENDAR = 200;

    private static final int MOST_POINTS = 500;
    private static final String CACHING = "public, max-age=60";
    /** What belongs to one reader's list. */
    private static final Set<String> PERSONAL = Set.of("order", "limit", "cursor");

    private static final String[] PARAMETERS = Arrays.stream(Asked.PARAMETERS)
            .filter(name -> !PERSONAL.contains(name))
            .toArray(String[]::new);

    private final Replica replica;
    private final Finder finder;
    private final ListingTable table;
    private final Client clients;
    private final Clock clock;
    private final Executor blocking;

    public FeedOperations(Replica replica, ListingTable table, Client clients, Clock clock, Executor blocking) {
        this.replica = replica;
        this.finder = new Finder(replica, table);
        this.table = table;
        this.clients = clients;
        this.clock = clock;
        this.blocking = blocking;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("discoverCalendar", "/api/v1/discover.ics", Access.ANYONE, this::calendar)
                        .knowing(PARAMETERS),
                Operation.get("discoverPoints", "/api/v1/discover.geojson", Access.ANYONE, this::points)
                        .knowing(PARAMETERS));
    }

    private CompletionStage<Answer> calendar(Call call) {
        var pages = clients.pages(call.request());
        return found(call, MOST_IN_CALENDAR, found -> {
            var changes =
                    table.changedAt(found.stream().map(it -> it.hit().number()).toList());
            var items = found.stream().map(it -> item(it, changes)).toList();
            return Answer.bytes("text/calendar; charset=UTF-8", CalendarFile.feed("What is near", items, pages))
                    .with("Content-Disposition", "inline; filename=\"near.ics\"");
        });
    }

    /** A pop-up has the UID and the SEQUENCE that it has in its own calendar. */
    private static CalendarFile.Item item(Found found, Map<Integer, Instant> changes) {
        var it = found.listing();
        return new CalendarFile.Item(
                uid(it.id()),
                it.particulars().sequence(),
                changes.getOrDefault(found.hit().number(), Instant.EPOCH),
                it.start(),
                it.end(),
                it.title(),
                it.particulars().description(),
                it.spot().map(spot -> spot.name() + ", " + spot.address()).orElse("Online"),
                it.spot().map(spot -> spot.point()),
                "CONFIRMED",
                ListingJson.path(it));
    }

    private static String uid(ListingId id) {
        return id.at().isEmpty() ? id.source() : id.source() + "." + id.at();
    }

    private CompletionStage<Answer> points(Call call) {
        var pages = clients.pages(call.request());
        return found(
                call,
                MOST_POINTS,
                found -> Answer.bytes(
                                "application/geo+json",
                                GeoJson.of(found.stream().map(Found::listing).toList(), pages))
                        .with("Access-Control-Allow-Origin", "*")
                        .with("Cross-Origin-Resource-Policy", "cross-origin"));
    }

    private interface Written {
        Answer as(List<Found> found);
    }

    private CompletionStage<Answer> found(Call call, int most, Written written) {
        DiscoverOperations.needs(replica);
        var now = clock.instant();
        var asked = Asked.of(call, now);
        var seen = Seen.nothing(now);
        var question = asked.question(seen.now(), Taste.UNKNOWN).ordered(Order.SOONEST);
        return CompletableFuture.supplyAsync(
                () -> {
                    var answer = written.as(
                            finder.find(asked.words(), question, seen, most).found());
                    var tag = Versions.tag(Version.ofContent(text(answer)));
                    return (Versions.known(call, tag) ? Answer.unchanged() : answer)
                            .with("ETag", tag)
                            .with("Cache-Control", CACHING);
                },
                blocking);
    }

    private static String text(Answer answer) {
        return answer.body() instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
    }
}
