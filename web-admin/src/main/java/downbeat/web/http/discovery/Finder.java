package downbeat.web.http.discovery;

import downbeat.discovery.index.Hit;
import downbeat.discovery.index.Question;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.Words;
import downbeat.discovery.view.ListingTable;
import downbeat.discovery.view.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds listings in the replica and reads what is shown of them. Blocks on the database. */
final class Finder {
    /** Listings that seem to have the words and are read to be sure, for one page. */
    private static final int MOST_READ = 2_000;
    /** Of these, read at once. */
    private static final int AHEAD = 60;

    private final Replica replica;
    private final ListingTable table;

    Finder(Replica replica, ListingTable table) {
        this.replica = replica;
        this.table = table;
    }

    /** A listing and why it stands where it stands. */
    record Found(Listing listing, Hit hit) {}

    /** What was found, and all that was looked at on the way. */
    record Page(List<Found> found, Seen seen, boolean more) {}

    /** What only seems to have the words is passed over, and is not looked at again on the next page. */
    Page find(Words words, Question question, Seen seen, int limit) {
        var found = new ArrayList<Found>();
        var so = seen;
        int ahead = words.isEmpty() ? 0 : AHEAD;
        for (int read = 0; read < MOST_READ; ) {
            int wanted = Math.max(limit - found.size() + 1, ahead);
            var hits = replica.index().best(question, wanted, so.numbers());
            var shown = table.shown(hits.stream().map(Hit::number).toList());
            for (var hit : hits) {
                var listing = Optional.ofNullable(shown.get(hit.number())).filter(it -> has(it, words));
                if (listing.isPresent() && found.size() == limit) {
                    return new Page(found, so, true);
                }
                listing.ifPresent(it -> found.add(new Found(it, hit)));
                so = so.and(hit.number());
            }
            read += hits.size();
            if (hits.size() < wanted) {
                return new Page(found, so, false);
            }
        }
        return new Page(found, so, true);
    }

    private static boolean has(Listing it, Words words) {
        return words.isEmpty() || it.words().have(words.words());
    }
}
