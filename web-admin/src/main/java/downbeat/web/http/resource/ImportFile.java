package downbeat.web.http.resource;

import downbeat.web.http.imported.Brought;
import downbeat.web.http.imported.CalendarFile;
import downbeat.web.http.imported.Otherwise;
import downbeat.web.http.imported.PageFile;
import downbeat.web.http.operation.Call;
import downbeat.web.http.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A file that an organizer brings: of comma separated values, an iCalendar file, or a page with JSON-LD. Which it is says its
 * beginning, whatever it is called.
 *
 * @param mark under which its keys are kept: a row and an event with the same key are two
 */
record ImportFile(String mark, List<Brought> rows) {
    static final String[] QUERY = {"dryRun", "zone", "host", "capacity"};

    private static final int MOST_PEOPLE = 10_000;
    private static final int LONGEST_HOST = 120;

    ImportFile {
        rows = List.copyOf(rows);
    }

    /** @throws downbeat.web.http.problem.ProblemException naming what is wrong with the file as a whole */
    static ImportFile read(byte[] file, Otherwise otherwise, Instant now) {
        var text = text(file);
        if (CalendarFile.is(text)) {
            return new ImportFile("import-event", CalendarFile.read(text, otherwise, now, ImportSheet.MOST_ROWS));
        }
        if (PageFile.is(text)) {
            return new ImportFile("import-event", PageFile.read(text, otherwise, now, ImportSheet.MOST_ROWS));
        }
        var sheet = ImportSheet.read(text, ImportRow.REQUIRED, ImportRow.KNOWN);
        return new ImportFile(
                "import",
                sheet.lines().stream().map(line -> ImportRow.of(sheet, line)).toList());
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ProblemType.BAD_CSV
                    .saying("The file is not text in UTF-8; save it as CSV UTF-8, or export the calendar again.")
                    .asException();
        }
    }

    /** What the query says of events that do not say it themselves. */
    static Otherwise otherwise(Call call) {
        return new Otherwise(
                Optional.ofNullable(call.query().get("zone")).map(ImportFile::zone),
                Optional.ofNullable(call.query().get("host")).map(ImportFile::host),
                call.query().containsKey("capacity")
                        ? Optional.of(call.number("capacity", 1, MOST_PEOPLE, 1))
                        : Optional.empty());
    }

    private static ZoneId zone(String id) {
        if (!ZoneId.getAvailableZoneIds().contains(id)) {
            throw ProblemType.BAD_FIELD.at("zone", "must be a time zone of the tz database such as Europe/Berlin.");
        }
        return ZoneId.of(id);
    }

    private static String host(String said) {
        var host = said.strip();
        if (host.isEmpty() || host.codePointCount(0, host.length()) > LONGEST_HOST) {
            throw ProblemType.BAD_FIELD.at("host", "must have 1 to " + LONGEST_HOST + " characters.");
        }
        if (host.codePoints().anyMatch(Character::isISOControl)) {
            throw ProblemType.BAD_FIELD.at("host", "must not have control characters.");
        }
        return host;
    }
}
