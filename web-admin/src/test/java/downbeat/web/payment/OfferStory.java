package downbeat.web.payment;

import downbeat.web.stage.DropBodies;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The only set there is comes back, and is offered to the first of two who wait for it.
 *
 * @param drop its id
 */
public record OfferStory(String drop, Visitor noah, Visitor lea) {

    /** As far as the offer. */
    public static OfferStory tell(Stage stage) {
        var tara = stage.organizer("tara");
        var mia = stage.named("mia");
        var popUp = PopUpBodies.published(tara);
        var story =
                new OfferStory(DropBodies.open(tara, DropBodies.at(popUp)), stage.named("noah"), stage.named("lea"));
        tara.put(story.path() + "/points/" + popUp + "/stock", Map.of("component", "bottle", "stock", 1))
                .expecting(200);
        mia.post(story.path() + "/claims", DropBodies.order(popUp, "early")).expecting(201);
        var order = new HashMap<>(DropBodies.order(popUp, "early"));
        order.put("paying", "ONLINE");
        for (var waiting : List.of(story.noah(), story.lea())) {
            waiting.post(story.path() + "/waiting", order).expecting(201);
        }
        mia.post(story.path() + "/claims/1/release").expecting(200);
        return story;
    }

    /** Of the drop in the API. */
    public String path() {
        return DropBodies.ALL + "/" + drop;
    }
}
