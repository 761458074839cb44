package downbeat.web.lobby;

import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A trainer with a class, its lobby open, and many members who hold a place in it. */
record Crowd(Visitor trainer, String classPath, List<Visitor> members) {
    private static final int HANDS = 8;

    static Crowd before(Stage stage, String name, int size) {
        var trainer = stage.named(name, "TRAINER");
        var classPath = drafted(trainer, size);
        trainer.post(classPath + "/schedule").expecting(200);
        var numbers = IntStream.range(0, size).boxed().toList();
        var members = each(numbers, n -> booked(stage.named(name + "-" + n), classPath));
        trainer.post(classPath + "/lobby").expecting(200);
        return new Crowd(trainer, classPath, members);
    }

    static String drafted(Visitor trainer, int places) {
        var body = Workouts.classBody();
        body.put("onlineCapacity", places);
        return trainer.post("/api/v1/classes", body).expecting(201).header("Location");
    }

    static Visitor booked(Visitor member, String classPath) {
        member.post(classPath + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        return member;
    }

    /** Some at a time: a machine with two cores does not get faster by more. */
    static <A, B> List<B> each(List<A> all, Function<A, B> doing) {
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var tasks =
                    all.stream().<Callable<B>>map(one -> () -> doing.apply(one)).toList();
            return hands.invokeAll(tasks).stream().map(Crowd::done).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static <T> T done(Future<T> task) {
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
