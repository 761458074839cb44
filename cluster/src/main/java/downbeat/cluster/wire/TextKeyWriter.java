package downbeat.cluster.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Writes the key of a map as its own text. */
final class TextKeyWriter extends JsonSerializer<Object> {

    @Override
    public void serialize(Object key, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeFieldName(key.toString());
    }
}
