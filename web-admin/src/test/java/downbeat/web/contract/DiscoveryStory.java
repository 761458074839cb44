package downbeat.web.contract;

import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.util.List;
import org.awaitility.Awaitility;

/** Somebody looks for a pop-up, and everything that is refused on the way. */
final class DiscoveryStory {
    private static final String DISCOVER = "/api/v1/discover";

    private final Visitor omar;
    private final Visitor nobody;

    DiscoveryStory(Stage stage) {
        omar = stage.organizer("story-finder");
        nobody = stage.anonymous();
    }

    void tell() {
        var found = DISCOVER + "?by=" + omar.account() + "&near=53.55,9.99&order=nearest&limit=1";
        PopUpBodies.published(omar, PopUpBodies.form());
        PopUpBodies.published(omar, PopUpBodies.form());
        Awaitility.await().until(() -> nobody.get(found).json().get("total").asInt() == 2);
        var page = nobody.get(found).expecting(200);
        nobody.get(found + "&cursor=" + page.json().get("next").asText()).expecting(200);
        nobody.send("GET", found, null, "If-None-Match", page.header("ETag")).expecting(304);
        for (var wrong : List.of("near=1", "radius=10", "box=1,2,3", "kind=party", "order=nearest", "cursor=mine")) {
            nobody.get(DISCOVER + "?" + wrong).expecting(400);
        }
        for (var feed : List.of(DISCOVER + ".ics", DISCOVER + ".geojson")) {
            var whole = nobody.get(feed + "?by=" + omar.account()).expecting(200);
            nobody.send("GET", feed + "?by=" + omar.account(), null, "If-None-Match", whole.header("ETag"))
                    .expecting(304);
            nobody.get(feed + "?near=1").expecting(400);
        }
        for (var feed : List.of("session-series", "scheduled-sessions", "events")) {
            nobody.get("/api/openactive/" + feed).expecting(200);
            nobody.get("/api/openactive/" + feed + "?afterChangeNumber=x").expecting(400);
        }
        nobody.get("/api/v1/places?q=alexanderpl").expecting(200);
        nobody.get("/api/v1/places").expecting(400);
        for (var reach : List.of("/api/v1/me/trainer-reach", "/api/v1/me/organizer-reach")) {
            omar.get(reach + "?weeks=26").expecting(200);
            omar.get(reach + ".csv").expecting(200);
            omar.get(reach + "?weeks=27").expecting(400);
        }
    }
}
