package downbeat.classes.live.relay;

import downbeat.classes.live.adapt.Advice;
import downbeat.classes.live.adapt.Coach;
import downbeat.classes.live.adapt.Moment;
import downbeat.classes.live.adapt.Target;
import downbeat.classes.live.bio.Reading;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.log.Phase;
import downbeat.classes.live.message.AskTally;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The coaches of a relay's members, and what each member was told last. Owned by one actor. */
final class Coaching {
    private final Map<ParticipantId, Coach> coaches = new HashMap<>();
    private final Map<ParticipantId, Advice> told = new HashMap<>();
    private Map<ParticipantId, Double> repsShares = Map.of();
    private ClassTime before = ClassTime.ZERO;

    /** Takes what members confirmed, when it was repetitions: it holds until the next such question is answered. */
    void asked(@Nullable AskTally ask) {
        if (ask == null || ask.ask().answer() != AnswerKind.REPS) {
            return;
        }
        var counts = ask.answers().stream()
                .map(AskTally.Answer::value)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        var median = counts.isEmpty() ? 0 : counts.get(counts.size() / 2);
        var shares = new HashMap<ParticipantId, Double>();
        ask.answers().forEach(answer -> {
            var count = answer.value();
            if (count != null && median > 0) {
                shares.put(answer.member(), (double) count / median);
            }
        });
        repsShares = shares;
    }

    /** A second has passed. Returns what members are to be told because it differs from what they were. */
    Map<ParticipantId, Advice> second(
            Set<ParticipantId> members, Copy copy, Function<ParticipantId, Reading> readings, ClassTime now) {
        var since = now.since(before);
        before = now;
        coaches.keySet().retainAll(members);
        told.keySet().retainAll(members);
        var bounds = copy.state().extras().bounds();
        if (!bounds.on() && told.isEmpty()) {
            return Map.of();
        }
        var target = target(copy, now).orElse(null);
        var changes = new LinkedHashMap<ParticipantId, Advice>();
        for (var member : members) {
            var moment = new Moment(
                    since.isNegative() ? Duration.ZERO : since,
                    bounds,
                    copy.wish(member).adapted(),
                    target,
                    readings.apply(member),
                    repsShares.getOrDefault(member, 1.0));
            var coach = coaches.getOrDefault(member, Coach.START).next(moment);
            coaches.put(member, coach);
            tell(member, coach.advice(moment), changes);
        }
        return changes;
    }

    private void tell(ParticipantId member, Advice advice, Map<ParticipantId, Advice> changes) {
        if (advice.differs(told.getOrDefault(member, Advice.OFF))) {
            changes.put(member, advice);
            if (advice.on()) {
                told.put(member, advice);
            } else {
                told.remove(member);
            }
        }
    }

    /** What the member was told last, if that is anything but nothing. */
    Optional<Advice> told(ParticipantId member) {
        return Optional.ofNullable(told.get(member));
    }

    private static Optional<Target> target(Copy copy, ClassTime now) {
        var state = copy.state();
        if (state.phase() != Phase.LIVE || !state.anchor().running()) {
            return Optional.empty();
        }
        var position = state.anchor().position(now);
        return copy.plan().segments().stream()
                .filter(segment -> segment.contains(position))
                .findFirst()
                .flatMap(segment -> Target.of(segment, position));
    }
}
