package downbeat.web.journey;

import static downbeat.web.stage.PopUpBodies.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is published is found where it is, as long as somebody can still come. Each test is at a place of its own. */
class DiscoveryJourneyTest {
    private static Stage stage;
    private static Visitor omar;
    private static Visitor mia;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        omar = stage.organizer("omar");
        mia = stage.named("mia");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void a_pop_up_is_found_when_it_is_published_and_not_when_it_is_sold_out_or_cancelled() {
        var form = PopUpBodies.at(48.1, 11.5);
        form.put("capacity", 1);
        form.put("kinds", List.of(PopUpBodies.kind("free", "FREE", 1, 0)));
        var draft = PopUpBodies.drafted(omar, form);
        var near = "attendance=in-person&near=48.1045,11.5&radius=1000";
        assertThat(ids(found(near))).isEmpty();
        omar.post(ALL + "/" + draft + "/publish").expecting(200);
        soon(() -> assertThat(ids(found(near))).containsExactly(draft));
        var listing = found(near).get("items").get(0);
        assertThat(listing.get("metres").asInt()).isBetween(495, 505);
        assertThat(listing.get("path").asText()).isEqualTo("/pop-ups/" + draft);
        assertThat(listing.get("localStart").asText()).isEqualTo("2198-12-01T18:00+01:00");
        assertThat(listing.at("/why/distance").asDouble()).isBetween(0.299, 0.301);
        assertThat(ids(found("near=48.12,11.5&radius=1000"))).isEmpty();

        PopUpBodies.bought(mia, draft, "free");
        soon(() -> assertThat(ids(found(near))).as("sold out").isEmpty());
        assertThat(ids(found(near + "&soldOut=true"))).containsExactly(draft);
        mia.post(ALL + "/" + draft + "/tickets/1/cancel").expecting(200);
        soon(() -> assertThat(ids(found(near))).as("a place is free again").containsExactly(draft));
        omar.put(ALL + "/" + draft, moved(form), "*").expecting(200);
        soon(() -> assertThat(ids(found(near))).as("it has moved").isEmpty());
        assertThat(ids(found("near=48.2,11.5&radius=100"))).containsExactly(draft);
        omar.post(ALL + "/" + draft + "/cancel", Map.of("reason", "Storm")).expecting(200);
        soon(() -> assertThat(ids(found("near=48.2,11.5&radius=100"))).isEmpty());
    }

    private static Map<String, Object> moved(Map<String, Object> form) {
        form.put("place", PopUpBodies.at(48.2, 11.5).get("place"));
        return form;
    }

    @Test
    void filters_facets_and_words_agree() {
        var free = PopUpBodies.at(50.1, 8.6);
        free.put("title", "Yoga <i>under</i> the Brücke");
        var paid = PopUpBodies.at(50.1, 8.6);
        paid.put("title", "Rowing at dawn");
        paid.put("kinds", List.of(PopUpBodies.kind("seat", "PAID", 5, 1500)));
        var yoga = PopUpBodies.published(omar, free);
        var rowing = PopUpBodies.published(omar, paid);
        var here = "attendance=in-person&box=8.5,50,8.7,50.2";
        soon(() -> assertThat(ids(found(here))).containsExactlyInAnyOrder(yoga, rowing));
        var all = found(here);
        assertThat(all.at("/facets/kinds/pop-up").asInt()).isEqualTo(2);
        assertThat(all.at("/facets/free").asInt()).isEqualTo(1);
        assertThat(all.get("total").asInt()).isEqualTo(2);
        assertThat(ids(found(here + "&q=brucke%20YOGA"))).containsExactly(yoga);
        assertThat(ids(found(here + "&q=brucke%20rowing"))).isEmpty();
        assertThat(ids(found(here + "&q=%3Ci%3E"))).as("one word, i").containsExactly(yoga);
        assertThat(ids(found(here + "&maxPrice=1499&currency=EUR"))).containsExactly(yoga);
        assertThat(ids(found(here + "&maxPrice=1500&currency=EUR"))).containsExactlyInAnyOrder(yoga, rowing);
        assertThat(ids(found(here + "&maxPrice=9999&currency=USD"))).containsExactly(yoga);
        assertThat(ids(found(here + "&kind=drop,class"))).isEmpty();
        assertThat(ids(found(here + "&from=2198-12-01T19:59:00%2B01:00"))).hasSize(2);
        assertThat(ids(found(here + "&from=2198-12-01T20:01:00%2B01:00"))).isEmpty();
        assertThat(ids(found(here + "&to=2198-12-01T17:00:00Z"))).isEmpty();
        assertThat(ids(found(here + "&by=" + omar.account()))).hasSize(2);
        assertThat(ids(found(here + "&by=a-other"))).isEmpty();
        assertThat(ids(found(here + "&accessible=true&trial=true&order=soonest")))
                .hasSize(2);
    }

