package downbeat.web.contract;

import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.nio.charset.StandardCharsets;

/** What a class has devices fetch ahead: taken, served whole and in part, refused, taken away. */
final class AssetStory {
    private final Visitor tara;

    AssetStory(Stage stage) {
        tara = stage.named("asset-tara", "TRAINER");
    }

    void tell() {
        var all = tara.post("/api/v1/classes", Workouts.classBody())
                        .expecting(201)
                        .header("Location")
                + "/assets";
        var kept =
                upload(tara, all, "form.png", MediaFiles.png(1)).expecting(201).json();
        var url = kept.get("url").asText();
        var tag = tara.get(url).expecting(200).header("ETag");
        tara.send("GET", url, null, "Range", "bytes=0-3").expecting(206);
        tara.send("GET", url, null, "Range", "bytes=999999-").expecting(416);
        tara.send("GET", url, null, "If-None-Match", tag).expecting(304);
        tara.get("/assets/" + "0".repeat(64) + ".png").expecting(404);
        tara.get(all).expecting(200);
        var key = new String[] {"Content-Type", "image/png", "Idempotency-Key", "picture"};
        var first = all + "?kind=OVERLAY&name=first.png";
        tara.send("POST", first, MediaFiles.png(2), key).expecting(201);
        tara.send("POST", first, MediaFiles.png(3), key).expecting(422);
        upload(tara, all, "no-picture.png", "no picture".getBytes(StandardCharsets.UTF_8))
                .expecting(415);
        for (var n = 3; n <= 64; n++) {
            upload(tara, all, n + ".png", MediaFiles.png(n)).expecting(201);
        }
        upload(tara, all, "one-more.png", MediaFiles.png(65)).expecting(409);
        tara.delete(all + "/" + kept.get("hash").asText()).expecting(204);
    }

    static Reply upload(Visitor who, String all, String name, byte[] bytes) {
        return who.send("POST", all + "?kind=OVERLAY&name=" + name, bytes, "Content-Type", "image/png");
    }
}
