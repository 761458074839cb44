package downbeat.classes.live.relay;

import com.fasterxml.jackson.databind.util.RawValue;
import downbeat.classes.live.clock.RemoteClock;
import downbeat.classes.live.frame.BioFrames;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.Position;
import downbeat.classes.live.log.Resumption;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.ConnectionMessage.CueFrame;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.Role;
import downbeat.cluster.wire.Json;
import downbeat.kernel.PopId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a device is told when it is attached: where the class is, and what of the log it missed. Owned by one actor. */
final class Reception {
    private static final String NO_ASSETS = "{\"rev\":0,\"assets\":[]}";

    private final PopId pop;
    private final RemoteClock clock;
    private final Departed departed;
    private final Measurements measurements;
    private @Nullable String assets;

    Reception(PopId pop, RemoteClock clock, Departed departed, Measurements measurements) {
        this.pop = pop;
        this.clock = clock;
        this.departed = departed;
        this.measurements = measurements;
    }

    /** From where a device goes on, and how it is told. */
    private record Start(
            Position position,
            List<Cue> missed,
            boolean recovered,
            @Nullable Long rewind) {}

    /** @param json what devices should fetch ahead */
    void assets(String json) {
        assets = json;
    }

    ConnectionMessage attached(Copy copy, RelayMessage.Attach attach, Link link) {
        var start = start(copy, attach);
        List<CueFrame> replay = start.missed().stream()
                .map(cue -> copy.frame(cue, !attach.again()))
                .toList();
        return new ConnectionMessage.Attached(
                body(copy, link, start),
                start.position(),
                replay,
                departed.back(link.key()),
                clock.handOn(),
                clock.err());
    }

    private Start start(Copy copy, RelayMessage.Attach attach) {
        var resume = attach.resume();
        var head = copy.position();
        if (resume == null) {
            return new Start(head, List.of(), false, null);
        }
        var resumption = copy.log().resume(resume);
        if (!attach.again() && attach.joiner().role() != Role.SCREEN) {
            measurements.resumed(!(resumption instanceof Resumption.Lost));
        }
        return switch (resumption) {
            case Resumption.Recovered(var missed) -> new Start(resume, missed, true, null);
            case Resumption.Rewound(long to, var missed) ->
                new Start(new Position(head.epoch(), resume.gen(), to), missed, true, to);
            case Resumption.Lost() -> new Start(head, List.of(), false, null);
        };
    }

    private String body(Copy copy, Link link, Start start) {
        var joiner = link.joiner();
        var head = copy.position();
        var body = Json.mapper().createObjectNode();
        body.put("class", joiner.classId().value());
        body.putObject("me")
                .put("member", joiner.member().value())
                .put("name", joiner.name())
                .put("role", joiner.role().name());
        body.withObject("me").setAll(BioFrames.wish(copy.wish(joiner.member())));
        body.put("epoch", head.epoch())
                .put("gen", copy.log().gen())
                .put("offset", head.offset())
                .put("recovered", start.recovered())
                .put("replayed", start.missed().size())
                .put("rewind", start.rewind())
                .put("pop", pop.value());
        body.putRawValue("state", new RawValue(copy.stateBody()));
        body.putRawValue("plan", new RawValue(copy.planBody()));
        body.putRawValue("hands", new RawValue(copy.handsBody()));
        body.putRawValue("roster", new RawValue(copy.rosterBody()));
        body.putRawValue("assets", new RawValue(assets == null ? NO_ASSETS : assets));
        return body.toString();
    }
}
