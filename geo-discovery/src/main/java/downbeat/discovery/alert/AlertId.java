package downbeat.discovery.alert;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Names one alert. */
public record AlertId(String value) implements Id {
    public AlertId {
        Ids.check("alert id", value);
    }
}
