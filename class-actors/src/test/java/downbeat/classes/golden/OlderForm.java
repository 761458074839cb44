package downbeat.classes.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** What was written by an older version and is read by this one. */
public final class OlderForm {
    private OlderForm() {}

    /** What the older form said is still said, each value where it was; what it did not know of has come to it. */
    public static void isHeldBy(JsonNode whole, JsonNode part) {
        if (part.isObject()) {
            part.properties().forEach(field -> isHeldBy(whole.path(field.getKey()), field.getValue()));
        } else if (part.isArray()) {
            assertThat(whole).hasSameSizeAs(part);
            for (var i = 0; i < part.size(); i++) {
                isHeldBy(whole.path(i), part.get(i));
            }
        } else {
            assertThat(whole).isEqualTo(part);
        }
    }
}
