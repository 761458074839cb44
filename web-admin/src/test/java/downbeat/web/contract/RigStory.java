package downbeat.web.contract;

import downbeat.web.stage.Rigs;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;

/** What a trainer does before the first class: measure, put on record, see what is left. */
final class RigStory {
    private static final String VERDICTS = "/api/v1/rig/verdicts";
    private static final int MOST_A_DAY = 96;

    private final Visitor tara;

    RigStory(Stage stage) {
        tara = stage.named("rig-tara", "TRAINER");
    }

    void tell() {
        tara.send("POST", "/api/v1/rig/uplink", new byte[4096], "Content-Type", "application/octet-stream")
                .expecting(204);
        tara.get("/api/v1/rig/downlink?bytes=4096").expecting(200);
        tara.get("/api/v1/rig/checklist").expecting(200);
        tara.post(VERDICTS, Rigs.good(), "check").expecting(201);
        tara.post(VERDICTS, Rigs.without("camera"), "check").expecting(422);
        for (int recorded = 1; recorded < MOST_A_DAY; recorded++) {
            tara.post(VERDICTS, Rigs.good()).expecting(201);
        }
        tara.post(VERDICTS, Rigs.good()).expecting(409);
        tara.get(VERDICTS).expecting(200);
    }

    /** Where each may be done once. */
    static void tooOften(Visitor tara) {
        tara.get("/api/v1/rig/downlink?bytes=1").expecting(200);
        tara.get("/api/v1/rig/downlink?bytes=1").expecting(429);
        tara.send("POST", "/api/v1/rig/uplink", new byte[1], "Content-Type", "application/octet-stream")
                .expecting(429);
        tara.post(VERDICTS, Rigs.good()).expecting(201);
        tara.post(VERDICTS, Rigs.good()).expecting(429);
    }
}