    @Test
    void a_language_finds_what_says_it_and_its_class_says_it_for_the_room() {
        var polly = stage.organizer("polly");
        var body = new HashMap<>(Workouts.classBody());
        body.put("languages", List.of("de", "tr"));
        var ride = polly.post("/api/v1/classes", body).expecting(201).header("Location");
        polly.post(ride + "/schedule").expecting(200);
        assertThat(polly.get(ride).expecting(200).json().get("languages").toString())
                .isEqualTo("[\"de\",\"tr\"]");
        polly.patch(ride, Map.of("title", "Another ride"), "*").expecting(200);
        assertThat(polly.get(ride).expecting(200).json().get("languages").toString())
                .as("what an edit does not speak of")
                .isEqualTo("[\"de\",\"tr\"]");

        var spoken = PopUpBodies.at(46.9, 7.4);
        spoken.put("languages", List.of("en"));
        var english = PopUpBodies.published(polly, spoken);
        var silent = PopUpBodies.published(polly, PopUpBodies.at(46.9, 7.4));
        var room = PopUpBodies.at(46.9, 7.4);
        room.put("linkedClass", ride.substring(ride.lastIndexOf('/') + 1));
        var rooms = PopUpBodies.published(polly, room);
        var by = "by=" + polly.account();
        soon(() -> assertThat(ids(found(by))).containsExactlyInAnyOrder(english, silent, rooms));
        soon(() -> assertThat(found(by + "&language=de").get("total").asInt()).isEqualTo(2));
        assertThat(ids(found(by + "&language=tr"))).containsExactly(rooms);
        assertThat(ids(found(by + "&language=en,de"))).containsExactlyInAnyOrder(english, rooms);
        assertThat(found(by + "&language=fr").get("total").asInt()).isZero();
        assertThat(found(by).at("/facets/languages").toString())
                .isEqualTo("[{\"language\":\"de\",\"listings\":2},{\"language\":\"tr\",\"listings\":2},"
                        + "{\"language\":\"en\",\"listings\":1}]");
        polly.patch(ride, Map.of("languages", List.of("fr")), "*").expecting(200);
        soon(() -> assertThat(found(by + "&language=fr").get("total").asInt()).isEqualTo(2));
        assertThat(found(by + "&language=de").get("total").asInt()).isZero();
    }

    @Test
    void pages_show_each_once_while_places_are_sold() {
        var trudi = stage.organizer("trudi");
        var popUps = IntStream.range(0, 9)
                .mapToObj(n -> PopUpBodies.published(trudi, PopUpBodies.at(51.3 + n * 0.001, 12.3)))
                .toList();
        var query = "near=51.3,12.3&by=" + trudi.account() + "&limit=2";
        soon(() -> assertThat(found(query).get("total").asInt()).isEqualTo(9));
        var shown = new ArrayList<String>();
        var next = "";
        do {
            var page = found(query + (next.isEmpty() ? "" : "&cursor=" + next));
            shown.addAll(ids(page));
            next = page.get("next").asText("");
            PopUpBodies.bought(mia, popUps.get(8 - shown.size() / 2), "free");
        } while (!next.isEmpty());
        assertThat(shown).containsExactlyInAnyOrderElementsOf(popUps);

        var cursor = found(query).get("next").asText();
        assertThat(get("near=51.3,12.3&limit=2&cursor=" + cursor).expecting(400).problem())
                .as("of another list")
                .isEqualTo("bad-cursor");
    }

