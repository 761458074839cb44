package downbeat.classes.domain;

import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.report.ClassReport;
import downbeat.classes.live.report.LinkFigures;
import downbeat.classes.live.report.ResponseFigures;
import downbeat.kernel.AccountId;
import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** A class on a winter evening in Berlin, and the people in it. */
public final class Fixtures {
    public static final AccountId TRAINER = new AccountId("a-trainer");
    public static final ParticipantId ANNA = new ParticipantId("anna");
    public static final ParticipantId BEN = new ParticipantId("ben");
    public static final ParticipantId CLEO = new ParticipantId("cleo");

    /** 18:00 in Berlin. */
    public static final Instant START = Instant.parse("2026-12-01T17:00:00Z");

    public static final Instant BEFORE = Instant.parse("2026-11-20T09:00:00Z");

    private Fixtures() {}

    public static ClassDetails details(int online, int inRoom) {
        return at("2026-12-01T18:00", online, inRoom);
    }

    public static ClassDetails at(String local, int online, int inRoom) {
        return new ClassDetails(
                "Evening ride",
                "Cycling",
                "",
                LocalDateTime.parse(local),
                ZoneId.of("Europe/Berlin"),
                Duration.ofMinutes(60),
                online,
                inRoom,
                Money.of(900, "EUR"),
                true);
    }

    public static List<LiveClassEvent> scheduled(int online, int inRoom) {
        var details = details(online, inRoom);
        return List.of(
                new LiveClassEvent.ClassDrafted(TRAINER, details, StartTime.window(details), BEFORE),
                new LiveClassEvent.ClassScheduled(BEFORE));
    }

    public static ClassReport report() {
        var none = new ClassReport.Quantiles(0, 0, 0, 0, 0);
        return new ClassReport(
                1,
                1,
                Duration.ofMinutes(60),
                new ClassReport.CueFigures(0, 0, 0, 0, none, none, -1),
                none,
                List.of(),
                0,
                0,
                0,
                new ClassReport.Retention(null, null, null),
                0,
                List.of(),
                new ClassReport.Raw("", "", "", "", "", "", "", ""),
                0L,
                new LinkFigures(none, none, none, new LinkFigures.Rungs(1, 0, List.of(60_000L, 0L, 0L, 0L, 0L, 0L))),
                new ResponseFigures(
                        new ResponseFigures.Hands(1, 1, none),
                        new ResponseFigures.Answers(
                                1,
                                1,
                                1,
                                none,
                                List.of(new ResponseFigures.Ask("a-1", "Ready?", AnswerKind.READY, 1, 1, none))),
                        new ResponseFigures.Check(1, 1, 1, 0, 1)));
    }
}
