package downbeat.classes.live.relay;

import downbeat.classes.live.adapt.Advice;
import downbeat.classes.live.bio.BioRow;
import downbeat.classes.live.bio.Board;
import downbeat.classes.live.bio.Reading;
import downbeat.classes.live.bio.Sheet;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.frame.BioFrames;
import downbeat.classes.live.frame.Frames;
import downbeat.classes.live.message.AskTally;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage.Latest;
import downbeat.classes.live.message.Row;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Biofeedback at a relay: takes members' readings, gives the sequencer those that are shared, tells everybody how the class
 * does and each member how its cues are adapted. Owned by one actor.
 */
final class Biofeedback {
    private final Links links;
    private final Board board = new Board();
    private final Coaching coaching = new Coaching();

    Biofeedback(Links links) {
        this.links = links;
    }

    /** @param reading null when the device said nothing */
    void sensed(Link link, @Nullable Reading reading, ClassTime now) {
        if (reading != null && link.member()) {
            board.take(link.joiner().member(), reading, now);
        }
    }

    /** A device of the member went; with the last one go its readings. */
    void left(Link link) {
        if (links.devices(link.joiner().member()) == 0) {
            board.forget(link.joiner().member());
        }
    }

    /** What those who are here share. Nothing else leaves the relay. */
    List<BioRow> rows(Copy copy) {
        var people = links.rows().stream()
                .map(row -> new Board.Person(row.member(), row.name()))
                .toList();
        return board.rows(people, member -> copy.wish(member).shares());
    }

    /**
     * The trainer sees everybody who shares, all the time, and the screen in the room the leaderboard; the others see that during
     * a burst, as far as each device's rung allows. Rendered once.
     *
     * @param second of the relay's life
     */
    void tell(Sheet sheet, Rations rations, long second) {
        links.tellTrainers(bio(BioFrames.whole(sheet).toString()));
        var top = bio(BioFrames.top(sheet).toString());
        links.tellScreens(top);
        if (sheet.burst() != null) {
            rations.board(
                    second,
                    top,
                    link -> bio(BioFrames.own(sheet, link.joiner().member()).toString()));
        }
    }

    private static Latest bio(String body) {
        return new Latest(Channel.BIO, Frames.push("bio", "bio", body));
    }

    void asked(@Nullable AskTally ask) {
        coaching.asked(ask);
    }

    /** A second has passed: members whose cues change are told. */
    void coach(Copy copy, ClassTime now) {
        var members = links.rows().stream().map(Row::member).collect(Collectors.toSet());
        var changes = coaching.second(members, copy, member -> board.of(member, now), now);
        if (changes.isEmpty()) {
            return;
        }
        for (var link : links.all()) {
            var advice = link.member() ? changes.get(link.joiner().member()) : null;
            if (advice != null) {
                link.socket().tell(adapt(advice));
            }
        }
    }

    /** Another device of a member whose cues are adapted. */
    void attached(Link link) {
        if (link.member()) {
            coaching.told(link.joiner().member())
                    .ifPresent(advice -> link.socket().tell(adapt(advice)));
        }
    }

    private static Latest adapt(Advice advice) {
        return new Latest(
                Channel.ADAPT,
                Frames.push("adapt", "adapt", BioFrames.advice(advice).toString()));
    }
}
