package downbeat.web.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.web.webhook.domain.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint is told: CloudEvents 1.0 in structured JSON.
 *
 * @param source what it is about, as a reference into this installation
 * @param subject of it; null when all of it is meant
 * @param time of the fact, not of the telling
 */
@JsonInclude(Include.NON_NULL)
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        @Nullable String subject,
        String time,
        String datacontenttype,
        Object data) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static CloudEvent of(EventId id, String source, String type, @Nullable String subject, Instant at, Object data) {
        return new CloudEvent("1.0", id.value(), source, type, subject, at.toString(), "application/json", data);
    }

    /** What is sent and signed, to the byte. */
    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An event is always writable", impossible);
        }
    }
}