    @Test
    void a_class_and_its_drop_are_found_and_what_one_booked_before_counts() {
        var tara = stage.organizer("tara");
        var form = new HashMap<>(Workouts.classBody());
        var ride = tara.post("/api/v1/classes", form).expecting(201).header("Location");
        tara.post(ride + "/schedule").expecting(200);
        soon(() -> assertThat(kinds(found("by=" + tara.account()))).containsExactly("class"));
        var listing = found("by=" + tara.account()).get("items").get(0);
        assertThat(listing.get("attendance").asText()).isEqualTo("online");
        assertThat(listing.get("place").isNull()).isTrue();

        var room = PopUpBodies.published(tara, PopUpBodies.at(47.5, 7.6));
        DropBodies.announced(tara, DropBodies.at(room));
        soon(() ->
                assertThat(kinds(found("near=47.5,7.6&attendance=in-person"))).contains("drop"));

        var mia = stage.heldOut("mia", false);
        assertThat(whys(mia, tara)).allMatch(share -> share == 0);
        mia.post(ride + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        soon(() -> assertThat(whys(mia, tara)).allMatch(share -> share > 0));
        assertThat(whys(stage.anonymous(), tara)).as("nobody knows them").allMatch(share -> share == 0);
        var outside = stage.heldOut("out", true);
        outside.post(ride + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        assertThat(whys(outside, tara)).as("of the tenth that is left alone").allMatch(share -> share == 0);
    }

    private static List<Double> whys(Visitor who, Visitor trainer) {
        return items(who.get("/api/v1/discover?by=" + trainer.account())
                        .expecting(200)
                        .json())
                .stream()
                .map(it -> it.at("/why/affinity").asDouble())
                .toList();
    }

    @Test
    void what_is_wrong_with_a_question_is_named() {
        for (var wrong : List.of(
                "near=52.5",
                "near=52.5,13.4,1",
                "near=NaN,13.4",
                "near=91,13.4",
                "near=52.5,181",
                "near=",
                "radius=3000",
                "near=1,1&radius=49",
                "near=1,1&radius=20000000",
                "near=1,1&radius=-1",
                "box=1,2,3",
                "box=0,10,1,5",
                "box=1,2,3,x",
                "box=0,0,1,1&radius=100",
                "place=nowhere",
                "near=1,1&place=de:11000:900100003",
                "from=yesterday",
                "to=2020-01-01T00:00:00Z",
                "kind=party",
                "kind=",
                "attendance=maybe",
                "maxPrice=-1&currency=EUR",
                "maxPrice=1&currency=",
                "maxPrice=1&currency=EURO",
                "currency=EUR",
                "trial=1",
                "language=German",
                "language=de,xx",
                "language=DE",
                "order=cheapest",
                "order=nearest",
                "limit=0",
                "limit=1000000",
                "cursor=forged",
                "q=a%20b%20c%20d%20e%20f%20g%20h%20i",
                "style=" + "x".repeat(61),
                "unknown=1")) {
            var field = get(wrong).expecting(400).json().get("field").asText();
            assertThat(wrong).as("the field of %s", wrong).contains(field);
        }
        assertThat(get("near=90,0&radius=100000").expecting(200).json().get("items"))
                .isNotNull();
        assertThat(get("box=170,-90,-170,90").expecting(200).json().get("items"))
                .isNotNull();
    }

    private static Reply get(String query) {
        return stage.anonymous().get("/api/v1/discover?" + query);
    }

    private static JsonNode found(String query) {
        return get(query).expecting(200).json();
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    /** Of what has a place: online classes are everywhere. */
    private static List<String> ids(JsonNode page) {
        return items(page).stream()
                .filter(it -> !it.get("place").isNull())
                .map(it -> it.get("id").asText())
                .toList();
    }

    private static List<String> kinds(JsonNode page) {
        return items(page).stream().map(it -> it.get("kind").asText()).toList();
    }

    private static void soon(ThrowingRunnable holds) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(holds);
    }
}
