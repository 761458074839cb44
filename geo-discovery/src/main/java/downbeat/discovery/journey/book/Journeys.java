package downbeat.discovery.journey.book;

import downbeat.discovery.journey.OrganizerFigures;
import downbeat.discovery.journey.Period;
import downbeat.discovery.journey.Step;
import downbeat.discovery.journey.TrainerFigures;
import downbeat.discovery.journey.Walk;
import downbeat.discovery.journey.What;
import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.AccountId;
import downbeat.kernel.Cell;
import downbeat.kernel.ParticipantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** Counts the ways of members. One walk is in memory at a time. Blocks on the database. */
public final class Journeys {
    /** Whoever took part online in a class of this trainer. */
    private static final String OF_TRAINER =
            "SELECT t.member FROM journey_step t JOIN journey_place q ON q.source = t.source"
                    + " WHERE t.step = 'TRIED' AND q.owner = :owner AND t.done_at >= :from AND t.done_at < :until";
    /** How the text of a {@link downbeat.discovery.listing.ListingId} of a pop-up begins, before the pop-up's own id. */
    private static final String POP_UP = ListingKind.POP_UP.text() + ".";
    /** Shown in a list, or told of. */
    private static final String ALL_STEPS = "(SELECT member, step, source, done_at FROM journey_step UNION ALL"
            + " SELECT member, 'SHOWN', SUBSTRING(listing, " + (POP_UP.length() + 1)
            + "), told_at FROM alert_told WHERE listing LIKE '" + POP_UP + "%')";
    /** Whoever took part online in any class, was shown or told something by this organizer or came to it. */
    private static final String OF_ORGANIZER =
            "SELECT t.member FROM journey_step t WHERE t.step = 'TRIED' AND t.done_at >= :from AND t.done_at < :until UNION"
                    + " SELECT t.member FROM " + ALL_STEPS + " t JOIN journey_place q ON q.source = t.source"
                    + " WHERE t.step IN ('SHOWN', 'CHECKED_IN') AND q.owner = :owner AND t.done_at >= :from AND t.done_at < :until";
    /** Of four weeks before the period what led to it, and all since. */
    private static final String WALKS = "SELECT s.member, s.step, s.source, s.done_at, p.owner, p.cell FROM "
            + ALL_STEPS + " s LEFT JOIN journey_place p"
            + " ON p.source = s.source WHERE s.done_at >= :before AND s.member IN (";

    private final Jdbi database;

    public Journeys(Jdbi database) {
        this.database = database;
    }

    public TrainerFigures ofTrainer(AccountId trainer, Period period, Instant now) {
        var counting = new TrainerFigures.Counting(trainer, period, now);
        walks(OF_TRAINER, trainer, period, counting::add);
        return counting.figures();
    }

    public OrganizerFigures ofOrganizer(AccountId organizer, Period period, Instant now) {
        var counting = new OrganizerFigures.Counting(organizer, period, now);
        walks(OF_ORGANIZER, organizer, period, counting::add);
        return counting.figures();
    }

    /** Takes away steps from before then, and the tickets of pop-ups of which no step is left. Returns how many steps. */
    public int clear(Instant before) {
        return database.inTransaction(db -> {
            int steps = db.createUpdate("DELETE FROM journey_step WHERE done_at < :before")
                    .bind("before", before.toEpochMilli())
                    .execute();
            db.execute("DELETE FROM journey_ticket WHERE NOT EXISTS"
                    + " (SELECT 1 FROM journey_step WHERE source = journey_ticket.pop_up)");
            return steps;
        });
    }

    private void walks(String whose, AccountId owner, Period period, Consumer<Walk> each) {
        database.useTransaction(db -> {
            var collecting = new Collecting(each);
            db.createQuery(WALKS + whose + ") ORDER BY s.member")
                    .bind("owner", owner.value())
                    .bind("from", period.from().toEpochMilli())
                    .bind("until", period.until().toEpochMilli())
                    .bind("before", period.from().minus(Walk.FOUR_WEEKS).toEpochMilli())
                    .setFetchSize(1_000)
                    .map((rows, context) -> new Row(new ParticipantId(rows.getString("member")), step(rows)))
                    .useStream(rows -> rows.forEach(collecting::row));
            collecting.end();
        });
    }

    private record Row(ParticipantId member, Step step) {}

    private static Step step(ResultSet rows) throws SQLException {
        return new Step(
                What.valueOf(rows.getString("step")),
                rows.getString("source"),
                Optional.ofNullable(rows.getString("owner")).orElse(""),
                Optional.ofNullable(rows.getString("cell")).map(Cell::parse),
                Instant.ofEpochMilli(rows.getLong("done_at")));
    }

    /** Puts together rows that follow each other. */
    private static final class Collecting {
        private final Consumer<Walk> each;
        private final List<Step> steps = new ArrayList<>();
        private Optional<ParticipantId> member = Optional.empty();

        Collecting(Consumer<Walk> each) {
            this.each = each;
        }

        void row(Row row) {
            if (!member.equals(Optional.of(row.member()))) {
                end();
                member = Optional.of(row.member());
            }
            steps.add(row.step());
        }

        void end() {
            member.ifPresent(who -> each.accept(new Walk(who, steps)));
            steps.clear();
        }
    }
}
