package downbeat.classes;

import downbeat.classes.entity.LiveClasses;
import downbeat.classes.library.entity.CuePlans;
import downbeat.classes.library.view.PlanShelf;
import downbeat.classes.library.view.PlanShelfProjection;
import downbeat.classes.participant.entity.Participants;
import downbeat.classes.participant.reaction.NoteClassesWithParticipants;
import downbeat.classes.rig.entity.Rigs;
import downbeat.classes.rig.view.RigBook;
import downbeat.classes.rig.view.RigBookProjection;
import downbeat.classes.unnaming.Unnaming;
import downbeat.classes.view.AttendanceBook;
import downbeat.classes.view.ClassBoard;
import downbeat.classes.view.ClassBoardProjection;
import downbeat.classes.view.OutcomeProjection;
import downbeat.classes.view.ReportShelf;
import downbeat.classes.view.TrainerDiary;
import downbeat.classes.view.TrainerNumbers;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.PersonalTable;
import downbeat.cluster.node.Schema;
import java.time.Duration;
import java.util.List;

/**
 * Classes, participants, cue plans and rigs on a node. Offers {@link LiveClasses}, {@link Participants}, {@link CuePlans},
 * {@link Rigs}, {@link ClassBoard}, {@link ReportShelf}, {@link AttendanceBook}, {@link TrainerNumbers}, {@link TrainerDiary},
 * {@link PlanShelf} and {@link RigBook} to the parts after it.
 */
public final class ClassesPart implements Part {
    private static final Duration UNNAME_EVERY = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "classes";
    }

    @Override
    public List<Schema> schemas() {
        return List.of(new Schema("classes", "classpath:db/classes"));
    }

    @Override
    public void start(NodeContext node) {
        node.holds(
                PersonalTable.ofParticipant("class_place", "participant").staying(),
                PersonalTable.ofParticipant("class_attendance", "participant").staying(),
                PersonalTable.ofAccount("class_board", "trainer").staying(),
                PersonalTable.ofAccount("plan_shelf", "owner"),
                PersonalTable.ofAccount("rig_verdict", "trainer"));
        var participants = new Participants(node.aggregate(Participants.AGGREGATE));
        var classes = new LiveClasses(node.aggregate(LiveClasses.AGGREGATE));
        node.offer(LiveClasses.class, classes);
        node.offer(Participants.class, participants);
        node.offer(CuePlans.class, new CuePlans(node.aggregate(CuePlans.AGGREGATE)));
        node.offer(Rigs.class, new Rigs(node.aggregate(Rigs.AGGREGATE)));
        node.offer(ClassBoard.class, new ClassBoard(node.database()));
        node.offer(ReportShelf.class, new ReportShelf(node.database()));
        node.offer(AttendanceBook.class, new AttendanceBook(node.database()));
        node.offer(TrainerNumbers.class, new TrainerNumbers(node.database()));
        node.offer(TrainerDiary.class, new TrainerDiary(node.database()));
        node.offer(PlanShelf.class, new PlanShelf(node.database()));
        node.offer(RigBook.class, new RigBook(node.database()));
        node.view(LiveClasses.AGGREGATE, new ClassBoardProjection());
        node.view(LiveClasses.AGGREGATE, new OutcomeProjection());
        node.view(CuePlans.AGGREGATE, new PlanShelfProjection());
        node.view(Rigs.AGGREGATE, new RigBookProjection());
        var unnaming = new Unnaming(node.database());
        node.every(UNNAME_EVERY, "Names could not be taken out of old rows", unnaming::round);
        node.reaction(LiveClasses.AGGREGATE, new NoteClassesWithParticipants(participants, classes));
    }
}
