package downbeat.web.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import downbeat.web.pass.QrPicture;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Every page in one known state, with the answers of the server that bring it there. */
final class Looks {
    private static final String FOUND = "/discover?place=de%3A11000%3A900110005&radius=3000&order=best";

    /**
     * A page and who looks at it.
     *
     * @param shows the words that tell that it is there
     * @param needs the read of the API without which it has nothing to show; empty when there is none
     * @param waits the words while that read is under way
     */
    record Look(String name, String path, String who, String shows, String needs, String waits) {
        @Override
        public String toString() {
            return name;
        }

        /** Opens the page and waits until it is there; a member goes in. */
        Page in(BrowserContext context) {
            site().openTo(context);
            CannedClass.openTo(context);
            var page = context.newPage();
            page.navigate(Site.URL + path);
            page.getByText(shows).first().waitFor();
            if (name.equals("room")) {
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join the class"))
                        .click();
                page.getByText("Hold this pace").waitFor();
            }
            return page;
        }

        Site site() {
            return Looks.site(who);
        }
    }

    private Looks() {}

    static Stream<Look> all() {
        return Stream.of(
                new Look(
                        "classes",
                        "/",
                        "member.json",
                        "Threshold Tuesday",
                        "/classes?when=upcoming",
                        "Looking for classes"),
                new Look("signin", "/signin", "", "Sign in", "", ""),
                new Look(
                        "console",
                        "/console",
                        "trainer.json",
                        "Friday sprints",
                        "/classes?when=mine",
                        "Loading your classes"),
                new Look("live", "/console/c1", "trainer.json", "Łukasz", "/classes/c1", "Opening the class"),
                new Look(
                        "room", "/room/c1", "member.json", "Threshold Tuesday", "/classes/c1", "Looking for the class"),
                new Look(
                        "report",
                        "/report/c4",
                        "trainer.json",
                        "Percentiles",
                        "/classes/c4/report",
                        "Loading the report"),
                new Look(
                        "numbers",
                        "/numbers",
                        "trainer.json",
                        "Class by class",
                        "/me/numbers",
                        "Adding up your classes"),
                new Look(
                        "reach",
                        "/reach",
                        "organizer.json",
                        "Your neighbourhoods",
                        "/me/organizer-reach?weeks=13",
                        "Adding up where people went"),
                new Look(
                        "kit",
                        "/kit",
                        "trainer.json",
                        "The rig is usable.",
                        "/rig/checklist",
                        "Looking up what is left to do"),
                new Look(
                        "pop-ups",
                        "/pop-ups",
                        "organizer.json",
                        "Threshold on the square",
                        "/pop-ups",
                        "Looking for pop-ups"),
                new Look(
                        "discover",
                        "/discover?place=de%3A11000%3A900110005",
                        "member.json",
                        "Finisher set",
                        FOUND,
                        "Looking around"),
                new Look(
                        "pop-up",
                        "/pop-ups/u1",
                        "member.json",
                        "Threshold on the square",
                        "/pop-ups/u1",
                        "Looking for the pop-up"),
                new Look(
                        "pop-up-edit", "/pop-ups/u1/edit", "organizer.json", "山田花子", "/pop-ups/u1", "Opening the desk"),
                new Look(
                        "pop-up-door",
                        "/pop-ups/u1/door",
                        "organizer.json",
                        "This device at the door",
                        "/pop-ups/u1/door",
                        "Opening the door"),
                new Look(
                        "pop-up-stage",
                        "/pop-ups/u2/stage",
                        "organizer.json",
                        "Hold this pace",
                        "/pop-ups/u2",
                        "Looking for the class"),
                new Look(
                        "messages",
                        "/messages",
                        "member.json",
                        "Threshold on the square has moved",
                        "/me/messages",
                        "Looking for your messages"),
                new Look(
                        "series",
                        "/series/s1",
                        "organizer.json",
                        "Publish all 6 drafts",
                        "/series/s1",
                        "Looking for the series"),
                new Look(
                        "pop-up-take",
                        "/pop-ups/u1/take#e30.eyJ0aWNrZXQiOiAiNyIsICJraW5kIjogInN1cHBvcnRlciIsICJuYW1lIjogIsWBdWthc3oifQ.c2ln",
                        "member.json",
                        "Łukasz gives you a ticket",
                        "/pop-ups/u1",
                        "Looking for the ticket"),
                new Look("drop", "/drops/d1", "member.json", "Finisher set", "/drops/d1", "Looking for the drop"),
                new Look("drops", "/drops", "trainer.json", "Spring bundle", "/me/drops", "Loading your drops"),
                new Look(
                        "drop-edit", "/drops/d1/edit", "trainer.json", "Sell-through", "/drops/d1", "Opening the desk"),
                new Look(
                        "webhooks",
                        "/webhooks",
                        "trainer.json",
                        "hooks/downbeat",
                        "/me/webhooks",
                        "Loading your webhooks"),
                new Look("account", "/account", "member.json", "Delete my account", "", ""),
                new Look("wallet", "/wallet", "member.json", "17-K3F9Q", "/me/claims", "Opening your wallet"),
                new Look(
                        "pop-up-counter",
                        "/pop-ups/u1/counter",
                        "organizer.json",
                        "Counter: Threshold",
                        "/pop-ups/u1/counter",
                        "Opening the counter"),
                new Look("door-invitation", "/door/i-1", "", "You are invited to a door", "", ""),
                new Look("missing", "/nowhere", "member.json", "There is nothing here", "", ""));
    }

