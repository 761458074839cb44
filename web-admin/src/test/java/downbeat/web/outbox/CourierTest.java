package downbeat.web.outbox;

import static downbeat.web.outbox.Facts.MIA;
import static downbeat.web.outbox.Facts.NOAH;
import static downbeat.web.outbox.Facts.SQUARE;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import downbeat.kernel.ParticipantId;
import downbeat.web.identity.domain.EmailAddress;
import downbeat.web.outbox.domain.Audience;
import downbeat.web.outbox.domain.LetterState;
import downbeat.web.outbox.domain.Message;
import downbeat.web.outbox.domain.MessageId;
import downbeat.web.outbox.domain.Patience;
import downbeat.web.outbox.domain.Said;
import downbeat.web.outbox.domain.Topic;
import downbeat.web.outbox.smtp.SmtpPost;
import downbeat.web.outbox.smtp.SmtpSettings;
import downbeat.web.outbox.smtp.SmtpSettings.Security;
import downbeat.web.stage.HandClock;
import downbeat.web.stage.Tables;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters on their way to a real mail server on this machine. */
class CourierTest {
    private static final MessageId NEWS = new MessageId("n-news");

    private final HandClock clock = new HandClock();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private int port;

    @BeforeEach
    void open() {
        server.start();
        port = server.getSmtp().getPort();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void two_nodes_hand_over_every_letter_once_on_h2() throws Exception {
        once(Tables.OF_OUTBOX.onH2("courier"));
    }

    @Test
    void two_nodes_hand_over_every_letter_once_on_postgresql() throws Exception {
        Tables.OF_OUTBOX.onPostgresql(this::once);
    }

    private void once(Jdbi database) throws Exception {
        announce(
                database,
                Duration.ofDays(1),
                IntStream.range(0, 60)
                        .mapToObj(n -> new ParticipantId("m-" + n))
                        .toList());
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var rounds = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (int node = 0; node < 2; node++) {
                rounds.add(nodes.submit(() -> courier(database).round()));
            }
            assertThat(rounds.get(0).get() + rounds.get(1).get()).isEqualTo(60);
        }
        assertThat(addressees()).hasSize(60).doesNotHaveDuplicates();
        assertThat(states(database)).containsOnly(LetterState.SENT);
        assertThat(ended("sent")).isEqualTo(60);
        assertThat(courier(database).round()).isZero();
    }

