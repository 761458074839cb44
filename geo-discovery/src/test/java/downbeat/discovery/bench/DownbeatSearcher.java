package downbeat.discovery.bench;

import downbeat.discovery.index.ListingIndex;
import downbeat.discovery.index.Order;
import downbeat.discovery.index.Question;
import downbeat.kernel.GeoPoint;
import java.util.Locale;

/** The twenty within 3 km that begin within two days, can be reached and are not sold out, in one of the orders. */
record DownbeatSearcher(ListingIndex index, Order order, boolean counting) implements Searcher {

    @Override
    public String name() {
        return "Downbeat, " + order.name().toLowerCase(Locale.ROOT) + " 20 within 3 km, time"
                + (counting ? ", facets" : "");
    }

    static Question question(GeoPoint point, Order order) {
        return Question.around(point, 3_000, NearBenchmark.SOON.start())
                .during(NearBenchmark.SOON)
                .ordered(order);
    }

    @Override
    public int search(GeoPoint point) {
        var question = question(point, order);
        int found = index.best(question, 20).size();
        return counting ? Math.min(found, index.facets(question).total()) : found;
    }

    @Override
    public void close() {}
}
