package downbeat.classes.live.message;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.adapt.Bounds;
import downbeat.classes.live.bio.BioRow;
import downbeat.classes.live.bio.Line;
import downbeat.classes.live.bio.Metric;
import downbeat.classes.live.bio.Reading;
import downbeat.classes.live.bio.Sample;
import downbeat.classes.live.bio.Shares;
import downbeat.classes.live.bio.Sheet;
import downbeat.classes.live.bio.Signs;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.course.LiveFact;
import downbeat.classes.live.log.Anchor;
import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.log.Burst;
import downbeat.classes.live.log.ClassState;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.CueKind;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.Extras;
import downbeat.classes.live.log.GenStart;
import downbeat.classes.live.log.LiveCheck;
import downbeat.classes.live.log.OpenAsk;
import downbeat.classes.live.log.Phase;
import downbeat.classes.live.log.Position;
import downbeat.classes.live.log.Tone;
import downbeat.classes.live.quality.LinkStats;
import downbeat.classes.live.quality.Rung;
import downbeat.classes.live.report.AckBatch;
import downbeat.classes.live.report.LinkTally;
import downbeat.classes.live.report.MemberTally;
import downbeat.classes.live.report.RelayTally;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import downbeat.classes.plan.SpokenText;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.PopId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One of everything that sequencer, relays and connections say to each other, and of every fact of a running class. */
record LiveForms(
        ActorRef<LiveAnswer> answers,
        ActorRef<LiveCard> cards,
        ActorRef<RelayMessage> relay,
        ActorRef<ConnectionMessage> socket) {
    private static final ParticipantId MIA = new ParticipantId("mia");
    private static final PopId POP = new PopId("berlin");
    private static final Position POSITION = new Position("e1", 2, 41);
    private static final ClockMark MARK = new ClockMark("boot-1", 5_000_000_000L, 1_790_000_000_000L, at(1_000));
    private static final Joiner JOINER = new Joiner(new ClassId("c-1"), MIA, "Mia", Role.MEMBER);
    private static final OpenAsk OPEN = new OpenAsk("a-1", "Ready?", AnswerKind.READY);
    private static final Row ROW = new Row(MIA, "Mia", 2, true, true);
    private static final RaisedHand HAND = new RaisedHand(MIA, "Mia", at(70_211));
    private static final AskTally ASKED = new AskTally(
            OPEN,
            2,
            List.of(new AskTally.Answer(MIA, 12)),
            List.of(new AskTally.Person(new ParticipantId("noah"), "Noah")));
    private static final AckBatch BATCH = new AckBatch(
            List.of(61_200L),
            List.of(40_100L),
            List.of(-3_100L),
            3,
            2,
            1,
            List.of(1L, 1L, 0L, 0L, 0L),
            0,
            12.3,
            0.7,
            81_000L);
    private static final Reading READING = new Reading(141, 88, 210, 12, 184);
    private static final Signs SIGNS = new Signs(
            new Sample(141, at(70_000)), null, new Sample(210, at(69_000)), null, new Sample(184, at(70_000)));
    private static final Wish WISH = new Wish(MIA, new Shares(true, false, true, false), false);
    private static final Vitals VITALS = new Vitals(READING, new LinkStats(42.1, 6, 0.01, 8_000, 0, 3.2));
    private static final RelayTally TALLY = new RelayTally(
            "run-1",
            "HISTu",
            "HISTe",
            "HISTs",
            200,
            198,
            2,
            List.of(190L, 8L, 0L, 0L, 0L),
            0,
            3,
            3,
            0.9,
            List.of(new MemberTally(MIA, 61.2, 3.1, 12.3, 1, 2, Rung.LEAN, "loss 4 % for 2 s", 3, Rung.AUDIO_FIRST)),
            3,
            new LinkTally("HISTj", "HISTr", "HISTi", List.of(90_000L, 12_000L, 0L, 4_000L, 0L, 7_000L)));

    private static ClassTime at(double millis) {
        return ClassTime.ofMillis(millis);
    }

    private static Extras extras() {
        var burst = new Burst("b-1", at(70_000), at(85_000), Metric.POWER);
        var check = new LiveCheck("k-1", at(15_000), true);
        return new Extras(burst, check, new Bounds(true, 10, Duration.ofMillis(300)), false);
    }

    private static Sheet sheet() {
        var line = new Line(MIA, "Mia", new Reading(141, null, 210, null, 184), 12);
        return new Sheet(at(70_250), "b-1", Metric.POWER, List.of(line));
    }

    private static ClassState state() {
        var anchor = new Anchor(at(60_000), Duration.ofSeconds(3), true);
        return new ClassState(Phase.LIVE, 9, anchor, Duration.ZERO, at(60_000), OPEN, at(60_000), at(65_000), extras());
    }

    private static Cue planned() {
        return new Cue(
                "e1",
                2,
                40,
                "p-12",
                CueKind.PLANNED,
                CueVerb.COUNT,
                at(94_000),
                at(84_010),
                1,
                "3",
                Duration.ofSeconds(1),
                Tone.TICK,
                3,
                null);
    }

    private static Cue control() {
        return new Cue(
                "e1",
                2,
                41,
                "c-2-41",
                CueKind.CONTROL,
                CueVerb.START,
                at(60_000),
                at(60_000),
                0,
                "",
                Duration.ZERO,
                Tone.NONE,
                null,
                state());
    }

    private static CuePlan plan() {
        var power = Optional.of(new PowerRange(40, 70));
        var ride = new Segment(
                0, SegmentKind.WARMUP, Duration.ZERO, Duration.ofMinutes(5), power, OptionalInt.of(90), "Warm-up");
        return CuePlan.of(
                "Short", "A ride.", List.of(ride), List.of(new SpokenText(Duration.ofSeconds(20), "Welcome", SHOW)));
    }

    private static final Duration SHOW = Duration.ofSeconds(4);

    List<SequencerMessage> sequencer() {
        return List.of(
                new SequencerMessage.Here(POP, POSITION, 7_000_000L, relay),
                new SequencerMessage.Present(POP, List.of(ROW), true),
                new SequencerMessage.Measured(POP, TALLY),
                new SequencerMessage.Show(cards),
                new SequencerMessage.Expect(MIA, answers),
                new SequencerMessage.Bio(POP, List.of(new BioRow(MIA, "Mia", SIGNS))),
                new SequencerMessage.AssetsChanged(),
                new SequencerMessage.RoomChanged(),
                new SequencerMessage.DropNews("d-9c41", "{\"dropId\":\"d-9c41\"}", true));
    }

    /** Each command as it travels. */
    List<SequencerMessage> commands() {
        return List.<LiveCommand>of(
                        new LiveCommand.Open("e1", plan()),
                        new LiveCommand.Start("t-1"),
                        new LiveCommand.Pause("t-2"),
                        new LiveCommand.Resume("t-3"),
                        new LiveCommand.Skip(5, "t-4"),
                        new LiveCommand.Shift(Duration.ofSeconds(-5), "t-5"),
                        new LiveCommand.Tap("t-6", CueVerb.SAY, "Stand up! 🚴", Tone.GO, SHOW),
                        new LiveCommand.Ask("a-1", "Ready?", AnswerKind.READY),
                        new LiveCommand.EndAsk("a-1"),
                        new LiveCommand.Lower(MIA),
                        new LiveCommand.Check(true, "k-1"),
                        new LiveCommand.EndCheck(),
                        new LiveCommand.OpenBurst(Duration.ofSeconds(15), Metric.HR, "b-1"),
                        new LiveCommand.EndBurst(),
                        new LiveCommand.PlanBursts(false),
                        new LiveCommand.Adapt(new Bounds(true, 10, Duration.ofMillis(300)), "k-2"),
                        new LiveCommand.Share(new Shares(true, false, true, false)),
                        new LiveCommand.AdaptMe(false),
                        new LiveCommand.Close(null),
                        new LiveCommand.End(),
                        new LiveCommand.Hand(true),
                        new LiveCommand.Confirm("a-1", 12))
                .stream()
                .<SequencerMessage>map(command -> new SequencerMessage.Do(command, JOINER, answers))
                .toList();
    }

    List<RelayMessage> relays() {
        return List.of(
                new RelayMessage.Welcome(
                        "e1",
                        List.of(new GenStart(1, 0), new GenStart(2, 39)),
                        39,
                        false,
                        List.of(planned(), control()),
                        plan(),
                        state(),
                        List.of(HAND),
                        List.of(ROW),
                        ASKED,
                        List.of(WISH)),
                new RelayMessage.Issued(List.of(planned(), control()), state()),
                new RelayMessage.Time(7_000_000L, at(734_250.1), MARK, POSITION),
                new RelayMessage.Hands(List.of(HAND)),
                new RelayMessage.Roster(List.of(ROW)),
                new RelayMessage.Room(3),
                new RelayMessage.Asked(ASKED),
                new RelayMessage.Gauge("{\"cue\":{}}"),
                new RelayMessage.Checks("{\"rows\":[]}", List.of(MIA)),
                new RelayMessage.Bio(sheet()),
                new RelayMessage.Wishes(List.of(WISH)),
                new RelayMessage.Sensed(socket, READING),
                new RelayMessage.Assets("{\"rev\":1,\"assets\":[]}"),
                new RelayMessage.Drops("{\"drops\":[]}"),
                new RelayMessage.Over(),
                new RelayMessage.Attach(JOINER, "d-8f3k", POSITION, true, List.of(40L), socket),
                new RelayMessage.Detach(socket, List.of(41L), BATCH),
                new RelayMessage.Alive(socket, BATCH, VITALS),
                new RelayMessage.Pin(socket, 31L, Rung.AUDIO_FIRST),
                new RelayMessage.Command(socket, 7L, "hand", new LiveCommand.Hand(false)),
                new RelayMessage.AskTime(9_000_000L, socket),
                new RelayMessage.AskRoster(socket),
                new RelayMessage.GiveUp(socket),
                new RelayMessage.Next(new NextClass(new ClassId("c-2"), "Cool down", Duration.ofSeconds(90))));
    }

    List<ConnectionMessage> connections() {
        var frame = new ConnectionMessage.CueFrame(
                "e1", 2, 40, CueKind.PLANNED, at(94_000), at(84_010), "{\"push\":{}}", true);
        return List.of(
                new ConnectionMessage.Attached(
                        "{\"class\":\"c-1\"}", POSITION, List.of(frame), List.of(39L), MARK, 0.8),
                new ConnectionMessage.Rejected("wrong-phase", "this class is not running", 3010),
                frame,
                new ConnectionMessage.Cues(List.of(frame)),
                new ConnectionMessage.Latest(Channel.STATE, "{\"push\":{}}"),
                new ConnectionMessage.RosterChange("{\"push\":{}}", true),
                new ConnectionMessage.Reply(7L, "hand", "{\"up\":true,\"place\":2}"),
                new ConnectionMessage.Clock(MARK, 0.8),
                new ConnectionMessage.Time(9_000_000L, at(734_250.1), 0.8, MARK),
                new ConnectionMessage.Queued(MARK, 0.8),
                new ConnectionMessage.Unknown(),
                new ConnectionMessage.Moved(3, 40),
                new ConnectionMessage.Bye(3003, "this node is going away"));
    }

    List<LiveAnswer> answered() {
        return List.of(
                new LiveAnswer.Issued("t-6", 42, at(94_050)),
                new LiveAnswer.HandIs(true, 2),
                new LiveAnswer.Confirmed("a-1"),
                new LiveAnswer.Done(),
                new LiveAnswer.Refused("bad-field", "byMs is 0", "byMs"));
    }

    LiveCard card() {
        return new LiveCard("e1", 2, 41, at(734_250.1), state(), List.of(ROW), List.of(HAND), ASKED, "{\"cue\":{}}");
    }

    static List<LiveFact> facts() {
        return List.of(
                new LiveFact.EpochOpened("e1", plan()),
                new LiveFact.GenTaken(1, MARK),
                new LiveFact.CueIssued(planned()),
                new LiveFact.CueIssued(control()),
                new LiveFact.HandRaised(MIA, "Mia", at(70_211)),
                new LiveFact.HandLowered(MIA, at(71_000), true),
                new LiveFact.Confirmed("a-1", MIA, 12, at(72_000)),
                new LiveFact.Expected(MIA, at(10_000)),
                new LiveFact.Arrived(MIA, "Mia", at(11_000)),
                new LiveFact.Left(MIA, at(80_000)),
                new LiveFact.Measured(TALLY),
                new LiveFact.Wished(MIA, new Shares(true, false, true, false), false, at(73_000)),
                new LiveFact.Ended(at(90_000)));
    }
}
