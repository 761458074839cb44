package downbeat.discovery.alert.view;

import downbeat.discovery.alert.AlertIndex;
import downbeat.discovery.alert.Candidate;
import downbeat.discovery.alert.Channel;
import downbeat.discovery.alert.Opening;
import downbeat.discovery.alert.Waves;
import downbeat.discovery.alert.Waves.Wave;
import downbeat.discovery.alert.view.Openings.Due;
import downbeat.discovery.alert.view.Openings.State;
import downbeat.discovery.journey.HoldOut;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.view.ListingTable;
import downbeat.kernel.ParticipantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells members of what opens near them, wave by wave. Every node may do it: a wave belongs to whoever changes the row of its
 * opening first, and who was told, their letters and the next wave are written in the same transaction. A node that dies in
 * between has told nobody, and the wave is made by another one. {@link #round} is called by one thread after the other.
 */
public final class Announcer {
    /** Alerts that are read at once. */
    private static final int PIECE = 20_000;
    /** What opened stays known as long as its listing. */
    private static final Duration OPENINGS_KEPT = Duration.ofDays(30);
    /** As long as the other steps of members, of which figures count what came of it. */
    private static final Duration TOLD_KEPT = Duration.ofDays(400);

    private final Jdbi database;
    private final AlertTable alerts;
    private final ListingTable listings;
    private final Openings openings;
    private final ToldTable told;
    private final Letters letters;
    private final Insiders insiders;
    private final Consumer<List<ToldTable.Told>> pages;
    private final Clock clock;
    private final Map<Channel, Counter> toldBy = new EnumMap<>(Channel.class);
    private final Timer matching;
    private final AlertIndex index = new AlertIndex();
    private volatile int size;
    private long alertsSeen;
    private long wavesSeen = -1;

    /** @param pages hears of who was told on the page, by whichever node */
    public Announcer(
            Jdbi database,
            AlertTable alerts,
            ListingTable listings,
            Letters letters,
            Insiders insiders,
            Consumer<List<ToldTable.Told>> pages,
            Clock clock,
            MeterRegistry metrics) {
        this.database = database;
        this.alerts = alerts;
        this.listings = listings;
        this.openings = new Openings(database);
        this.told = new ToldTable(database);
        this.letters = letters;
        this.insiders = insiders;
        this.pages = pages;
        this.clock = clock;
        for (var way : Channel.values()) {
            toldBy.put(
                    way,
                    Counter.builder("downbeat.alerts.told")
                            .tag("channel", way.text())
                            .description("Members told by waves of this node")
                            .register(metrics));
        }
        this.matching = Timer.builder("downbeat.alerts.matching")
                .description("Holding what opened against all alerts")
                .register(metrics);
        Gauge.builder("downbeat.alerts", this, it -> it.size)
                .description("Alerts that this node knows")
                .register(metrics);
    }

    /** Takes in what changed, and makes the waves that are due. Blocks on the database. */
    public void round() {
        var there = AlertClock.read(database);
        if (wavesSeen < 0) {
            wavesSeen = there.waves();
        }
        if (there.alerts() > alertsSeen) {
            follow(there.alerts());
        }
        var now = clock.instant();
        if (there.listings() > there.openings() || !there.due().isAfter(now)) {
            waves(now);
            there = AlertClock.read(database);
        }
        if (there.waves() > wavesSeen) {
            hear(there.waves());
        }
    }

    private void waves(Instant now) {
        boolean all = openings.look(now);
        while (!all) {
            all = openings.look(now);
        }
        openings.due(now).forEach(due -> wave(due, now));
    }

    /** Takes in alerts that were made, edited or deleted: before each wave, so that none tells who has just said no. */
    private void follow(long now) {
        for (var some = alerts.changes(alertsSeen, PIECE); !some.isEmpty(); some = alerts.changes(alertsSeen, PIECE)) {
            for (var change : some) {
                change.now().ifPresentOrElse(index::put, () -> index.remove(change.id()));
                alertsSeen = change.number();
            }
        }
        alertsSeen = Math.max(alertsSeen, now);
        size = index.size();
    }

    private void hear(long waves) {
        var news = told.after(wavesSeen);
        wavesSeen = news.isEmpty() ? waves : Math.max(waves, news.getLast().change());
        pages.accept(news);
    }

    private void wave(Due due, Instant now) {
        var listing = Optional.ofNullable(listings.shown(Set.of(due.number())).get(due.number()))
                .filter(it -> it.until().isAfter(now) && it.spot().isPresent());
        var candidates = listing.filter(it -> it.left() > 0)
                .map(it -> candidates(it, now))
                .orElse(Set.of());
        database.useTransaction(db -> {
            if (!Openings.claim(db, due, now)) {
                return;
            }
            if (listing.isEmpty()) {
                Openings.end(db, due, State.OVER);
            } else if (listing.get().left() == 0) {
                Openings.end(db, due, State.SOLD_OUT);
            } else {
                tell(db, due, listing.get(), candidates, now);
            }
        });
    }

    private Collection<Candidate> candidates(Listing it, Instant now) {
        var opening = new Opening(it.id(), it.style(), it.spot().orElseThrow().point(), it.start());
        var matches = matching.record(() -> index.matching(opening));
        var all = Candidate.of(matches == null ? List.of() : matches, now);
        var out = all.isEmpty() ? Set.<ParticipantId>of() : insiders.of(it);
        return all.stream()
                .filter(who -> !HoldOut.has(who.member()) && !out.contains(who.member()))
                .toList();
    }

    private void tell(Handle db, Due due, Listing it, Collection<Candidate> candidates, Instant now) {
        var before = ToldTable.toldOf(db, due.listing());
        var left = candidates.stream()
                .filter(who -> !before.contains(who.member()))
                .toList();
        var members = new HashSet<ParticipantId>();
        left.forEach(who -> members.add(who.member()));
        var standings = ToldTable.standings(db, members, now);
        var wave = Waves.of(it.id(), it.left(), left, standings, now, it.until());
        if (!wave.told().isEmpty()) {
            write(db, due, it, wave, now);
        }
        wave.next().ifPresentOrElse(next -> Openings.next(db, due, next), () -> Openings.end(db, due, State.TOLD));
    }

    private void write(Handle db, Due due, Listing it, Wave wave, Instant now) {
        int number = due.wave() + 1;
        ToldTable.write(db, due.listing(), number, wave.told(), now);
        var byLetter = wave.told().stream()
                .filter(who -> who.by().contains(Channel.LETTER))
                .map(Candidate::member)
                .toList();
        if (!byLetter.isEmpty()) {
            letters.put(db, it, number, byLetter, now);
        }
        for (var who : wave.told()) {
            who.by().forEach(way -> Objects.requireNonNull(toldBy.get(way)).increment());
        }
    }

    /** Takes away what is of no use any more. */
    public void clear() {
        var now = clock.instant();
        alerts.forget();
        openings.clear(now.minus(OPENINGS_KEPT));
        told.clear(now.minus(TOLD_KEPT));
    }
}
