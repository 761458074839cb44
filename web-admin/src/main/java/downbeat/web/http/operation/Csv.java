package downbeat.web.http.operation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Records as CSV (RFC 4180), a header first, in the order of their components. A text that a spreadsheet would take for a
 * formula is led by an apostrophe (OWASP, CSV Injection): titles and names are chosen by people.
 */
public final class Csv {
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(String.class, new Harmless()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private Csv() {}

    public static <T extends Record> byte[] of(Class<T> type, List<T> rows) {
        try {
            return MAPPER.writer(MAPPER.schemaFor(type).withHeader().withLineSeparator("\r\n"))
                    .writeValueAsBytes(rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final class Harmless extends JsonSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator to, SerializerProvider provider) throws IOException {
            var formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
            to.writeString(formula ? "'" + text : text);
        }
    }
}
