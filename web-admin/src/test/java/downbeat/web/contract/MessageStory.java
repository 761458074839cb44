package downbeat.web.contract;

import static downbeat.web.stage.PopUpBodies.ALL;

import downbeat.kernel.AccountId;
import downbeat.web.identity.Identity;
import downbeat.web.identity.token.Derived;
import downbeat.web.identity.token.Sealed;
import downbeat.web.outbox.LetterLinks;
import downbeat.web.outbox.UnsubscribeTokens;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.util.Map;
import org.awaitility.Awaitility;

/** What guests are told, and the calendars that tell everybody. */
final class MessageStory {
    private final Visitor omar;
    private final Visitor mia;
    private final String link;

    MessageStory(Stage stage) {
        omar = stage.organizer("story-word-omar");
        mia = stage.named("story-word-mia");
        link = linkOf(stage, mia);
    }

    /** As it is in the letters to this member. */
    private static String linkOf(Stage stage, Visitor member) {
        var node = stage.node().node().context();
        var me = node.find(Identity.class)
                .find(new AccountId(member.account()))
                .toCompletableFuture()
                .join()
                .orElseThrow()
                .participant();
        return LetterLinks.UNSUBSCRIBE + new UnsubscribeTokens(new Sealed(node.find(Derived.class))).of(me);
    }

    private static Map<String, String> words(String to, String text) {
        return Map.of("to", to, "subject", "The gate", "text", text);
    }

    void tell() {
        messages();
        mia.get("/api/v1/me/messages").expecting(200);
        mia.get("/api/v1/me/post").expecting(200);
        mia.put("/api/v1/me/post", Map.of("wanted", false)).expecting(200);
        mia.get(link).expecting(200);
        mia.post(link).expecting(200);
        feed("/api/v1/organizers/" + omar.account() + "/calendar.ics");
        feed("/api/v1/areas/" + PopUpBodies.CELL + "/calendar.ics");
    }

    private void messages() {
        var id = PopUpBodies.published(omar);
        var path = ALL + "/" + id + "/messages";
        PopUpBodies.bought(mia, id, "free");
        omar.get(path + "/readers?to=kind:free").expecting(200);
        omar.post(path, words("waiting", "Nobody reads it."), "nobody").expecting(409);
        var sent =
                omar.post(path, words("guests", "It is in the north."), "gate").expecting(201);
        omar.post(path, words("guests", "It is in the south."), "gate").expecting(422);
        omar.get(sent.header("Location")).expecting(200);
        omar.get(path).expecting(200);
    }

    /** What others have published a moment before may still come into it. */
    private void feed(String path) {
        Awaitility.await().untilAsserted(() -> {
            var tag = omar.get(path).expecting(200).header("ETag");
            omar.send("GET", path, null, "If-None-Match", tag).expecting(304);
        });
    }

    /** Where each may be done once; what is not the caller's to do counts too. */
    static void tooOften(Visitor omar) {
        var path = ALL + "/nobody-knows-it/messages";
        omar.post(path, words("guests", "Hello")).expecting(404);
        omar.post(path, words("guests", "Hello")).expecting(429);
        omar.get(LetterLinks.UNSUBSCRIBE + "none").expecting(404);
        omar.get(LetterLinks.UNSUBSCRIBE + "none").expecting(429);
        omar.post(LetterLinks.UNSUBSCRIBE + "none").expecting(429);
    }
}
