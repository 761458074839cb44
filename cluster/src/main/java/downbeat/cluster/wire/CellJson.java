package downbeat.cluster.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import downbeat.kernel.Cell;
import java.io.IOException;

/** A cell is its hexadecimal index: a JSON number would lose bits in a browser. */
final class CellJson {

    private CellJson() {}

    static final class Writer extends StdScalarSerializer<Cell> {
        Writer() {
            super(Cell.class);
        }

        @Override
        public void serialize(Cell cell, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(cell.toString());
        }
    }

    static final class Reader extends FromStringDeserializer<Cell> {
        Reader() {
            super(Cell.class);
        }

        @Override
        protected Cell _deserialize(String text, DeserializationContext context) {
            return Cell.parse(text);
        }
    }

    static final class KeyReader extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return Cell.parse(key);
        }
    }
}
