package downbeat.web.rehearse.report;

import downbeat.web.rehearse.device.Observer;
import downbeat.web.rehearse.device.Trainer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/** Everything measured while a class is rehearsed. Safe for many threads. */
public final class Measurements implements Observer, Trainer.Ear {
    private final Map<Gauge, Histogram> histograms = new EnumMap<>(Gauge.class);
    private final Map<String, Long> published = new ConcurrentHashMap<>();
    private final Map<String, Long> pressed = new ConcurrentHashMap<>();
    private final Map<String, Long> entered = new ConcurrentHashMap<>();
    private final Set<String> away = ConcurrentHashMap.newKeySet();
    private final Set<String> adapted = ConcurrentHashMap.newKeySet();
    private final Set<String> fetched = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> late = new ConcurrentHashMap<>();
    private final Executions executions = new Executions();
    private final LongAdder resumed = new LongAdder();
    private final LongAdder recovered = new LongAdder();
    private final LongAdder answers = new LongAdder();
    private final LongAdder hands = new LongAdder();

    public Measurements() {
        for (Gauge gauge : Gauge.values()) {
            histograms.put(gauge, Gauge.histogram());
        }
    }

    private void record(Gauge gauge, long nanos) {
        histogram(gauge).recordValue(Gauge.micros(nanos));
    }

    @Override
    public void pressed(String device, long nanos) {
        pressed.put(device, nanos);
    }

    @Override
    public void joined(String device, long nanos) {
        record(Gauge.JOIN, nanos);
        Long since = pressed.get(device);
        if (since != null) {
            entered.put(device, since + nanos);
        }
    }

    @Override
    public void lost(String device) {
        away.add(device);
    }

    @Override
    public void back(String device, long nanos) {
        away.remove(device);
        record(Gauge.BACK, nanos);
    }

    @Override
    public void resumed(boolean wasRecovered) {
        resumed.increment();
        if (wasRecovered) {
            recovered.increment();
        }
    }

    @Override
    public void published(String cueId, long intendedNanos) {
        published.put(cueId, intendedNanos);
    }

    @Override
    public void safe(String cueId, long nanos) {
        record(Gauge.PUBLISH_TO_SAFE, nanos);
    }

    @Override
    public void received(String cueId, long nanos) {
        Long intended = published.get(cueId);
        if (intended != null) {
            record(Gauge.PUBLISH_TO_RECEIVE, nanos - intended);
        }
    }

    @Override
    public void executed(String device, Played cue, long nanos) {
        Long since = pressed.remove(device);
        if (since != null) {
            record(Gauge.FIRST_CUE, nanos - since);
            record(Gauge.FIRST_CUE_ONCE_IN, nanos - entered.getOrDefault(device, nanos));
        }
        if (!cue.how().equals("ONTIME")) {
            late.computeIfAbsent(cue.how(), how -> new LongAdder()).increment();
        }
        if (cue.kind().equals("PLANNED") && cue.ahead()) {
            executions.add(cue.cueId() + "#" + cue.rev(), nanos, away.contains(device));
        }
        Long intended = cue.how().equals("REPLAYED") ? null : published.get(cue.cueId());
        if (intended != null) {
            record(Gauge.PUBLISH_TO_EXECUTE, nanos - intended);
        }
    }

    @Override
    public void answered() {
        answers.increment();
    }

    @Override
    public void handRaised() {
        hands.increment();
    }

    @Override
    public void toldOfTheClass(long nanos) {
        record(Gauge.BIO_AGE, nanos);
    }

    @Override
    public void adapted(String device) {
        adapted.add(device);
    }

    @Override
    public void fetched(String device) {
        fetched.add(device);
    }

    /** The class is over: skew can be computed. To be called once. */
    public void finish() {
        executions.skewsInto(histogram(Gauge.SKEW), histogram(Gauge.SKEW_AWAY), histogram(Gauge.SPREAD));
    }

    public Histogram histogram(Gauge gauge) {
        Histogram histogram = histograms.get(gauge);
        if (histogram == null) {
            throw new IllegalStateException("every gauge has its histogram from the start");
        }
        return histogram;
    }

    public Percentiles percentiles(Gauge gauge) {
        return Percentiles.of(histogram(gauge));
    }

    /** Of the planned cues that {@code members} should have executed, the share executed that had come ahead of their time. */
    public double plannedDone(long members) {
        return executions.done(members);
    }

    public long resumedCount() {
        return resumed.sum();
    }

    public long recoveredCount() {
        return recovered.sum();
    }

    public long answerCount() {
        return answers.sum();
    }

    public long handCount() {
        return hands.sum();
    }

    /** Devices that were told how cues are adapted to them. */
    public long adaptedCount() {
        return adapted.size();
    }

    /** Devices that have all of what the class brought along. */
    public long fetchedCount() {
        return fetched.size();
    }

    /** Executions that were not on time, by how. */
    public Map<String, Long> lateByHow() {
        Map<String, Long> counts = new TreeMap<>();
        late.forEach((how, count) -> counts.put(how, count.sum()));
        return counts;
    }
}
