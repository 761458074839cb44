package downbeat.web.stage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What trainers send about webhooks. */
public final class HookBodies {
    public static final String ALL = "/api/v1/me/webhooks";

    /** Right in form, and nobody answers there. */
    public static final String NOBODY_THERE = "http://127.0.0.1:1024/hooks";

    private HookBodies() {}

    /** All there is to tell, to an endpoint. */
    public static Map<String, Object> to(String url) {
        var form = new LinkedHashMap<String, Object>();
        form.put("url", url);
        form.put("facts", List.of("claim.confirmed", "claim.ready", "claim.handed-over", "claim.released"));
        return form;
    }

    public static Map<String, Object> to(String url, String field, Object value) {
        var form = to(url);
        form.put(field, value);
        return form;
    }

    /** The id of a webhook that goes nowhere. */
    public static String subscribed(Visitor trainer) {
        return trainer.post(ALL, to(NOBODY_THERE))
                .expecting(201)
                .json()
                .at("/webhook/webhookId")
                .asText();
    }
}