    /** A page in a state that it is brought into by what the class says and what somebody does. */
    record State(String name, String path, String who, Opening opening, Consumer<Page> then) {
        @Override
        public String toString() {
            return name;
        }

        Page in(BrowserContext context) {
            Looks.site(who)
                    .answer("/classes/c1/assets", 200, Site.resource("looks/assets.json"))
                    .openTo(context);
            opening.open(context);
            var page = context.newPage();
            page.navigate(Site.URL + path);
            then.accept(page);
            return page;
        }
    }

    /** The class that a state of a page is looked at in. */
    interface Opening {
        CannedClass open(BrowserContext context);
    }

    private static final String CHECK = """
            {"startedAt":null,"burst":null,"anchor":{"at":1030000,"plan":0,"running":true},"ask":{"cueId":"a-2","question":"Which shape do you see?","answer":"SEE"},
             "check":{"cueId":"k-1","from":985000,"to":1030000,"shape":"TRIANGLE","startAfter":true}}""";
    private static final String LOBBY = """
            {"phase":"LOBBY","startedAt":null,"burst":null,"ask":null,"anchor":{"at":0,"plan":0,"running":false}}""";
    private static final String QUEUE = """
            [{"push":{"ch":"queue","queue":{"position":12,"of":40,"etaMs":3000}}}]""";
    private static final String REPS = """
            {"burst":null,"ask":{"cueId":"a-3","question":"How many reps?","answer":"REPS"}}""";
    private static final String REP_ASSETS = """
            [{"push":{"ch":"assets","assets":{"rev":1,"assets":[{"url":"/assets/c3.json","hash":"c3","kind":"REPS","name":"Squats.json","bytes":245,"type":"application/json","fromMs":null}]}}}]""";
    private static final String REP_MODEL = """
            {"exercises":[{"name":"Bulgarian split squat, each side","reps":12,"tempo":"3-1-1","segment":1},
             {"name":"Push-up","reps":10,"fromMs":600000,"toMs":720000}]}""";
    private static final String NEXT = """
            [{"push":{"ch":"next","next":{"classId":"c2","title":"Ten minutes of stretching","startsInMs":95000}}}]""";

    private static final String DROP = """
            [{"push":{"ch":"drop","drops":{"drops":[{"dropId":"d1","title":"After Threshold Tuesday","phase":"OPEN","closesAt":null,"inLine":3,
             "bundles":[{"id":"finisher","name":"Finisher set","left":6},{"id":"bottle","name":"Bottle of the ride","left":0},{"id":"plan","name":"The plan to ride again","left":400}]}]}}}]""";

