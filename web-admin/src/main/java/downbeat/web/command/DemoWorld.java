package downbeat.web.command;

import downbeat.classes.domain.ClassDetails;
import downbeat.classes.domain.LiveClassCommand;
import downbeat.classes.domain.Phase;
import downbeat.classes.entity.LiveClasses;
import downbeat.classes.library.entity.CuePlans;
import downbeat.classes.participant.entity.Participants;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.workout.BadWorkoutException;
import downbeat.classes.plan.workout.WorkoutFiles;
import downbeat.cluster.node.NodeContext;
import downbeat.drops.domain.DropId;
import downbeat.drops.entity.Drops;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.Money;
import downbeat.kernel.PlanId;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.entity.PopUps;
import downbeat.web.identity.Identity;
import downbeat.web.identity.SignedIn;
import downbeat.web.identity.domain.EmailAddress;
import downbeat.web.identity.domain.Role;
import downbeat.web.webhook.Deliveries;
import downbeat.web.webhook.Secrets;
import downbeat.web.webhook.Webhooks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** People and classes to look around with. Making it again changes nothing that is there. */
final class DemoWorld {
    /** For the demo only: anybody who reads this knows it. */
    static final String PASSWORD = "downbeat-demo";

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final NodeContext node;
    private final Identity identity;
    private final LiveClasses classes;

    DemoWorld(NodeContext node) {
        this.node = node;
        this.identity = node.find(Identity.class);
        this.classes = node.find(LiveClasses.class);
    }

    /** Somebody of the demo. */
    record Person(String name, String email, Role role) {}

    static final List<Person> PEOPLE = List.of(
            new Person("Tara Trainer", "trainer@demo.test", Role.TRAINER),
            new Person("Omar Organizer", "organizer@demo.test", Role.ORGANIZER),
            new Person("Mia Member", "mia@demo.test", Role.MEMBER),
            new Person("Noah Member", "noah@demo.test", Role.MEMBER),
            new Person("Lena Member", "lena@demo.test", Role.MEMBER));

    /**
     * What to look at.
     *
     * @param lobby a class whose lobby is open
     * @param popUp its room
     * @param drop what it closes with
     */
    record Made(ClassId lobby, PopUpId popUp, DropId drop) {}

    /** Makes what is missing, for a shop that is told of claims. Blocks. */
    Made make(DemoShop shop) {
        var members = PEOPLE.stream().filter(p -> p.role() == Role.MEMBER).toList();
        PEOPLE.forEach(this::register);
        var trainer = wait(identity.accountOf(new EmailAddress(PEOPLE.getFirst().email())));
        var plan = plan();
        wait(node.find(CuePlans.class).keep(new PlanId("p-demo-ftp"), trainer, "FTPTest.zwo", plan));
        var soon = open("c-demo-now", trainer, "FTP Test, together", plan, Duration.ofMinutes(10), true);
        members.forEach(m -> book(soon, m));
        open("c-demo-tomorrow", trainer, "Threshold Thursday", plan, Duration.ofHours(26), false);
        var organizer = wait(identity.accountOf(new EmailAddress(email(Role.ORGANIZER))));
        var popUps = node.find(PopUps.class);
        var room = new DemoPopUp(popUps, classes, node.clock()).make(organizer, soon);
        var drop = new DemoDrop(node.find(Drops.class), popUps).make(trainer, soon, room);
        new DemoWebhook(node.find(Webhooks.class), node.find(Deliveries.class), node.find(Secrets.class))
                .make(trainer, shop);
        return new Made(soon, room, drop);
    }

    private static String email(Role role) {
        return PEOPLE.stream()
                .filter(p -> p.role() == role)
                .findFirst()
                .orElseThrow()
                .email();
    }

    private void register(Person person) {
        var roles = EnumSet.of(Role.MEMBER, person.role());
        wait(identity.register(
                new EmailAddress(person.email()), PASSWORD, person.name(), Set.copyOf(roles), Optional.empty()));
        wait(node.find(Participants.class).register(session(person).caller().participant(), person.name()));
    }

    private SignedIn session(Person person) {
        return wait(identity.accountOf(new EmailAddress(person.email())).thenCompose(identity::open))
                .orElseThrow();
    }

    private void book(ClassId id, Person person) {
        var participant = session(person).caller().participant();
        wait(classes.ask(id, new LiveClassCommand.Book(participant, downbeat.classes.domain.PlaceKind.ONLINE, false)));
    }

    /** The newest class of this name that is not over, or a new one. */
    private ClassId open(String name, AccountId trainer, String title, CuePlan plan, Duration ahead, boolean lobby) {
        for (int n = 1; ; n++) {
            var id = new ClassId(name + "-" + n);
            var card = wait(classes.show(id));
            var over = card.filter(c -> c.phase() == Phase.ENDED || c.phase() == Phase.CANCELLED);
            if (over.isEmpty()) {
                if (card.isEmpty()) {
                    wait(classes.draft(id, trainer, details(title, plan, ahead)));
                }
                // A demo that was killed between the two finds its draft again.
                if (card.isEmpty() || card.get().phase() == Phase.DRAFT) {
                    wait(classes.ask(id, new LiveClassCommand.AttachPlan(plan)));
                    wait(classes.ask(id, new LiveClassCommand.Schedule()));
                }
                if (lobby) {
                    wait(classes.openLobby(id));
                }
                return id;
            }
        }
    }

    private ClassDetails details(String title, CuePlan plan, Duration ahead) {
        Instant start = node.clock().instant().plus(ahead).truncatedTo(ChronoUnit.MINUTES);
        return new ClassDetails(
                title,
                "Indoor cycling",
                "Twenty minutes all out, and everything around it. Bring water.",
                LocalDateTime.ofInstant(start, BERLIN),
                BERLIN,
                Duration.ofMinutes(plan.length().toMinutes() + 5),
                100,
                12,
                new Money(0, Currency.getInstance("EUR")),
                true);
    }

    private static CuePlan plan() {
        try (var file = DemoWorld.class.getResourceAsStream("/rehearse/FTPTest.zwo")) {
            if (file == null) {
                throw new IllegalStateException("FTPTest.zwo is not on the class path");
            }
            return WorkoutFiles.read("FTPTest.zwo", file.readAllBytes());
        } catch (IOException | BadWorkoutException e) {
            throw new IllegalStateException("The bundled FTPTest.zwo cannot be read", e);
        }
    }

    private static <T> T wait(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
