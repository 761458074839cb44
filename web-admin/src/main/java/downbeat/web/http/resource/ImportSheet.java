package downbeat.web.http.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import downbeat.web.http.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A file of comma separated values (RFC 4180) with a header, as spreadsheets write it: commas or semicolons.
 */
record ImportSheet(List<String> columns, List<Line> lines) {
    static final int MOST_ROWS = 500;
    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
            .build();

    ImportSheet {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** @param number in the file, from 1 */
    record Line(int number, List<String> cells) {
        Line {
            cells = List.copyOf(cells);
        }
    }

    /** @throws downbeat.web.http.problem.ProblemException naming what is wrong with the file as a whole */
    static ImportSheet read(String text, Set<String> required, Set<String> known) {
        var all = lines(text);
        if (all.size() < 2) {
            throw bad("The file has no rows: give it a header and a line for each pop-up.");
        }
        if (all.size() - 1 > MOST_ROWS) {
            throw bad("The file has more than " + MOST_ROWS + " rows; send the rest in another one.");
        }
        var columns = all.getFirst().cells().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        check(columns, required, known);
        return new ImportSheet(columns, all.subList(1, all.size()));
    }

    private static void check(List<String> columns, Set<String> required, Set<String> known) {
        for (var column : columns) {
            if (!known.contains(column)) {
                throw bad("The column \"" + shortened(column) + "\" is not known here; known are "
                        + String.join(", ", known) + ".");
            }
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw bad("A column is there twice.");
        }
        required.stream().filter(name -> !columns.contains(name)).findFirst().ifPresent(missing -> {
            throw bad("The column \"" + missing + "\" is missing.");
        });
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    /** What stands more often in the header parts its columns. */
    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        long semicolons = header.chars().filter(c -> c == ';').count();
        return semicolons > header.chars().filter(c -> c == ',').count() ? ';' : ',';
    }

    private static List<Line> lines(String text) {
        var lines = new ArrayList<Line>();
        try (var parser = CSV.createParser(text)) {
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator(text)));
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                lines.add(line(parser));
            }
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw bad("Line " + (at == null ? lines.size() + 1 : at.getLineNr())
                    + " cannot be read: a text in quotes does not end, or goes on after them.");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines;
    }

    private static Line line(CsvParser parser) throws IOException {
        int number = 0;
        var cells = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            number = number == 0 ? parser.currentTokenLocation().getLineNr() : number;
            cells.add(parser.getText().strip());
        }
        return new Line(number, cells);
    }

    private static RuntimeException bad(String sentence) {
        return ProblemType.BAD_CSV.saying(sentence).asException();
    }
}
