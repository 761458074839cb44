package downbeat.web.outbox;

import downbeat.kernel.ParticipantId;
import downbeat.web.outbox.domain.LetterState;
import downbeat.web.outbox.domain.Message;
import downbeat.web.outbox.domain.Patience;
import downbeat.web.worklist.Worklist;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    /** After so many tries, minutes, somebody without an address is no newcomer whom the list has not heard of yet. */
    static final int UNHEARD_OF = 3;

    private final Worklist letters;
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
        this.letters = new Worklist(database, "outbox_letter", List.of("message", "participant"), CLAIM, clock);
        this.outbox = outbox;
        this.addresses = addresses;
        this.post = post;
        this.clock = clock;
        this.links = links;
        this.meter = meter;
    }

    private record Claimed(Message message, ParticipantId to, int tries) {
        List<String> id() {
            return List.of(message.id().value(), to.value());
        }
    }

    /** Hands over what is due, a bag after the other. Returns how many letters it had in hand. Blocks. */
    public int round() {
        try {
            return Worklist.each(this::claim, this::handOver);
        } finally {
            post.rest();
        }
    }

    private List<Claimed> claim() {
        return letters.take(
                        "SELECT m.*, due.participant, due.tries FROM outbox_letter due"
                                + " JOIN outbox_message m ON m.message = due.message",
                        "",
                        Map.of(),
                        BAG,
                        (row, context) -> new Claimed(
                                Outbox.message(row),
                                new ParticipantId(row.getString("participant")),
                                row.getInt("tries")),
                        Claimed::id)
                .toList();
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
        var address = addresses
                .addressOf(letter.to())
                .orElseThrow(() ->
                        new Undeliverable("No account with an address is known here.", letter.tries() >= UNHEARD_OF));
        var id = letter.message().id().value() + "." + letter.to().value();
        var said = links.signed(letter.message(), letter.to());
        post.deliver(new Post.Parcel(id, address, said, links.unsubscribe(letter.to())));
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
        letters.again(letter.id(), tries, pause.get(), failure.why());
    }

    private void done(Claimed letter, LetterState state, @Nullable String why) {
        meter.ended(state);
        var tried = state == LetterState.SENT || (state == LetterState.FAILED && why != null);
        letters.done(letter.id(), state.name(), letter.tries() + (tried ? 1 : 0), why);
    }
}
