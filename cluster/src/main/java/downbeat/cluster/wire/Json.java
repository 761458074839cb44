package downbeat.cluster.wire;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.pcollections.PCollectionsModule;

/**
 * The one way Downbeat writes and reads JSON. Unknown fields are skipped, so that an older node reads what a newer one
 * wrote; an edge that wants strictness asks its reader for it.
 */
public final class Json {

    private static final ObjectMapper JSON = configured(JsonMapper.builder()).build();
    private static final ObjectMapper CBOR = configured(CBORMapper.builder()).build();

    private Json() {}

    /** Shared and thread-safe. Do not reconfigure it: take a copy. */
    public static ObjectMapper mapper() {
        return JSON;
    }

    /** The same rules in CBOR. */
    public static ObjectMapper cbor() {
        return CBOR;
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B configured(B builder) {
        return builder.addModules(
                        new Jdk8Module(), new JavaTimeModule(), new PCollectionsModule(), new DownbeatModule())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
                        SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.REQUIRE_TYPE_ID_FOR_SUBTYPES);
    }
}
