package downbeat.web.http.discovery;

import downbeat.discovery.gazetteer.Gazetteer;
import downbeat.discovery.index.Hit;
import downbeat.discovery.index.Question;
import downbeat.discovery.index.Taste;
import downbeat.discovery.journey.HoldOut;
import downbeat.discovery.journey.book.Sightings;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.view.ListingTable;
import downbeat.discovery.view.Replica;
import downbeat.discovery.view.Tastes;
import downbeat.kernel.Version;
import downbeat.popups.domain.PopUpId;
import downbeat.web.http.discovery.FoundJson.FacetsJson;
import downbeat.web.http.discovery.FoundJson.NamedPlaceJson;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Cursors;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.identity.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Finds classes, pop-ups and drops. Where somebody looks is neither kept nor logged; which pop-ups they were shown is, if they
 * allow it.
 */
public final class DiscoverOperations {
    private static final int PAGE = 20;
    private static final int MOST = 50;
    /** In a box. */
    private static final int MOST_PLACES = 200;
    /** Listings that seem to have the words and are read to be sure, for one page. */
    private static final int MOST_READ = 2_000;
    /** Of these, read at once. */
    private static final int AHEAD = 60;

    private final Replica replica;
    private final ListingTable table;
    private final Tastes tastes;
    private final Sightings sightings;
    private final Cursors cursors;
    private final Clock clock;
    private final Executor blocking;

    public DiscoverOperations(
            Replica replica,
            ListingTable table,
            Tastes tastes,
            Sightings sightings,
            Cursors cursors,
            Clock clock,
            Executor blocking) {
        this.replica = replica;
        this.table = table;
        this.tastes = tastes;
        this.sightings = sightings;
        this.cursors = cursors;
        this.clock = clock;
        this.blocking = blocking;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("discover", "/api/v1/discover", Access.ANYONE, this::discover)
                        .knowing(Asked.PARAMETERS),
                Operation.get("findPlaces", "/api/v1/places", Access.ANYONE, DiscoverOperations::places)
                        .knowing("q", "box"));
    }

    private static CompletionStage<Answer> places(Call call) {
        var query = new Query(call);
        var places = query.text("q", 100)
                .map(Gazetteer.shipped()::named)
                .or(() -> Asked.box(query).map(box -> Gazetteer.shipped().within(box, MOST_PLACES)))
                .orElseThrow(() ->
                        ProblemType.BAD_FIELD.at("q", "must have the beginning of a name, unless there is a box."));
        return Answer.ok(new PlacesJson(places.stream().map(NamedPlaceJson::of).toList()))
                .with("Cache-Control", "public, max-age=3600")
                .now();
    }

    /** The busiest first. */
    record PlacesJson(List<NamedPlaceJson> items) {}

    private CompletionStage<Answer> discover(Call call) {
        if (!replica.ready()) {
            throw ProblemType.UNAVAILABLE
                    .saying("What there is to find is being read. Try again in a moment.")
                    .with("Retry-After", "2")
                    .asException();
        }
        var now = clock.instant();
        var asked = Asked.of(call, now);
        int limit = call.number("limit", 1, MOST, PAGE);
        var list = "discover " + new Query(call).canonical();
        var seen = Optional.ofNullable(call.query().get("cursor"))
                .map(text -> Seen.parse(cursors.open(list, text), now))
                .orElseGet(() -> Seen.nothing(now));
        return CompletableFuture.supplyAsync(
                () -> {
                    var who = call.caller().map(Caller::participant);
                    var taste =
                            who.filter(it -> !HoldOut.has(it)).map(tastes::of).orElse(Taste.UNKNOWN);
                    var found = page(asked, asked.question(seen.now(), taste), list, seen, limit);
                    who.ifPresent(it -> sightings.note(it, popUps(found), now));
                    return answer(call, found);
                },
                blocking);
    }

    private static List<PopUpId> popUps(FoundJson found) {
        return found.items().stream()
                .filter(it -> it.kind().equals(ListingKind.POP_UP.text()))
                .map(it -> new PopUpId(it.id()))
                .toList();
    }

    private Answer answer(Call call, FoundJson found) {
        var tag = Versions.tag(Version.ofContent(found.toString()));
        var lag = Duration.between(replica.asOf(), clock.instant());
        var answer = Versions.known(call, tag) ? Answer.unchanged() : Answer.ok(found);
        return answer.with("ETag", tag)
                .with("Cache-Control", "private, no-cache")
                .with("Downbeat-Lag", String.format(Locale.ROOT, "%.3f", lag.toMillis() / 1_000.0));
    }

    /** What was found, and all that was looked at on the way. */
    private record Page(List<ListingJson> items, Seen seen, boolean more) {}

    private FoundJson page(Asked asked, Question question, String list, Seen seen, int limit) {
        var page = read(asked, question, seen, limit);
        var facets = replica.index().facets(question);
        boolean goesOn = page.more() && page.seen().numbers().length < Seen.MOST;
        return new FoundJson(
                asked.place().map(NamedPlaceJson::of).orElse(null),
                page.items(),
                facets.total(),
                !asked.words().isEmpty(),
                FacetsJson.of(facets),
                goesOn ? cursors.seal(list, page.seen().toString()) : null);
    }

    /** What only seems to have the words is passed over, and is not looked at again on the next page. */
    private Page read(Asked asked, Question question, Seen seen, int limit) {
        var items = new ArrayList<ListingJson>();
        var so = seen;
        int ahead = asked.words().isEmpty() ? 0 : AHEAD;
        for (int read = 0; read < MOST_READ; ) {
            int wanted = Math.max(limit - items.size() + 1, ahead);
            var hits = replica.index().best(question, wanted, so.numbers());
            var shown = table.shown(hits.stream().map(Hit::number).toList());
            for (var hit : hits) {
                var listing = Optional.ofNullable(shown.get(hit.number())).filter(it -> has(it, asked));
                if (listing.isPresent() && items.size() == limit) {
                    return new Page(items, so, true);
                }
                listing.ifPresent(it -> items.add(ListingJson.of(it, hit)));
                so = so.and(hit.number());
            }
            read += hits.size();
            if (hits.size() < wanted) {
                return new Page(items, so, false);
            }
        }
        return new Page(items, so, true);
    }

    private static boolean has(Listing it, Asked asked) {
        return asked.words().isEmpty() || it.words().have(asked.words().words());
    }
}
