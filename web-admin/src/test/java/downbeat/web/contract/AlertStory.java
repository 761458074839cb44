package downbeat.web.contract;

import static downbeat.web.stage.AlertBodies.ALL;

import downbeat.discovery.alert.Alert;
import downbeat.web.stage.AlertBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.util.Map;

/** An alert from its first day to its last, with everything that is refused on the way. */
final class AlertStory {
    private static final Map<String, Object> WISH = AlertBodies.around(-70, 10);

    private final Visitor mia;

    AlertStory(Stage stage) {
        mia = stage.named("story-alert-mia");
    }

    void tell() {
        var path = mia.post(ALL, WISH, "one").expecting(201).header("Location");
        mia.post(ALL, AlertBodies.around(-71, 10), "one").expecting(422);
        mia.get(ALL).expecting(200);
        mia.get(ALL + "/told").expecting(200);
        var tag = mia.get(path).expecting(200).header("ETag");
        mia.put(path, AlertBodies.around(-70, 10, "radius", 3_000), tag).expecting(200);
        mia.put(path, WISH, tag).expecting(412);
        for (int n = 1; n < Alert.MOST; n++) {
            AlertBodies.made(mia);
        }
        mia.post(ALL, WISH).expecting(409);
        mia.delete(path).expecting(204);
    }

    /** What is not the caller's counts too. */
    static void tooOften(Visitor tara) {
        tara.post(ALL, Map.of()).expecting(400);
        tara.post(ALL, WISH).expecting(429);
        tara.put(ALL + "/nobody-knows-it", WISH, "*").expecting(429);
    }
}