    @Test
    void a_server_that_is_away_is_tried_again_later_and_later_until_it_is_back() throws Exception {
        var database = Tables.OF_OUTBOX.onH2("courier-away");
        announce(database, Duration.ofDays(1), List.of(MIA));
        server.stop();
        assertThat(courier(database).round()).isEqualTo(1);
        var letter = letter(database);
        assertThat(letter.state()).isEqualTo(LetterState.WAITING);
        assertThat(letter.tries()).isEqualTo(1);
        assertThat(letter.why()).hasValueSatisfying(why -> assertThat(why).contains("cannot be reached"));
        assertThat(courier(database).round()).as("not before its time").isZero();

        var back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            clock.pass(Patience.after(1).orElseThrow());
            assertThat(courier(database).round()).isEqualTo(1);
            assertThat(back.getReceivedMessages()).hasSize(1);
        } finally {
            back.stop();
        }
        assertThat(letter(database).state()).isEqualTo(LetterState.SENT);
        assertThat(letter(database).tries()).isEqualTo(2);
        assertThat(letter(database).why()).isEmpty();
    }

    @Test
    void after_the_last_try_it_stays_undelivered_for_everybody_to_see() throws Exception {
        var database = Tables.OF_OUTBOX.onH2("courier-never");
        announce(database, Duration.ofDays(9), List.of(MIA));
        server.stop();
        int tries = 0;
        for (Optional<Duration> pause = Optional.of(Duration.ZERO); pause.isPresent(); pause = Patience.after(tries)) {
            clock.pass(pause.get());
            assertThat(courier(database).round()).isEqualTo(1);
            tries += 1;
        }
        clock.pass(Duration.ofDays(1));
        assertThat(courier(database).round()).isZero();
        assertThat(letter(database).state()).isEqualTo(LetterState.FAILED);
        assertThat(letter(database).tries()).isEqualTo(tries);
        assertThat(letter(database).why()).isPresent();
    }

    @Test
    void who_wants_no_mail_gets_none_and_what_comes_too_late_is_not_sent() throws Exception {
        var database = Tables.OF_OUTBOX.onH2("courier-unwanted");
        new Outbox(database, true).wish(MIA, false);
        announce(database, Duration.ofHours(1), List.of(MIA));
        courier(database).round();
        assertThat(letter(database).state()).isEqualTo(LetterState.UNWANTED);

        var late = Tables.OF_OUTBOX.onH2("courier-late");
        announce(late, Duration.ofHours(1), List.of(NOAH));
        clock.pass(Duration.ofHours(1));
        courier(late).round();
        assertThat(letter(late).state()).isEqualTo(LetterState.LATE);
        assertThat(ended("unwanted")).isEqualTo(1);
        assertThat(ended("late")).isEqualTo(1);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_letter_in_the_hands_of_a_node_that_died_is_taken_over() throws Exception {
        var database = Tables.OF_OUTBOX.onH2("courier-died");
        announce(database, Duration.ofDays(1), List.of(MIA));
        var until = clock.instant().plus(Courier.CLAIM);
        database.useHandle(db -> db.createUpdate("UPDATE outbox_letter SET claimed_until = :until")
                .bind("until", until.toEpochMilli())
                .execute());
        assertThat(courier(database).round()).isZero();
        clock.pass(Courier.CLAIM.plusSeconds(1));
        assertThat(courier(database).round()).isEqualTo(1);
        assertThat(letter(database).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void a_letter_that_trips_the_node_is_tried_again_and_keeps_no_other_waiting() throws Exception {
        var database = Tables.OF_OUTBOX.onH2("courier-trips");
        var trips = new ParticipantId("m-anna");
        announce(database, Duration.ofDays(1), List.of(trips, MIA, NOAH));
        var once = new AtomicBoolean(true);
        AddressBook addresses = who -> {
            if (who.equals(trips) && once.getAndSet(false)) {
                throw new CompletionException(new TimeoutException("no answer"));
            }
            return addressOf(who);
        };
        var courier = courier(database, addresses);
        assertThat(courier.round()).isEqualTo(3);
        assertThat(states(database)).containsOnly(LetterState.SENT, LetterState.WAITING);
        assertThat(addressees()).hasSize(2);
        clock.pass(Patience.after(1).orElseThrow());
        assertThat(courier.round()).isEqualTo(1);
        assertThat(states(database)).containsOnly(LetterState.SENT);
    }

    @Test
    void who_has_no_account_any_more_is_looked_for_some_minutes() throws Exception {
        var database = Tables.OF_OUTBOX.onH2("courier-nobody");
        announce(database, Duration.ofDays(1), List.of(new ParticipantId("nobody")));
        for (int tries = 1; tries <= Courier.UNHEARD_OF; tries++) {
            assertThat(courier(database).round()).isEqualTo(1);
            assertThat(letter(database).state()).isEqualTo(LetterState.WAITING);
            clock.pass(Patience.after(tries).orElseThrow());
        }
        courier(database).round();
        assertThat(letter(database).state()).isEqualTo(LetterState.FAILED);
        assertThat(letter(database).why()).contains("No account with an address is known here.");
    }

    @Test
    void who_is_so_new_that_the_list_does_not_tell_their_address_yet_gets_the_letter_a_moment_later() throws Exception {
        var database = Tables.OF_OUTBOX.onH2("courier-newcomer");
        announce(database, Duration.ofDays(1), List.of(MIA));
        var known = new AtomicBoolean();
        var courier = courier(database, who -> known.get() ? addressOf(who) : Optional.empty());
        courier.round();
        assertThat(server.getReceivedMessages()).isEmpty();
        known.set(true);
        clock.pass(Patience.after(1).orElseThrow());
        courier.round();
        assertThat(addressees()).hasSize(1);
        assertThat(letter(database).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void a_letter_says_where_the_pop_up_is_and_how_to_get_no_more() throws Exception {
        var database = Tables.OF_OUTBOX.onH2("courier-way");
        announce(database, Duration.ofDays(1), List.of(MIA));
        courier(database).round();
        assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0]))
                .contains(
                        "The gate is on the north side.",
                        "https://studio.example/pop-ups/u-square",
                        "https://studio.example/messages",
                        "https://studio.example/api/v1/post/unsubscribe/out-m-mia");
        assertThat(server.getReceivedMessages()[0].getHeader("List-Unsubscribe"))
                .containsExactly("<https://studio.example/api/v1/post/unsubscribe/out-m-mia>");
    }

    private void announce(Jdbi database, Duration good, List<ParticipantId> to) {
        new Facts(database).published();
        var now = clock.instant();
        new Outbox(database, true)
                .announce(
                        new Message(
                                NEWS,
                                SQUARE,
                                Topic.ANNOUNCEMENT,
                                new Said("The gate", "The gate is on the north side."),
                                Optional.of(new Audience.Guests()),
                                now,
                                now.plus(good)),
                        to);
    }

    private static Optional<EmailAddress> addressOf(ParticipantId who) {
        return who.value().startsWith("m-")
                ? Optional.of(new EmailAddress(who.value() + "@example.org"))
                : Optional.empty();
    }

    private Courier courier(Jdbi database) {
        return courier(database, CourierTest::addressOf);
    }

    private Courier courier(Jdbi database, AddressBook addresses) {
        var settings = new SmtpSettings(
                "127.0.0.1", port, Security.NONE, "", "", "Studio <post@studio.example>", Duration.ofSeconds(10));
        return new Courier(
                database,
                new Outbox(database, true),
                addresses,
                new SmtpPost(settings, clock),
                clock,
                new LetterLinks("https://studio.example/", reader -> "out-" + reader.value()),
                new LetterMeter(database, metrics));
    }

    private double ended(String outcome) {
        return metrics.get("downbeat.letters").tags("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private List<String> addressees() throws jakarta.mail.MessagingException {
        var all = new ArrayList<String>();
        for (var mail : server.getReceivedMessages()) {
            Arrays.stream(mail.getAllRecipients()).map(Object::toString).forEach(all::add);
        }
        return all;
    }

    private static Stream<LetterState> states(Jdbi database) {
        return new Outbox(database, true).letters(NEWS).stream().map(Outbox.Letter::state);
    }

    private static Outbox.Letter letter(Jdbi database) {
        return new Outbox(database, true).letters(NEWS).getFirst();
    }
}