    static Stream<State> states() {
        return Stream.of(
                room(
                        "room-drop",
                        context -> CannedClass.openTo(
                                context, DROP, "{\"phase\":\"CLOSING\",\"ask\":null,\"burst\":null}"),
                        page -> page.getByText("6 left").waitFor()),
                new State(
                        "live-drop",
                        "/console/c1",
                        "trainer.json",
                        context -> CannedClass.openTo(context, DROP, "{}"),
                        page -> page.getByText("3 in the waiting room").waitFor()),
                new State(
                        "drop-mine",
                        "/drops/d1",
                        "member.json",
                        context -> dropOf(context, Site.resource("looks/drop-mine.json")),
                        page -> {
                            page.getByText("Nobody collected it in time").waitFor();
                            page.getByText("Your refund did not arrive").waitFor();
                        }),
                new State(
                        "drop-announced",
                        "/drops/d1",
                        "member.json",
                        context -> dropOf(
                                context,
                                Site.resource("looks/drop-line.json")
                                        .replace("\"OPEN\"", "\"ANNOUNCED\"")
                                        .replaceFirst("(?s)\"spot\": \\{.*?\\}", "\"spot\": null")),
                        page -> page.getByText("Enter the waiting room").waitFor()),
                new State(
                        "drop-line",
                        "/drops/d1",
                        "member.json",
                        context -> dropOf(context, Site.resource("looks/drop-line.json")),
                        page -> {
                            page.getByText("How is the order drawn?").click();
                            page.getByText("Draw it again on this device").click();
                            page.getByText("Your lot stands at your number").waitFor();
                            page.getByText("Nobody with a higher lot stands before you")
                                    .waitFor();
                        }),
                new State("webhook-told", "/webhooks", "trainer.json", CannedClass::openTo, page -> {
                    page.locator("db-webhook summary")
                            .getByText("What it was told")
                            .nth(1)
                            .click();
                    page.getByText("given up after 10 tries").waitFor();
                }),
                new State("webhook-form", "/webhooks", "trainer.json", CannedClass::openTo, page -> {
                    page.getByText("Add the webhook").click();
                    page.getByText("Say where your shop is to be told.").waitFor();
                }),
                new State("drop-draft", "/drops/new?from=d1", "trainer.json", CannedClass::openTo, page -> {
                    page.getByText("Save as a draft").click();
                    page.getByLabel("Title").fill("");
                    page.getByText("Save as a draft").click();
                    page.getByText("Give the drop a title.").waitFor();
                }),
                new State("counter-many", "/pop-ups/u1/counter", "organizer.json", CannedClass::openTo, page -> {
                    page.getByLabel("Scan or type a pickup code").fill("22-k3f9q");
                    page.keyboard().press("Enter");
                    page.getByText("All 3").waitFor();
                    page.getByText("Add up", new Page.GetByTextOptions().setExact(true))
                            .click();
                    page.getByLabel("Counted: shirt").fill("24");
                    page.getByText("1 missing").waitFor();
                }),
                new State("counter-alone", "/pop-ups/u1/counter", "organizer.json", Looks::counterAlone, page -> {
                    page.getByText("Pack list as of").waitFor();
                    page.getByLabel("Scan or type a pickup code").fill("17-k3f9q");
                    page.keyboard().press("Enter");
                    page.getByText("€15.00 is paid: hand it over").click();
                    page.getByText("1 handover waits for upload.").waitFor();
                }),
                room(
                        "room-queue",
                        context -> CannedClass.fullTo(context, QUEUE),
                        page -> page.getByText("You are 12th of 40").first().waitFor()),
                room(
                        "room-lobby",
                        context -> CannedClass.openTo(context, "[]", LOBBY),
                        page -> page.getByText("Clock in sync").waitFor()),
                room(
                        "room-check",
                        context -> CannedClass.openTo(context, "[]", CHECK),
                        page -> page.getByText("Which shape do you see?").last().waitFor()),
                room("room-sensors", CannedClass::openTo, page -> {
                    page.locator("db-sensors summary").click();
                    page.getByText("Your heart-rate zones").waitFor();
                }),
                room(
                        "room-reps",
                        context -> {
                            context.route(
                                    Site.URL + "/assets/c3.json",
                                    route -> route.fulfill(new Route.FulfillOptions().setBody(REP_MODEL)));
                            return CannedClass.openTo(context, REP_ASSETS, REPS);
                        },
                        page -> page.getByText("0 of 22 confirmed").last().waitFor()),
                room(
                        "room-next",
                        context -> CannedClass.openTo(
                                context, NEXT, "{\"phase\":\"CLOSING\",\"ask\":null,\"burst\":null}"),
                        page -> page.getByText("Next class").waitFor()),
                new State(
                        "live-assets",
                        "/console/c1",
                        "trainer.json",
                        CannedClass::openTo,
                        page -> page.getByText("Straight back.png").waitFor()),
                new State("live-arms-length", "/console/c1", "trainer.json", CannedClass::openTo, page -> {
                    page.getByText("Arm's length").click();
                    page.getByText("Hands up").waitFor();
                }),
                new State(
                        "pop-up-held",
                        "/pop-ups/u1",
                        "member.json",
                        Looks::held,
                        page -> page.getByText("Kept for you").waitFor()),
                new State(
                        "pop-up-move",
                        "/pop-ups/u2",
                        "member.json",
                        CannedClass::openTo,
                        page -> page.getByText("Take part online instead").waitFor()),
                new State(
                        "pop-up-stage-lobby",
                        "/pop-ups/u2/stage",
                        "organizer.json",
                        context -> CannedClass.openTo(context, "[]", LOBBY),
                        page -> page.getByText("in the room, ").first().waitFor()),
                new State(
                        "pop-up-stage-drop",
                        "/pop-ups/u2/stage",
                        "organizer.json",
                        context -> CannedClass.openTo(
                                context, DROP, "{\"phase\":\"CLOSING\",\"ask\":null,\"burst\":null}"),
                        page -> page.getByText("claim it on your phone").waitFor()),
                new State(
                        "pop-up-stage-over",
                        "/pop-ups/u2/stage",
                        "organizer.json",
                        context -> CannedClass.openTo(context, DROP, "{\"phase\":\"ENDED\"}"),
                        page -> page.getByText("Well done").waitFor()),
                new State("pop-up-letter", "/pop-ups/u1/edit", "organizer.json", CannedClass::openTo, page -> {
                    page.getByText("The gate is on the north side").click();
                    page.getByText("does not take letters to this address").waitFor();
                    page.getByLabel("Subject").fill("Bring a light");
                    page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true))
                            .fill("The yard is dark.\n\nSee you soon.");
                    page.getByText("Look at it before it goes out").click();
                    page.getByText("Send to 12 people").waitFor();
                }),
                new State("pop-ups-import", "/pop-ups", "organizer.json", CannedClass::openTo, page -> {
                    page.getByText("Import from a file").click();
                    page.getByLabel("Time zone").fill("Europe/Berlin");
                    page.locator("db-pop-up-import input[type=file]")
                            .setInputFiles(new FilePayload("rides.ics", "text/calendar", new byte[] {'k'}));
                    page.getByText("2 can be made, 1 there already, 1 skipped, 1 not possible")
                            .waitFor();
                }),
                new State(
                        "pop-up-closed",
                        "/pop-ups/u1/edit",
                        "organizer.json",
                        Looks::closed,
                        page -> page.getByText("Given back late").waitFor()),
                new State("pop-up-series", "/pop-ups/u1/edit", "organizer.json", CannedClass::openTo, page -> {
                    page.getByText("Repeat it: make a series").click();
                    page.getByText("Show the dates").click();
                    page.getByText("Make 8 more pop-ups").waitFor();
                }),
                new State("pop-up-edit-invite", "/pop-ups/u1/edit", "organizer.json", Looks::inviting, page -> {
                    page.getByLabel("Invite: ").first().click();
                    page.getByText("Make the invitation").click();
                    page.getByAltText("The invitation as a code").waitFor();
                }),
                new State("pop-up-edit-gates", "/pop-ups/u1/edit", "organizer.json", CannedClass::openTo, page -> {
                    page.getByText("Another gate").click();
                    page.getByText("Save the gates").click();
                    page.getByText("Name this gate.").waitFor();
                }),
                new State("pop-up-door-refused", "/pop-ups/u1/door", "organizer.json", Looks::atTheGate, page -> {
                    page.getByLabel("Scan or type a code").fill("AQEAAAAA");
                    page.keyboard().press("Enter");
                    page.getByText("Already inside").first().waitFor();
                }),
                new State("pop-up-door-alone", "/pop-ups/u1/door", "organizer.json", Looks::atTheGate, page -> {
                    page.getByText("Guest list as of").waitFor();
                    page.context().setOffline(true);
                    page.getByText("No connection.").waitFor();
                    page.getByLabel("Scan or type a code").fill("AQEAAAAA");
                    page.keyboard().press("Enter");
                    page.getByText("1 scan waits for upload.").waitFor();
                    page.getByLabel("Name of the guest").fill("mi");
                    page.getByText("2 tickets, from the guest list of this device")
                            .waitFor();
                }));
    }

    /** A device at the side gate, before which a pass is shown for the second time. */
    static CannedClass atTheGate(BrowserContext context) {
        context.addInitScript(
                "if (location.protocol === 'https:') localStorage.setItem('downbeat.gate.u1', '{\"device\":\"d-1\",\"gate\":\"side\"}')");
        return CannedClass.openTo(context);
    }

    /** An organizer whose invitation is made. */
    private static CannedClass inviting(BrowserContext context) {
        var picture = Base64.getEncoder().encodeToString(QrPicture.png(Site.URL + "/door/i-1"));
        var invitation =
                "{\"url\":\"/door/i-1\",\"picture\":\"data:image/png;base64,%s\",\"expiresAt\":\"2026-12-01T16:45:00Z\"}"
                        .formatted(picture);
        site("organizer.json")
                .answer("/pop-ups/u1/devices/d-1/invitation", 201, invitation)
                .openTo(context);
        return CannedClass.openTo(context);
    }

    private static CannedClass dropOf(BrowserContext context, String json) {
        site("member.json").answer("/drops/d1", 200, json).openTo(context);
        return CannedClass.openTo(context);
    }

    /** A counter that nobody answers when something is handed over. */
    private static CannedClass counterAlone(BrowserContext context) {
        site("organizer.json").broken("/pop-ups/u1/counter/handovers").openTo(context);
        return CannedClass.openTo(context);
    }

    private static CannedClass closed(BrowserContext context) {
        site("organizer.json").answer("/pop-ups/u1", 200, closedPopUp()).openTo(context);
        return CannedClass.openTo(context);
    }

    private static String closedPopUp() {
        var open = Site.resource("looks/own-pop-up.json");
        return open.replaceFirst("\"phase\": \"[A-Z_]+\"", "\"phase\": \"CLOSED\"");
    }

    /** A hold that has begun just now. */
    private static CannedClass held(BrowserContext context) {
        var hold =
                "\"hold\": {\"id\": \"h-1\", \"kind\": \"supporter\", \"count\": 1, \"total\": {\"minor\": 1250, \"currency\": \"EUR\"}, \"until\": \"%s\"}"
                        .formatted(Instant.now().plusSeconds(599));
        site("member.json")
                .answer("/pop-ups/u1", 200, Site.resource("looks/pop-up.json").replace("\"hold\": null", hold))
                .openTo(context);
        return CannedClass.openTo(context);
    }

    private static State room(String name, Opening opening, Consumer<Page> then) {
        return new State(name, "/room/c1", "member.json", opening, page -> {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join the class"))
                    .click();
            then.accept(page);
        });
    }

    static Look named(String name) {
        return all().filter(look -> look.name().equals(name)).findFirst().orElseThrow();
    }

    /** The answers all pages live on; {@code who} names the answer about the account, or nobody is signed in. */
    static Site site(String who) {
        var site = new Site()
                .answer("/classes?when=upcoming", "upcoming.json")
                .answer("/classes?when=mine", "mine.json")
                .answer("/cue-plans", "plans.json")
                .answer("/me/numbers", "numbers.json")
                .answer("/me/trainer-reach?weeks=13", "trainer-reach.json")
                .answer("/me/organizer-reach?weeks=13", "organizer-reach.json")
                .answer("/rig/checklist", "checklist.json")
                .answer("/rig/verdicts", "verdicts.json")
                .answer("/classes/c1", "class.json")
                .answer("/classes/c4", "ended.json")
                .answer("/classes/c1/assets", 200, "{\"rev\":0,\"assets\":[]}")
                .answer("/classes/c1/join", "join.json")
                .answer("/classes/c4/report", "report.json")
                .answer("/classes/c4/report/histograms", 200, histograms())
                .answer(FOUND, "found.json")
                .answer("/me/alerts/told", "told.json")
                .answer("/pop-ups", "pop-ups.json")
                .answer("/me/pop-ups", "own-pop-ups.json")
                .answer("/me/series", "my-series.json")
                .answer("/series/s1", "series.json")
                .answer("/pop-ups/import?dryRun=true&zone=Europe%2FBerlin", "import.json")
                .answer("/pop-ups/u1/close-out", "close-out.json")
                .answer("/pop-ups/u1/series/preview", "series-preview.json")
                .answer("/pop-ups/u1", who.equals("organizer.json") ? "own-pop-up.json" : "pop-up.json")
                .answer("/pop-ups/u2", 200, linked(who))
                .answer("/classes/c1/room", 200, linked(who))
                .answer("/pop-ups/u2/stage", "join.json")
                .answer("/pop-ups/u1/door", "door.json")
                .answer("/pop-ups/u1/door/book", "book.json")
                .answer("/pop-ups/u1/attendees", "attendees.json")
                .answer("/pop-ups/u1/scans", "verdict.json")
                .answer("/pop-ups/u1/messages", "messages.json")
                .answer("/pop-ups/u1/messages/n-2", "message.json")
                .answer("/pop-ups/u1/messages/readers?to=guests", 200, "{\"people\":12,\"byMail\":true}")
                .answer("/me/messages", "received.json")
                .answer("/me/post", 200, "{\"wanted\":true,\"leaves\":true,\"address\":\"mia@example.org\"}")
                .answer("/drops/d1", who.equals("trainer.json") ? "own-drop.json" : "drop.json")
                .answer("/drops/d1/line", "line.json")
                .answer("/drops/d1/figures", "drop-figures.json")
                .answer("/drops/d1/claims", "drop-claims.json")
                .answer("/me/drops", "own-drops.json")
                .answer("/me/webhooks", "webhooks.json")
                .answer("/me/webhooks/w-2/deliveries", "webhook-deliveries.json")
                .answer("/me/claims", "my-claims.json")
                .answer("/me/tickets", "my-tickets.json")
                .answer("/pop-ups/u1/counter", "counter.json")
                .answer("/pop-ups/u1/counter/close-out", "counter-close-out.json")
                .picture("/drops/d1/claims/1/picture", "pass.svg")
                .picture("/pop-ups/u1/tickets/7/pass.png", "pass.svg")
                .picture("/pop-ups/u2/tickets/7/pass.png", "pass.svg");
        return who.isEmpty() ? site : site.answer("/session", who);
    }

    /** A pop-up that is the room of a class. */
    private static String linked(String who) {
        return Site.resource(who.equals("organizer.json") ? "looks/own-pop-up.json" : "looks/pop-up.json")
                .replace("\"id\": \"u1\"", "\"id\": \"u2\"")
                .replace("\"linkedClass\": null", "\"linkedClass\": \"c1\"");
    }

    /** A thousand cues around 40 ms, as the server writes them. */
    private static String histograms() {
        var histogram = new Histogram(1, 60_000_000, 3);
        for (var i = 0; i < 1000; i++) {
            histogram.recordValue(12_000 + (i * 7919L) % 61_000);
        }
        var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        var length = histogram.encodeIntoCompressedByteBuffer(buffer);
        var text = Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
        return Stream.of("upperBound", "join", "jitter", "hands")
                .map(name -> "\"" + name + "\":\"" + text + "\"")
                .collect(Collectors.joining(",", "{\"histograms\":{", "}}"));
    }
}
