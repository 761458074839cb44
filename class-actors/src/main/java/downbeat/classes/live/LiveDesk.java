package downbeat.classes.live;

import akka.actor.typed.ActorSystem;
import akka.pattern.Patterns;
import downbeat.classes.domain.LiveClassReply;
import downbeat.classes.domain.MemberOutcome;
import downbeat.classes.entity.LiveClasses;
import downbeat.classes.live.course.Finale;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.report.ClassReport.MemberFigures;
import downbeat.classes.live.sequencer.ClassDesk;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.kernel.ClassId;
import downbeat.kernel.Outcome;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the class itself what its sequencer did. Repeats what fails; a refusal is an answer. */
final class LiveDesk implements ClassDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LiveDesk.class);
    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LiveClasses classes;
    private final ClassAssets assets;
    private final ActorSystem<?> system;

    LiveDesk(LiveClasses classes, ClassAssets assets, ActorSystem<?> system) {
        this.classes = classes;
        this.assets = assets;
        this.system = system;
    }

    @Override
    public void begun(ClassId classId) {
        told(classId, "begin", () -> classes.begin(classId));
    }

    @Override
    public void closing(ClassId classId) {
        told(classId, "close", () -> classes.close(classId));
    }

    private void told(ClassId classId, String what, Callable<CompletionStage<Outcome<LiveClassReply>>> call) {
        CompletableFuture<Boolean> told = repeat(call)
                .handle((outcome, failure) -> heard(classId, what, outcome, failure))
                .toCompletableFuture();
        told.exceptionally(failure -> false);
    }

    @Override
    public CompletionStage<Boolean> finished(ClassId classId, Score score) {
        var report = Finale.report(score);
        var outcomes = report.members().stream()
                .map(member -> outcome(member, score.reps(member.member())))
                .toList();
        var key = new IdempotencyKey("finish-" + score.log().epoch());
        return repeat(() -> classes.finish(classId, outcomes, report, key))
                .handle((outcome, failure) -> heard(classId, "finish", outcome, failure));
    }

    @Override
    public CompletionStage<String> assets(ClassId classId) {
        return assets.of(classId);
    }

    private static MemberOutcome outcome(MemberFigures member, int reps) {
        return new MemberOutcome(member.member(), true, member.present(), member.share(), reps);
    }

    private CompletionStage<Outcome<LiveClassReply>> repeat(Callable<CompletionStage<Outcome<LiveClassReply>>> call) {
        return Patterns.retry(call, ATTEMPTS, PAUSE, system.classicSystem().scheduler(), system.executionContext());
    }

    /** Whether the class answered, be it with a refusal. */
    private static boolean heard(
            ClassId classId, String what, @Nullable Outcome<LiveClassReply> outcome, @Nullable Throwable failure) {
        if (outcome instanceof Outcome.Refused<LiveClassReply>(var refusal)) {
            LOG.info("class {} does not take {}: {}", classId.value(), what, refusal.code());
        }
        if (failure != null) {
            LOG.warn("class {} could not be told {}: {}", classId.value(), what, failure.toString());
        }
        return failure == null;
    }
}
