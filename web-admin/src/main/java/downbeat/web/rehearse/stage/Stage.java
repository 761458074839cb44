package downbeat.web.rehearse.stage;

import downbeat.web.rehearse.device.Fetch;
import downbeat.web.rehearse.device.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/**
 * A class ready to be rehearsed: its trainer, its booked members, the lobby open.
 *
 * @param planId the workout in the trainer's library
 * @param members session tokens of the members, in order
 */
public record Stage(
        ClassApi api,
        Executor blocking,
        Cast cast,
        String classId,
        String planId,
        String trainer,
        List<String> members) {
    public Stage {
        members = List.copyOf(members);
    }

    /** What is on tonight: how many members, for how many minutes, which workout file, and who plays. */
    public record Bill(int members, long minutes, Workout workout, Cast cast) {}

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
        String trainer = bill.cast().trainer().map(api::signIn).orElseGet(() -> newTrainer(api, run));
        String planId = api.importPlan(trainer, bill.workout().name, bill.workout().bytes);
        String classId = api.scheduleClass(trainer, planId, bill.members(), bill.minutes());
        List<CompletableFuture<String>> booked = new ArrayList<>();
        for (int n = 0; n < bill.members(); n++) {
            String name = "member-" + run + "-" + n;
            Optional<Account> known = bill.cast().member(n);
            booked.add(CompletableFuture.supplyAsync(() -> bookedMember(api, known, name, classId), blocking));
        }
        List<String> members = new ArrayList<>();
        for (CompletableFuture<String> member : booked) {
            members.add(member.join());
            progress.accept(members.size());
        }
        api.openLobby(trainer, classId);
        return new Stage(api, blocking, bill.cast(), classId, planId, trainer, members);
    }

    /** Registers the trainer of a rehearsal. */
    public static String newTrainer(ClassApi api, String run) {
        try {
            return api.newAccount("trainer-" + run + "@rehearse.invalid", "Trainer " + run, List.of("TRAINER"));
        } catch (ApiException refused) {
            if (String.valueOf(refused.getMessage()).contains("role-not-open")) {
                throw new ApiException(
                        "trainers cannot register themselves on this server; name one with --trainer and --password-file",
                        refused);
            }
            throw refused;
        }
    }

    private static String bookedMember(ClassApi api, Optional<Account> known, String name, String classId) {
        String session =
                known.map(api::signIn).orElseGet(() -> api.newAccount(name + "@rehearse.invalid", name, List.of()));
        api.book(session, classId);
        return session;
    }

    /** Leaves nothing open or lying about with accounts that are somebody's: the workout goes, their sessions end. Blocks. */
    public void clear() {
        if (cast.trainer().isPresent()) {
            api.removePlan(trainer, planId);
            api.signOut(trainer);
        }
        members.stream().limit(cast.members().size()).forEach(api::signOut);
    }

    /** The class brings a file along from now on. Blocks. */
    public void bring(String fileName, byte[] file) {
        api.addAsset(trainer, classId, fileName, file);
    }

    /** How devices get what the class brings along. */
    public Fetch fetch() {
        return path -> CompletableFuture.supplyAsync(() -> api.bytesAt(path), blocking);
    }

    /** Where the holder of a session gets join tokens for the class. */
    public Pass.Desk desk(String session) {
        return ahead -> CompletableFuture.supplyAsync(() -> api.join(session, classId, ahead), blocking);
    }
}
