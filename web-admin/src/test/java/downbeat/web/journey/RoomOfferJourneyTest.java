package downbeat.web.journey;

import static downbeat.web.stage.PopUpBodies.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Workouts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody takes part online, waits for the room all the same, and is offered a place there. */
class RoomOfferJourneyTest {
    private static final Map<String, Object> FREE = Map.of("kind", "free");

    @Test
    void an_offer_of_the_room_never_makes_two_places_of_one_and_a_revoked_ticket_says_why() {
        try (var stage = Stage.open()) {
            var omar = stage.organizer("offer-omar");
            var mia = stage.named("offer-mia");
            var noah = stage.named("offer-noah");
            var ride = omar.post("/api/v1/classes", Workouts.classBody())
                    .expecting(201)
                    .json()
                    .get("id")
                    .asText();
            var online = "/api/v1/classes/" + ride;
            omar.post(online + "/schedule").expecting(200);
            var form = PopUpBodies.onePlace();
            form.put("linkedClass", ride);
            var id = PopUpBodies.published(omar, form);
            var path = ALL + "/" + id;
            var taken = path + "/tickets/" + PopUpBodies.bought(noah, id, "free");
            mia.post(online + "/bookings", Map.of("place", "ONLINE")).expecting(201);
            mia.post(path + "/waiting", FREE).expecting(201);

            omar.post(taken + "/revoke", Map.of("reason", "Bought twice")).expecting(200);
            var told = noah.get(path).expecting(200).json().at("/mine/tickets/0");
            assertThat(told.get("validity").asText()).isEqualTo("REVOKED");
            assertThat(told.get("voidReason").asText()).isEqualTo("Bought twice");

            assertThat(mia.post(path + "/offer/accept").expecting(409).problem())
                    .as("which one do you mean")
                    .isEqualTo("has-place-online");
            assertThat(mia.get(path).json().at("/mine/offer/kind").asText())
                    .as("the offer is still theirs")
                    .isEqualTo("free");
            mia.post(path + "/place", Map.of("to", "IN_ROOM", "kind", "free")).expecting(200);
            var mine = mia.get(path).expecting(200).json().get("mine");
            assertThat(mine.get("offer").isNull()).isTrue();
            assertThat(mine.get("tickets")).hasSize(1);
            assertThat(mia.get(online + "/bookings/mine").status())
                    .as("the place online is somebody else's")
                    .isEqualTo(404);
        }
    }
}
