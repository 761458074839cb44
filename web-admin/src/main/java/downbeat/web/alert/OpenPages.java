package downbeat.web.alert;

import akka.NotUsed;
import akka.actor.ClassicActorSystemProvider;
import akka.stream.BoundedSourceQueue;
import akka.stream.javadsl.Source;
import downbeat.discovery.alert.view.ToldTable.Told;
import downbeat.discovery.view.ListingTable;
import downbeat.kernel.ParticipantId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The pages at this node that are open and want to hear. What comes faster than a page reads it is dropped for that page: it finds
 * it in the table when it comes again.
 */
public final class OpenPages {
    /** Unread by one page. */
    private static final int UNREAD = 32;
    /** Pages of one reader; the oldest ends when there is one more. */
    private static final int MOST = 6;

    private final Map<ParticipantId, List<BoundedSourceQueue<News>>> open = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ListingTable listings;

    public OpenPages(ListingTable listings, MeterRegistry metrics) {
        this.listings = listings;
        Gauge.builder("downbeat.alerts.pages", this, OpenPages::count)
                .description("Open pages that hear of what opens near their readers")
                .register(metrics);
    }

    private int count() {
        return open.values().stream().mapToInt(List::size).sum();
    }

    /** A page was opened, and hears from now on, before it is read too. */
    public Source<News, NotUsed> open(ParticipantId who, ClassicActorSystemProvider system) {
        var page = Source.<News>queue(UNREAD)
                .watchTermination((queue, done) -> {
                    done.whenComplete((end, failure) -> remove(who, queue));
                    return queue;
                })
                .preMaterialize(system);
        add(who, page.first());
        if (closed.get()) {
            page.first().complete();
        }
        return page.second();
    }

    private void add(ParticipantId who, BoundedSourceQueue<News> page) {
        var oldest = new ArrayList<BoundedSourceQueue<News>>();
        open.compute(who, (id, pages) -> {
            var all = pages == null ? new ArrayList<BoundedSourceQueue<News>>() : new ArrayList<>(pages);
            all.add(page);
            while (all.size() > MOST) {
                oldest.add(all.removeFirst());
            }
            return List.copyOf(all);
        });
        oldest.forEach(BoundedSourceQueue::complete);
    }

    private void remove(ParticipantId who, BoundedSourceQueue<News> page) {
        open.computeIfPresent(who, (id, pages) -> {
            var rest = pages.stream().filter(it -> !it.equals(page)).toList();
            return rest.isEmpty() ? null : rest;
        });
    }

    /** Somebody was told, by whichever node. Blocks on the database for those who have a page open. */
    public void hear(List<Told> told) {
        var here = told.stream().filter(it -> open.containsKey(it.member())).toList();
        if (here.isEmpty()) {
            return;
        }
        var shown = listings.shown(here.stream().map(Told::number).distinct().toList());
        for (var it : here) {
            Optional.ofNullable(shown.get(it.number()))
                    .ifPresent(listing -> tell(it.member(), new News(it.change(), it.at(), listing)));
        }
    }

    private void tell(ParticipantId who, News news) {
        open.getOrDefault(who, List.of()).forEach(page -> page.offer(news));
    }

    /** Ends all pages: they come again at another node. */
    public void close() {
        closed.set(true);
        open.values().stream().flatMap(Collection::stream).toList().forEach(BoundedSourceQueue::complete);
    }
}
