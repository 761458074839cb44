package downbeat.cluster.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import downbeat.kernel.Id;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/** An id is its plain string, whichever record it is. */
final class IdJson {

    private IdJson() {}

    static final class Writer extends StdScalarSerializer<Id> {
        Writer() {
            super(Id.class);
        }

        @Override
        public void serialize(Id id, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(id.value());
        }
    }

    static final class KeyWriter extends JsonSerializer<Id> {
        @Override
        public void serialize(Id id, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(id.value());
        }
    }

    static final class Readers extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription bean) {
            return isIdRecord(type.getRawClass()) ? new Reader(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return isIdRecord(type);
        }
    }

    static final class KeyReaders implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription bean) {
            return isIdRecord(type.getRawClass()) ? new KeyReader(new Reader(type.getRawClass())) : null;
        }
    }

    private static boolean isIdRecord(Class<?> type) {
        return type.isRecord() && Id.class.isAssignableFrom(type);
    }

    private static final class Reader extends FromStringDeserializer<Object> {
        private final transient MethodHandle make;

        Reader(Class<?> type) {
            super(type);
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(String.class);
                constructor.setAccessible(true);
                make = MethodHandles.lookup().unreflectConstructor(constructor);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(type + " is an id without a constructor from one string", e);
            }
        }

        @Override
        protected Object _deserialize(String text, DeserializationContext context) {
            return id(text);
        }

        @Override
        protected Object _deserializeFromEmptyString(DeserializationContext context) {
            return id(""); // refused by the id itself, in its own words
        }

        private Object id(String text) {
            try {
                return make.invoke(text);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    private static final class KeyReader extends KeyDeserializer {
        private final Reader reader;

        KeyReader(Reader reader) {
            this.reader = reader;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return reader.id(key);
        }
    }
}
