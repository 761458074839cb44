package downbeat.classes.live.relay;

import downbeat.classes.live.frame.Frames;
import downbeat.classes.live.log.ClassState;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.CueLog;
import downbeat.classes.live.log.Cursor;
import downbeat.classes.live.log.Position;
import downbeat.classes.live.log.Step;
import downbeat.classes.live.message.ConnectionMessage.CueFrame;
import downbeat.classes.live.message.RaisedHand;
import downbeat.classes.live.message.RelayMessage.Issued;
import downbeat.classes.live.message.RelayMessage.Welcome;
import downbeat.classes.live.message.Row;
import downbeat.classes.live.message.Wish;
import downbeat.classes.plan.CuePlan;
import downbeat.kernel.ParticipantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A relay's copy of the class. What a newcomer is told of it is rendered once for a crowd. Owned by one actor. */
final class Copy {
    private final CueLog log;
    private final CuePlan plan;
    private final String planBody;
    private final Map<ParticipantId, Row> roster = new LinkedHashMap<>();
    private final Map<ParticipantId, Wish> wishes = new HashMap<>();
    private ClassState state;
    private List<RaisedHand> hands;
    private long rosterRev = 1;
    private int unnamed;
    private long handsRev = 1;
    private @Nullable String stateBody;
    private @Nullable String handsBody;
    private @Nullable String rosterBody;

    Copy(Welcome welcome) {
        log = CueLog.of(
                welcome.epoch(),
                welcome.gens(),
                welcome.cues(),
                welcome.after() + welcome.cues().size());
        plan = welcome.plan();
        planBody = Frames.plan(plan).toString();
        state = welcome.state();
        hands = welcome.hands();
        welcome.roster().forEach(row -> roster.put(row.member(), row));
        wishes(welcome.wishes());
    }

    CueLog log() {
        return log;
    }

    ClassState state() {
        return state;
    }

    /** Takes a welcome into a log that goes on. Returns the cues that are new. */
    List<Cue> goOn(Welcome welcome) {
        if (!repeats(welcome)) {
            log.rewind(welcome.after());
        }
        log.learn(welcome.gens());
        var taken = new ArrayList<Cue>();
        for (var cue : welcome.cues()) {
            if (cue.offset() == log.last() + 1) {
                log.append(cue);
                taken.add(cue);
            }
        }
        state(welcome.state());
        hands(welcome.hands());
        roster(welcome.roster());
        wishes(welcome.wishes());
        return taken;
    }

    /** Whether a welcome continues this log. */
    boolean continues(Welcome welcome) {
        return repeats(welcome)
                || (!welcome.fresh() && welcome.epoch().equals(log.epoch()) && welcome.after() <= log.last());
    }

    /**
     * Whether the welcome is of the writer this copy has: asked twice, answered twice. A writer's log only grows, so that
     * nothing held is forgotten.
     */
    boolean repeats(Welcome welcome) {
        return welcome.epoch().equals(log.epoch())
                && welcome.gens().equals(log.gens())
                && welcome.after() <= log.last();
    }

    /** Takes new cues. Returns those that were the next ones; fewer than given means a gap. */
    List<Cue> take(Issued issued) {
        var taken = new ArrayList<Cue>();
        for (var cue : issued.cues()) {
            var cursor = new Cursor(log.epoch(), log.gen(), log.last());
            if (cursor.step(cue.epoch(), cue.gen(), cue.offset()) == Step.NEXT && cue.gen() <= log.gen()) {
                log.append(cue);
                taken.add(cue);
            }
        }
        if (!taken.isEmpty()) {
            state(issued.state());
        }
        return taken;
    }

    boolean gap(Issued issued) {
        return issued.cues().getLast().offset() > log.last();
    }

    CueFrame frame(Cue cue, boolean replay) {
        return new CueFrame(
                cue.epoch(),
                cue.gen(),
                cue.offset(),
                cue.kind(),
                cue.at(),
                cue.issuedAt(),
                Frames.cue(cue, plan, replay),
                replay);
    }

    private void state(ClassState now) {
        if (!now.equals(state)) {
            state = now;
            stateBody = null;
        }
    }

    void hands(List<RaisedHand> now) {
        hands = now;
        handsRev++;
        handsBody = null;
    }

    void roster(List<Row> rows) {
        rows.forEach(row -> roster.put(row.member(), row));
        rosterRev++;
        rosterBody = null;
    }

    /** How many are in the room of whom nobody knows who they are. Returns whether that is news. */
    boolean unnamed(int now) {
        var isNew = now != unnamed;
        unnamed = now;
        if (isNew) {
            roster(List.of());
        }
        return isNew;
    }

    void wishes(List<Wish> changed) {
        changed.forEach(wish -> wishes.put(wish.member(), wish));
    }

    /** What a member chose for itself. */
    Wish wish(ParticipantId member) {
        return wishes.getOrDefault(member, Wish.unspoken(member));
    }

    CuePlan plan() {
        return plan;
    }

    String planBody() {
        return planBody;
    }

    String stateBody() {
        if (stateBody == null) {
            stateBody = Frames.state(state, plan).toString();
        }
        return stateBody;
    }

    String handsBody() {
        if (handsBody == null) {
            handsBody = Frames.hands(handsRev, hands).toString();
        }
        return handsBody;
    }

    String rosterBody() {
        if (rosterBody == null) {
            var here = roster.values().stream().filter(Row::present).toList();
            rosterBody =
                    Frames.roster(rosterRev, here.size(), unnamed, here, true).toString();
        }
        return rosterBody;
    }

    String rosterChange(List<Row> rows) {
        return Frames.roster(rosterRev, count(), unnamed, rows, false).toString();
    }

    private long count() {
        return roster.values().stream().filter(Row::present).count();
    }

    Position position() {
        return log.position();
    }
}
