package downbeat.classes.live;

import akka.actor.typed.ActorSystem;
import akka.pattern.Patterns;
import downbeat.classes.domain.LiveClassReply;
import downbeat.classes.domain.MemberOutcome;
import downbeat.classes.domain.Phase;
import downbeat.classes.domain.room.Rooms;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.entity.LiveClasses;
import downbeat.classes.live.course.Finale;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.message.NextClass;
import downbeat.classes.live.message.RoomNow;
import downbeat.classes.live.report.ClassReport.MemberFigures;
import downbeat.classes.live.sequencer.ClassDesk;
import downbeat.classes.participant.entity.ParticipantCard;
import downbeat.classes.participant.entity.Participants;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.kernel.ClassId;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    /** A following class that starts later than this opens its lobby in its own time. */
    private static final Duration SOON = Duration.ofHours(1);

    private final LiveClasses classes;
    private final Participants participants;
    private final ClassAssets assets;
    private final ActorSystem<?> system;
    private final Clock clock;

    LiveDesk(LiveClasses classes, Participants participants, ClassAssets assets, ActorSystem<?> system, Clock clock) {
        this.classes = classes;
        this.participants = participants;
        this.assets = assets;
        this.system = system;
        this.clock = clock;
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
    public CompletionStage<Optional<NextClass>> next(ClassId classId) {
        return show(classId)
                .thenCompose(card -> card.flatMap(c -> c.details().following())
                        .map(this::following)
                        .orElseGet(() -> CompletableFuture.completedStage(Optional.empty())));
    }

    private CompletionStage<Optional<NextClass>> following(ClassId next) {
        return show(next)
                .thenCompose(card -> card.filter(LiveDesk::toCome)
                        .map(c -> doorsOpen(next, c).thenApply(done -> Optional.of(told(next, c))))
                        .orElseGet(() -> CompletableFuture.completedStage(Optional.empty())));
    }

    private static boolean toCome(ClassCard card) {
        return switch (card.phase()) {
            case SCHEDULED, LOBBY, LIVE -> true;
            case DRAFT, CLOSING, ENDED, CANCELLED -> false;
        };
    }

    private NextClass told(ClassId next, ClassCard card) {
        return new NextClass(next, card.details().title(), later(startsIn(card), Duration.ZERO));
    }

    private Duration startsIn(ClassCard card) {
        return Duration.between(clock.instant(), card.start());
    }

    /** A class that closes early must not leave its members before a closed door. */
    private CompletionStage<?> doorsOpen(ClassId next, ClassCard card) {
        return card.phase() == Phase.SCHEDULED && startsIn(card).compareTo(SOON) <= 0
                ? repeat(() -> classes.openLobby(next))
                : CompletableFuture.completedStage(card);
    }

    private CompletionStage<Optional<ClassCard>> show(ClassId id) {
        return Patterns.retry(
                () -> classes.show(id), ATTEMPTS, PAUSE, system.classicSystem().scheduler(), system.executionContext());
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
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

    @Override
    public CompletionStage<RoomNow> room(ClassId classId) {
        return show(classId).thenCompose(card -> room(card.map(ClassCard::rooms).orElse(Rooms.NONE)));
    }

    private CompletionStage<RoomNow> room(Rooms rooms) {
        CompletionStage<List<RoomNow.Person>> people = CompletableFuture.completedStage(List.of());
        for (var guest : rooms.inside()) {
            people = people.thenCombine(person(guest.who()), LiveDesk::and);
        }
        return people.thenApply(all -> new RoomNow(all, rooms.unnamedInside()));
    }

    /** A name is the person's own to keep: classes know who was there and not what they are called. */
    private CompletionStage<RoomNow.Person> person(ParticipantId who) {
        return participants
                .show(who)
                .thenApply(known ->
                        new RoomNow.Person(who, known.map(ParticipantCard::name).orElse("Guest")));
    }

    private static <T> List<T> and(List<T> some, T more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return all;
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
