package downbeat.web.http;

import static downbeat.web.stage.PopUpBodies.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.Photographs;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pictures of pop-ups over HTTP: brought, ordered, shown to everybody, and to search engines and chats. */
class PictureTest {
    private static Stage stage;
    private static Visitor omar;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        omar = stage.organizer("picture-omar");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void a_photograph_with_a_place_in_it_is_shown_to_everybody_without_one() {
        var path = ALL + "/" + PopUpBodies.published(omar);
        var added = added(path, "Bikes on the square", Photographs.jpeg(2400, 1800, 6));
        assertThat(added.at("/width").asInt()).isEqualTo(1200);
        assertThat(added.at("/height").asInt()).isEqualTo(1600);
        var seen = stage.anonymous().get(path).expecting(200).json().at("/pictures/0");
        assertThat(seen).isEqualTo(added);
        for (var url :
                new String[] {seen.at("/url").asText(), seen.at("/small/url").asText()}) {
            var bytes = stage.anonymous().get(url).expecting(200);
            assertThat(new String(bytes.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "2026:11:27");
            assertThat(bytes.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(bytes.header("Cache-Control")).contains("immutable");
            assertThat(bytes.header("ETag")).contains(url.substring(8, 72));
        }
    }

    @Test
    void pictures_are_worded_ordered_and_removed_and_a_copy_keeps_them() {
        var path = ALL + "/" + PopUpBodies.published(omar);
        var first = added(path, "First", MediaFiles.stripes(1)).at("/hash").asText();
        var second = added(path, "Second", MediaFiles.stripes(2)).at("/hash").asText();
        omar.patch(path + "/pictures/" + second, Map.of("position", 0), "*").expecting(200);
        omar.patch(path + "/pictures/" + first, Map.of("alt", "Now the second"), "*")
                .expecting(200);
        added(path, "The same again", MediaFiles.stripes(2));
        assertThat(alts(path)).containsExactly("The same again", "Now the second");
        var copy = omar.post(path + "/copy", Map.of("start", "2198-12-08T18:00"))
                .expecting(201)
                .header("Location");
        omar.delete(path + "/pictures/" + second).expecting(204);
        assertThat(alts(path)).containsExactly("Now the second");
        assertThat(alts(copy)).containsExactly("The same again", "Now the second");
        var url = omar.get(copy).json().at("/pictures/0/url").asText();
        stage.anonymous().get(url).expecting(200);
        omar.delete(copy + "/pictures/" + second).expecting(204);
        stage.anonymous().get(url).expecting(404);
    }

    @Test
    void of_two_who_edit_the_same_pictures_the_second_reads_them_again() {
        var path = ALL + "/" + PopUpBodies.drafted(omar, PopUpBodies.form());
        var first = path + "/pictures/"
                + added(path, "First", MediaFiles.stripes(21)).at("/hash").asText();
        added(path, "Second", MediaFiles.stripes(22));
        var seen = "\"" + omar.get(path).json().get("album").asText() + "\"";
        var tag = omar.patch(first, Map.of("alt", "One"), seen).expecting(200).header("ETag");
        assertThat(omar.patch(first, Map.of("alt", "Uno"), seen).expecting(412).problem())
                .isEqualTo("version-mismatch");
        assertThat(omar.patch(first, Map.of("position", 1), seen).status()).isEqualTo(412);
        assertThat(alts(path)).containsExactly("One", "Second");
        assertThat(tag).isEqualTo("\"" + omar.get(path).json().get("album").asText() + "\"");
        omar.patch(first, Map.of("position", 1), tag).expecting(200);
        assertThat(alts(path)).containsExactly("Second", "One");
    }

    @Test
    void what_is_wrong_with_a_picture_is_said() {
        var pictures = ALL + "/" + PopUpBodies.drafted(omar, PopUpBodies.form()) + "/pictures";
        var fine = MediaFiles.stripes(3);
        assertThat(omar.send("POST", pictures, fine).problem()).isEqualTo("missing-field");
        assertThat(omar.send("POST", pictures + "?alt=%20%20", fine)
                        .expecting(400)
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("alt");
        assertThat(omar.send("POST", pictures + "?alt=" + "a".repeat(301), fine).problem())
                .isEqualTo("bad-field");
        assertThat(send(pictures, "not a picture".getBytes(StandardCharsets.UTF_8))
                        .expecting(422)
                        .problem())
                .isEqualTo("not-a-picture");
        assertThat(send(pictures, Photographs.bomb(10, 10)).expecting(422).problem())
                .isEqualTo("damaged-picture");
        assertThat(send(pictures, Photographs.bomb(60_000, 60_000))
                        .expecting(422)
                        .problem())
                .isEqualTo("too-many-pixels");
        assertThat(send(pictures, new byte[5 * 1024 * 1024 + 1]).expecting(413).problem())
                .isEqualTo("body-too-large");
        for (int n = 1; n <= 8; n++) {
            send(pictures, MediaFiles.stripes(n)).expecting(201);
        }
        assertThat(send(pictures, MediaFiles.stripes(9)).expecting(409).problem())
                .isEqualTo("too-many-pictures");
        assertThat(stage.organizer("picture-other")
                        .send("POST", pictures + "?alt=A", fine)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void search_engines_chats_and_other_sites_are_told_of_the_first_picture() {
        var id = PopUpBodies.published(omar);
        var url = added(ALL + "/" + id, "\"Bikes\" & more", MediaFiles.stripes(4))
                .at("/url")
                .asText();
        var page = stage.anonymous().get("/pop-ups/" + id).expecting(200).text();
        assertThat(page)
                .contains(
                        "\"image\":[\"" + stage.url() + url + "\"]",
                        "<meta property=\"og:image\" content=\"" + stage.url() + url + "\">",
                        "<meta property=\"og:image:width\" content=\"64\">",
                        "<meta property=\"og:image:alt\" content=\"&quot;Bikes&quot; &amp; more\">",
                        "<meta name=\"twitter:card\" content=\"summary_large_image\">");
        var embedded = stage.anonymous().get("/embed/pop-ups/" + id).expecting(200);
        assertThat(embedded.text()).contains("width=\"64\" height=\"48\" alt=\"&quot;Bikes&quot; &amp; more\"");
        assertThat(embedded.header("Content-Security-Policy")).contains("img-src 'self'");
    }

    private static JsonNode added(String path, String alt, byte[] file) {
        var query = "?alt=" + java.net.URLEncoder.encode(alt, StandardCharsets.UTF_8);
        return omar.send("POST", path + "/pictures" + query, file)
                .expecting(201)
                .json();
    }

    private static Reply send(String pictures, byte[] file) {
        return omar.send("POST", pictures + "?alt=A+square.", file);
    }

    private static java.util.List<String> alts(String path) {
        return omar.get(path).expecting(200).json().get("pictures").findValuesAsText("alt");
    }
}
