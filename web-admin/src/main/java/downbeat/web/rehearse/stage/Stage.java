package downbeat.web.rehearse.stage;

import downbeat.web.rehearse.device.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/**
 * A class ready to be rehearsed: its trainer, its booked members, the lobby open.
 *
 * @param members session tokens of the members, in order
 */
public record Stage(ClassApi api, Executor blocking, String classId, String trainer, List<String> members) {
    public Stage {
        members = List.copyOf(members);
    }

    /** What is on tonight: how many members, for how many minutes, which workout file. */
    public record Bill(int members, long minutes, Workout workout) {}

    /** A workout file. */
    public static final class Workout {
        private final String name;
        private final byte[] bytes;

        public Workout(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes.clone();
        }
    }

    /**
     * Sets everything up over the public API. Blocks.
     *
     * @param run tells the accounts of this rehearsal from those of others
     * @param progress hears how many members are booked
     */
    public static Stage set(ClassApi api, Executor blocking, String run, Bill bill, IntConsumer progress) {
        String trainer = api.newAccount("trainer-" + run + "@rehearse.invalid", "Trainer " + run, List.of("TRAINER"));
        String planId = api.importPlan(trainer, bill.workout().name, bill.workout().bytes);
        String classId = api.scheduleClass(trainer, planId, bill.members(), bill.minutes());
        List<CompletableFuture<String>> booked = new ArrayList<>();
        for (int n = 0; n < bill.members(); n++) {
            String name = "member-" + run + "-" + n;
            booked.add(CompletableFuture.supplyAsync(() -> bookedMember(api, name, classId), blocking));
        }
        List<String> members = new ArrayList<>();
        for (CompletableFuture<String> member : booked) {
            members.add(member.join());
            progress.accept(members.size());
        }
        api.openLobby(trainer, classId);
        return new Stage(api, blocking, classId, trainer, members);
    }

    private static String bookedMember(ClassApi api, String name, String classId) {
        String session = api.newAccount(name + "@rehearse.invalid", name, List.of());
        api.book(session, classId);
        return session;
    }

    /** Where the holder of a session gets join tokens for the class. */
    public Pass.Desk desk(String session) {
        return () -> CompletableFuture.supplyAsync(() -> api.join(session, classId), blocking);
    }
}
