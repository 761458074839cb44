package downbeat.web.outbox;

import downbeat.kernel.ParticipantId;
import downbeat.web.outbox.domain.LetterState;
import downbeat.web.outbox.domain.Message;
import downbeat.web.outbox.domain.Patience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes letters from the outbox to the post. Every node may have one: a letter is claimed in its row for some minutes before
 * it is handed over. A node that dies in between leaves its claim to run out and the letter to be handed over again, so that a
 * letter may come twice but is never lost.
 */
public final class Courier {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    /** Longer than any conversation with a mail server is allowed to take. */
    static final Duration CLAIM = Duration.ofMinutes(15);
    /** What fits into a claim. */
    private static final int BAG = 20;

    private final Jdbi database;
    private final Outbox outbox;
    private final AddressBook addresses;
    private final Post post;
    private final Clock clock;
    private final LetterLinks links;
    private final LetterMeter meter;

    public Courier(
            Jdbi database,
            Outbox outbox,
            AddressBook addresses,
            Post post,
            Clock clock,
            LetterLinks links,
            LetterMeter meter) {
        this.database = database;
        this.outbox = outbox;
        this.addresses = addresses;
        this.post = post;
        this.clock = clock;
        this.links = links;
        this.meter = meter;
    }

    private record Claimed(Message message, ParticipantId to, int tries) {}

    /** Hands over what is due, a bag after the other. Returns how many letters it had in hand. Blocks. */
    public int round() {
        int all = 0;
        try {
            for (var bag = claim(); !bag.isEmpty(); bag = claim()) {
                bag.forEach(this::handOver);
                all += bag.size();
            }
        } finally {
            post.rest();
        }
        return all;
    }

    private List<Claimed> claim() {
        var now = clock.instant();
        return database.withHandle(db -> db
                .createQuery(
                        "SELECT m.*, l.participant, l.tries FROM outbox_letter l JOIN outbox_message m ON m.message = l.message"
                                + " WHERE l.state = 'WAITING' AND l.next_try <= :now AND l.claimed_until <= :now"
                                + " ORDER BY l.next_try, l.message, l.participant LIMIT :bag")
                .bind("now", now.toEpochMilli())
                .bind("bag", BAG)
                .map((row, context) -> new Claimed(
                        Outbox.message(row), new ParticipantId(row.getString("participant")), row.getInt("tries")))
                .list()
                .stream()
                .filter(letter -> claimed(letter, now))
                .toList());
    }

    /** Of several nodes that read the same row one changes it. */
    private boolean claimed(Claimed letter, Instant now) {
        return database.withHandle(db -> db.createUpdate("UPDATE outbox_letter SET claimed_until = :until"
                                + " WHERE message = :message AND participant = :who"
                                + " AND state = 'WAITING' AND next_try <= :now AND claimed_until <= :now")
                        .bind("until", now.plus(CLAIM).toEpochMilli())
                        .bind("message", letter.message().id().value())
                        .bind("who", letter.to().value())
                        .bind("now", now.toEpochMilli())
                        .execute())
                == 1;
    }

    /** Whatever goes wrong with one letter keeps neither it for the time of its claim nor the others of its bag. */
    private void handOver(Claimed letter) {
        try {
            take(letter);
        } catch (Undeliverable e) {
            tryAgain(letter, e);
        } catch (RuntimeException e) {
            log.warn(
                    "A letter of message {} did not reach the post",
                    letter.message().id().value(),
                    e);
            tryAgain(letter, new Undeliverable("This installation could not bring it to the mail server.", false));
        }
    }

    private void take(Claimed letter) throws Undeliverable {
        if (!clock.instant().isBefore(letter.message().goodUntil())) {
            done(letter, LetterState.LATE, null);
            return;
        }
        if (!outbox.wantsMail(letter.to())) {
            done(letter, LetterState.UNWANTED, null);
            return;
        }
        var address = addresses.addressOf(letter.to());
        if (address.isEmpty()) {
            done(letter, LetterState.FAILED, "There is no account any more.");
            return;
        }
        var id = letter.message().id().value() + "." + letter.to().value();
        var said = links.signed(letter.message(), letter.to());
        post.deliver(new Post.Parcel(id, address.get(), said, links.unsubscribe(letter.to())));
        done(letter, LetterState.SENT, null);
    }

    private void tryAgain(Claimed letter, Undeliverable failure) {
        var tries = letter.tries() + 1;
        var pause = failure.forGood() ? Optional.<Duration>empty() : Patience.after(tries);
        if (pause.isEmpty()) {
            log.warn(
                    "A letter of message {} is not delivered: {}",
                    letter.message().id().value(),
                    failure.why());
            done(letter, LetterState.FAILED, failure.why());
            return;
        }
        database.useHandle(db -> db.createUpdate("UPDATE outbox_letter SET tries = :tries, next_try = :next,"
                        + " claimed_until = 0, why = :why WHERE message = :message AND participant = :who")
                .bind("tries", tries)
                .bind("next", clock.instant().plus(pause.get()).toEpochMilli())
                .bind("why", failure.why())
                .bind("message", letter.message().id().value())
                .bind("who", letter.to().value())
                .execute());
    }

    private void done(Claimed letter, LetterState state, @Nullable String why) {
        meter.ended(state);
        var tried = state == LetterState.SENT || (state == LetterState.FAILED && why != null);
        database.useHandle(
                db -> db.createUpdate("UPDATE outbox_letter SET state = :state, tries = :tries, done_at = :now,"
                                + " claimed_until = 0, why = :why WHERE message = :message AND participant = :who")
                        .bind("state", state.name())
                        .bind("tries", letter.tries() + (tried ? 1 : 0))
                        .bind("now", clock.instant().toEpochMilli())
                        .bind("why", why)
                        .bind("message", letter.message().id().value())
                        .bind("who", letter.to().value())
                        .execute());
    }
}
