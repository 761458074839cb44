package downbeat.web.node;

import com.typesafe.config.Config;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.NodeStartException;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.PersonalTable;
import downbeat.cluster.node.Schema;
import downbeat.popups.entity.PopUps;
import downbeat.web.identity.Identity;
import downbeat.web.identity.token.Derived;
import downbeat.web.identity.token.Sealed;
import downbeat.web.identity.view.MemberNames;
import downbeat.web.outbox.AddressBook;
import downbeat.web.outbox.Clearing;
import downbeat.web.outbox.Courier;
import downbeat.web.outbox.LetterLinks;
import downbeat.web.outbox.LetterMeter;
import downbeat.web.outbox.Outbox;
import downbeat.web.outbox.OutboxProjection;
import downbeat.web.outbox.Reminders;
import downbeat.web.outbox.UnsubscribeTokens;
import downbeat.web.outbox.smtp.SmtpPost;
import downbeat.web.outbox.smtp.SmtpSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Messages to guests of pop-ups. Offers the {@link Outbox} to the parts after it. */
final class OutboxPart implements Part {
    private static final Duration REMIND_EVERY = Duration.ofMinutes(1);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public List<Schema> schemas() {
        return List.of(new Schema("outbox", "classpath:db/outbox"));
    }

    @Override
    public void start(NodeContext node) {
        node.holds(
                PersonalTable.ofParticipant("outbox_letter", "participant"),
                PersonalTable.ofParticipant("outbox_wish", "participant"),
                PersonalTable.ofParticipant("outbox_guest", "participant"));
        var config = node.settings().config().getConfig("downbeat");
        var post = config.getConfig("post");
        var smtp = settings(post.getConfig("smtp"));
        var outbox = new Outbox(node.database(), smtp.isPresent());
        var reminders = new Reminders(node.database(), node.clock());
        node.view(PopUps.AGGREGATE, new OutboxProjection());
        node.offer(Outbox.class, outbox);
        node.offer(Reminders.class, reminders);
        node.every(REMIND_EVERY, "Reminders could not be written", reminders::round);
        var meter = new LetterMeter(node.database(), node.metrics());
        node.every(COUNT_EVERY, "Letters that wait could not be counted", meter::count);
        clearing(node, post.getDuration("keep"));
        smtp.map(settings -> courier(node, outbox, settings, config, meter))
                .ifPresent(courier -> node.every(
                        post.getDuration("every"), "Letters could not be taken to the post", courier::round));
    }

    private static void clearing(NodeContext node, Duration kept) {
        var clearing = new Clearing(node.database(), node.clock(), kept);
        node.hourly("Old messages could not be taken away", clearing::round);
    }

    private static Optional<SmtpSettings> settings(Config smtp) {
        try {
            return SmtpSettings.of(smtp);
        } catch (IllegalArgumentException wrong) {
            throw new NodeStartException("downbeat.post.smtp: " + wrong.getMessage(), wrong);
        }
    }

    private static Courier courier(
            NodeContext node, Outbox outbox, SmtpSettings settings, Config config, LetterMeter meter) {
        var identity = node.find(Identity.class);
        var names = node.find(MemberNames.class);
        AddressBook addresses = who -> names.accountOf(who).flatMap(account -> wait(identity.addressOf(account)));
        var tokens = new UnsubscribeTokens(new Sealed(node.find(Derived.class)));
        var links = new LetterLinks(config.getString("http.public-url"), tokens::of);
        try {
            var post = new SmtpPost(settings, node.clock());
            return new Courier(node.database(), outbox, addresses, post, node.clock(), links, meter);
        } catch (IllegalArgumentException wrong) {
            throw new NodeStartException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static <T> T wait(CompletionStage<T> stage) {
        return CompletableFuture.completedFuture(null)
                .thenCompose(now -> stage)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
