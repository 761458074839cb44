package downbeat.classes.golden;

import static downbeat.classes.golden.PlanSamples.AT;
import static downbeat.classes.golden.PlanSamples.ROBIN;

import downbeat.classes.golden.GoldenFilesTest.Family;
import downbeat.classes.rig.domain.Finding;
import downbeat.classes.rig.domain.Item;
import downbeat.classes.rig.domain.Judgement;
import downbeat.classes.rig.domain.RecordedVerdict;
import downbeat.classes.rig.domain.Rig;
import downbeat.classes.rig.domain.RigCommand;
import downbeat.classes.rig.domain.RigEvent;
import downbeat.classes.rig.domain.RigRefusal;
import downbeat.classes.rig.domain.RigReply;
import downbeat.classes.rig.domain.Verdict;
import downbeat.classes.rig.entity.RigCard;
import downbeat.classes.rig.figures.AudioDelay.How;
import downbeat.classes.rig.figures.Battery;
import downbeat.classes.rig.figures.Figures;
import downbeat.classes.stage.Readings;
import java.util.List;
import java.util.OptionalDouble;

final class RigSamples {
    private static final Figures UNKNOWN_BATTERY = Readings.with(new Battery(OptionalDouble.empty(), true));

    private RigSamples() {}

    static List<Family> families() {
        return List.of(
                new Family(
                        "rig-commands",
                        RigCommand.class,
                        List.of(
                                new RigCommand.RecordVerdict(ROBIN, Readings.good()),
                                new RigCommand.RecordVerdict(ROBIN, Readings.none()))),
                new Family(
                        "rig-events",
                        RigEvent.class,
                        List.of(
                                new RigEvent.VerdictRecorded(1, ROBIN, Readings.good(), judgement(), AT),
                                new RigEvent.VerdictRecorded(2, ROBIN, Readings.none(), judgement(), AT),
                                new RigEvent.VerdictRecorded(
                                        3,
                                        ROBIN,
                                        Readings.with(Readings.bluetooth(How.TAPPED, 210.5)),
                                        judgement(),
                                        AT),
                                new RigEvent.VerdictRecorded(4, ROBIN, UNKNOWN_BATTERY, judgement(), AT))),
                new Family("rig-states", Rig.class, List.of(new Rig.Unchecked(), new Rig.Checked(verdict(), AT, 3))),
                new Family("rig-replies", RigReply.class, List.of(new RigReply.Recorded(verdict()))),
                new Family("rig-refusals", RigRefusal.class, List.of(new RigRefusal.TooManyVerdicts(96, AT))),
                new Family("rig-cards", RigCard.class, List.of(new RigCard(verdict()))));
    }

    /** Written out, so that limits and their sentences may change. */
    private static Judgement judgement() {
        return new Judgement(
                Verdict.USABLE,
                List.of(
                        new Finding(Item.CAMERA, Verdict.READY, List.of()),
                        new Finding(Item.MICROPHONE, Verdict.USABLE, List.of("Speech is quiet.")),
                        new Finding(Item.BATTERY, Verdict.NOT_READY, List.of("The battery was not checked."))));
    }

    private static RecordedVerdict verdict() {
        return new RecordedVerdict(7, Readings.good(), judgement(), AT);
    }
}
