package downbeat.web.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Every page in one known state, with the answers of the server that bring it there. */
final class Looks {
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
                        "kit",
                        "/kit",
                        "trainer.json",
                        "The rig is usable.",
                        "/rig/checklist",
                        "Looking up what is left to do"),
                new Look("missing", "/nowhere", "member.json", "There is nothing here", "", ""));
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
                .answer("/rig/checklist", "checklist.json")
                .answer("/rig/verdicts", "verdicts.json")
                .answer("/classes/c1", "class.json")
                .answer("/classes/c4", "ended.json")
                .answer("/classes/c1/assets", 200, "{\"rev\":0,\"assets\":[]}")
                .answer("/classes/c1/join", "join.json")
                .answer("/classes/c4/report", "report.json")
                .answer("/classes/c4/report/histograms", 200, histograms());
        return who.isEmpty() ? site : site.answer("/session", who);
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
        return "{\"histograms\":{\"upper\":\"" + text + "\"}}";
    }
}
