package downbeat.web.http.openactive;

import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.view.ListingChange;
import downbeat.discovery.view.ListingTable;
import downbeat.kernel.AccountId;
import downbeat.web.http.openactive.Rpde.Item;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Client;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.identity.view.MemberNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Feeds of classes and pop-ups that other sites follow. Whoever goes from page to page, each after the last number of the one before,
 * and then asks the last page again, has all that there is and learns of all that there is no more.
 */
public final class OpenActiveOperations {
    private static final String AFTER = "afterChangeNumber";

    private final ListingTable table;
    private final MemberNames names;
    private final Client clients;
    private final Executor blocking;

    public OpenActiveOperations(ListingTable table, MemberNames names, Client clients, Executor blocking) {
        this.table = table;
        this.names = names;
        this.clients = clients;
        this.blocking = blocking;
    }

    /** What a feed has of a listing. */
    private record Feed(ListingKind of, String kind, Function<Opportunity, Map<String, Object>> data) {}

    public List<Operation> operations() {
        return List.of(
                feed(
                        "openActiveSessionSeries",
                        "/api/openactive/session-series",
                        new Feed(ListingKind.CLASS, "SessionSeries", Opportunity::series)),
                feed(
                        "openActiveScheduledSessions",
                        "/api/openactive/scheduled-sessions",
                        new Feed(ListingKind.CLASS, "ScheduledSession", Opportunity::session)),
                feed(
                        "openActiveEvents",
                        "/api/openactive/events",
                        new Feed(ListingKind.POP_UP, "Event", Opportunity::event)));
    }

    private Operation feed(String name, String path, Feed feed) {
        return Operation.get(name, path, Access.ANYONE, call -> answer(call, feed))
                .knowing(AFTER);
    }

    private CompletionStage<Answer> answer(Call call, Feed feed) {
        var asked = Optional.ofNullable(call.query().get(AFTER));
        long after = asked.map(OpenActiveOperations::number).orElse(0L);
        var pages = clients.pages(call.request());
        var feedUrl = pages + call.operation().path().text();
        return CompletableFuture.supplyAsync(
                () -> {
                    var changes = table.after(feed.of(), after, Rpde.MOST);
                    var next = changes.isEmpty()
                            ? asked
                            : Optional.of("" + changes.getLast().change());
                    var page = new Rpde(
                            feedUrl
                                    + next.map(number -> "?" + AFTER + "=" + number)
                                            .orElse(""),
                            items(feed, changes, pages),
                            Rpde.LICENSE);
                    return new Answer(200, Rpde.MEDIA, page, Map.of(), Optional.empty())
                            .with("Cache-Control", page.caching())
                            .with("Access-Control-Allow-Origin", "*")
                            .with("Cross-Origin-Resource-Policy", "cross-origin");
                },
                blocking);
    }

    private static long number(String text) {
        try {
            if (text.matches("\\d{1,19}")) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException tooLarge) {
            // answered below
        }
        throw ProblemType.BAD_FIELD.at(AFTER, "must be a whole number from 0, as the next of a page has it.");
    }

    private List<Item> items(Feed feed, List<ListingChange> changes, String pages) {
        var known = names.ofAccounts(changes.stream()
                .flatMap(change -> change.listing().stream())
                .map(Listing::owner)
                .distinct()
                .toList());
        return changes.stream().map(change -> item(feed, change, known, pages)).toList();
    }

    private static Item item(Feed feed, ListingChange change, Map<AccountId, String> names, String pages) {
        var data = change.listing()
                .map(it -> feed.data().apply(new Opportunity(it, Optional.ofNullable(names.get(it.owner())), pages)));
        return new Item(
                data.isPresent() ? "updated" : "deleted",
                feed.kind(),
                change.source(),
                change.change(),
                data.orElse(null));
    }
}
