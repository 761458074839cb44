package downbeat.web.http.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.place.Timing;
import downbeat.web.http.imported.Brought;
import downbeat.web.http.operation.Form;
import downbeat.web.http.problem.ProblemType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One line of an imported file: what the form of a pop-up says, by column. It is read by the rules of that form, and complaints
 * name the column.
 */
record ImportRow(Map<String, String> cells) {
    private static final Set<String> WHOLE =
            Set.of("minutes", "doors_early", "capacity", "per_person", "refund_hours", "late_refund_percent");
    private static final Map<String, String> USUAL = Map.of(
            "description", "",
            "accessibility", "",
            "doors_early", "30",
            "ticket", "Entry",
            "price", "0",
            "currency", "EUR",
            "per_person", "2",
            "refund_hours", "24",
            "late_refund_percent", "0");
    static final Set<String> REQUIRED =
            Set.of("key", "title", "host", "place", "address", "lat", "lon", "zone", "start", "minutes", "capacity");
    static final Set<String> KNOWN = known();

    /** The fields of the form, by column. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("title", "title"),
            Map.entry("description", "description"),
            Map.entry("host", "host"),
            Map.entry("place", "place.name"),
            Map.entry("address", "place.address"),
            Map.entry("lat", "place.lat"),
            Map.entry("lon", "place.lon"),
            Map.entry("zone", "place.zone"),
            Map.entry("accessibility", "place.accessibility"),
            Map.entry("start", "start"),
            Map.entry("minutes", "lengthMinutes"),
            Map.entry("doors_early", "doorsEarlyMinutes"),
            Map.entry("capacity", "capacity"),
            Map.entry("ticket", "kinds[0].name"),
            Map.entry("category", "kinds[0].category"),
            Map.entry("price", "kinds[0].price.minor"),
            Map.entry("currency", "kinds[0].price.currency"),
            Map.entry("per_person", "kinds[0].perPerson"),
            Map.entry("refund_hours", "cancellation.earlyHours"),
            Map.entry("late_refund_percent", "cancellation.lateRefundPercent"));

    ImportRow {
        cells = Map.copyOf(cells);
    }

    private static Set<String> known() {
        var all = new TreeSet<>(REQUIRED);
        all.addAll(USUAL.keySet());
        all.add("category");
        return all;
    }

    /** A line as a row, or what is wrong with it as one. */
    static Brought of(ImportSheet sheet, ImportSheet.Line line) {
        if (line.cells().size() != sheet.columns().size()) {
            var problem =
                    ProblemType.BAD_CSV.saying("The line has " + line.cells().size() + " columns, the header "
                            + sheet.columns().size() + "; quote a text with a comma in it.");
            return new Brought.Wrong(line.number(), "", "", problem);
        }
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < sheet.columns().size(); i++) {
            cells.put(sheet.columns().get(i), line.cells().get(i));
        }
        var key = cells.getOrDefault("key", "");
        if (key.isEmpty() || key.length() > 100) {
            var problem = ProblemType.BAD_FIELD.saying("key must have 1 to 100 characters, another in each row.");
            return new Brought.Wrong(line.number(), "", "", problem.at("key"));
        }
        return new Brought.Event(line.number(), key, cells.getOrDefault("title", ""), cells, false, Optional.empty());
    }

    private String cell(String column) {
        var said = cells.getOrDefault(column, "");
        return said.isEmpty() ? USUAL.getOrDefault(column, "") : said;
    }

    /** @throws downbeat.web.http.problem.ProblemException with the field as the form names it */
    PopUpDetails details() {
        return PopUpForm.details(Form.parse(json().toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The same on another date. */
    static PopUpDetails on(Timing other, PopUpDetails said) {
        var timing = new Timing(
                other.start().toLocalDate().atTime(said.timing().start().toLocalTime()),
                said.timing().length(),
                said.timing().doorsEarly());
        return new PopUpDetails(
                said.title(),
                said.description(),
                said.host(),
                said.place(),
                timing,
                said.capacity(),
                said.kinds(),
                said.cancellation(),
                said.linkedClass());
    }

    /** The column that a field of the form stands in. */
    static Optional<String> column(String field) {
        return FIELDS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> field.equals("kinds[0].quota") ? Optional.of("capacity") : Optional.empty());
    }

    private ObjectNode json() {
        var form = JsonNodeFactory.instance.objectNode();
        fill(form, "title", "description", "host", "minutes", "doors_early", "capacity");
        form.put("start", cell("start").replace(' ', 'T'));
        fill(form.putObject("place"), "place", "address", "lat", "lon", "zone", "accessibility");
        fill(form.putObject("cancellation"), "refund_hours", "late_refund_percent");
        var kind = form.putArray("kinds").addObject();
        fill(kind, "ticket", "per_person");
        kind.put("id", "ticket").put("category", category());
        put(kind, "quota", cell("capacity"), true);
        var price = kind.putObject("price");
        price.put("currency", cell("currency"));
        put(price, "minor", minor(), true);
        return form;
    }

    private static String last(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }

    private void fill(ObjectNode object, String... columns) {
        for (var column : columns) {
            boolean number = WHOLE.contains(column) || column.equals("lat") || column.equals("lon");
            put(object, last(FIELDS.getOrDefault(column, column)), cell(column), number);
        }
    }

    /** What should be a number and is none stays what it is, and the form says what it should be. */
    private static void put(ObjectNode object, String name, String text, boolean number) {
        if (!number) {
            object.put(name, text);
            return;
        }
        try {
            object.put(name, new BigDecimal(text));
        } catch (NumberFormatException e) {
            object.put(name, text);
        }
    }

    private String category() {
        var said = cell("category");
        if (!said.isEmpty()) {
            return said;
        }
        return "0".equals(minor()) ? "FREE" : "PAID";
    }

    /** 12.50 or 12,50 in the smallest units; what is no sum stays what it is. */
    private String minor() {
        var sum = cell("price").replace(',', '.');
        try {
            return new BigDecimal(sum).movePointRight(2).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return sum;
        }
    }
}
