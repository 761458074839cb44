package downbeat.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A class that runs on a real node, whose plan says something every second; Mia has a place in it. */
final class Ride implements AutoCloseable {
    /** A busy machine would have the class shed for everybody: what a link is worth must not hang on that. */
    private static final String CALM = "downbeat.live.shedding.enabled = off";

    private final Stage stage = Stage.open(CALM);
    private final Visitor trainer = stage.named("robin", "TRAINER");
    private final Visitor mia = stage.named("mia");
    private final String path;

    private Ride() {
        var plan = trainer.send("POST", "/api/v1/cue-plans?name=every-second.zwo", workout())
                .expecting(201)
                .json();
        var body = Workouts.classBody();
        body.put("planId", plan.get("id").asText());
        path = trainer.post("/api/v1/classes", body).expecting(201).header("Location");
        trainer.post(path + "/schedule").expecting(200);
        mia.post(path + "/bookings", Map.of("place", "ONLINE")).expecting(201);
    }

    /** With the doors still closed. */
    static Ride announced() {
        return new Ride();
    }

    static Ride running() {
        return announced().begin();
    }

    Ride begin() {
        trainer.post(path + "/lobby").expecting(200);
        control("start", Map.of());
        return this;
    }

    /** Another class of the trainer comes after it, in an hour; Mia has a place in that too. Its id. */
    String followedBy(String title) {
        var body = Workouts.classBody();
        body.put("title", title);
        var following = trainer.post("/api/v1/classes", body).expecting(201).header("Location");
        trainer.post(following + "/schedule").expecting(200);
        mia.post(following + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        var id = following.substring(following.lastIndexOf('/') + 1);
        trainer.patch(path, Map.of("nextClass", id), "*").expecting(200);
        return id;
    }

    /** The trainer says something to the class. */
    void control(String verb, Map<String, Object> body) {
        trainer.post(path + "/control", Map.of(verb, body)).expecting(200);
    }

    /** Somebody who has an account and no place in the class. */
    void comes(String name) {
        stage.named(name);
    }

    Visitor trainer() {
        return trainer;
    }

    String url() {
        return stage.url();
    }

    /** Of the class in the API. */
    String path() {
        return path;
    }

    String classId() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    JsonNode upload(String query, String type, byte[] bytes) {
        return trainer.send("POST", path + "/assets?kind=" + query, bytes, "Content-Type", type)
                .expecting(201)
                .json();
    }

    /** Mia's page in her room. */
    Page joined(BrowserContext phone) {
        return joined(phone, url());
    }

    /** The same over another address that leads to the node. */
    Page joined(BrowserContext phone, String url) {
        var page = phone.newPage();
        signIn(page, url, "mia");
        page.navigate(url + "/room/" + classId());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join the class"))
                .click();
        page.getByText("Connected").waitFor();
        page.evaluate("() => { window.room = () => document.querySelector('db-page-room'); }");
        page.waitForFunction("() => room().session.state?.phase === 'LIVE'");
        return page;
    }

    static void signIn(Page page, String url, String name) {
        page.navigate(url + "/signin");
        page.getByLabel("E-mail").fill(name + "@example.org");
        page.getByLabel("Password").fill(Visitor.PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        page.waitForURL(at -> !at.contains("/signin"));
    }

    private static byte[] workout() {
        var said = IntStream.range(1, 590)
                .mapToObj(n -> "<textevent timeoffset=\"" + n + "\" message=\"" + n + "\"/>")
                .collect(Collectors.joining());
        return ("<workout_file><name>Every second</name><workout><SteadyState Duration=\"600\" Power=\"0.6\">" + said
                        + "</SteadyState></workout></workout_file>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        stage.close();
    }
}
