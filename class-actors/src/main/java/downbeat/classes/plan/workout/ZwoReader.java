package downbeat.classes.plan.workout;

import downbeat.classes.plan.CuePlan;
import java.io.StringReader;
import java.util.HashMap;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads Zwift workouts. The parser knows no document types and no outside entities: a file that brings its own
 * definitions is refused before they mean anything.
 */
final class ZwoReader {
    private static final int DEEPEST = 20;

    private final XMLStreamReader xml;
    private final int linesBefore;
    private final Outline outline = new Outline();
    private final ZwoScore score = new ZwoScore(outline);
    private int depth;

    private ZwoReader(XMLStreamReader xml, int linesBefore) {
        this.xml = xml;
        this.linesBefore = linesBefore;
    }

    static CuePlan read(String fallbackTitle, String text) throws BadWorkoutException {
        var body = text.stripLeading();
        int skipped =
                (int) text.substring(0, text.length() - body.length()).lines().count();
        int linesBefore = text.length() == body.length() ? 0 : Math.max(0, skipped - (endsLine(text, body) ? 0 : 1));
        try {
            var xml = parsers().createXMLStreamReader(new StringReader(Ampersands.escaped(body)));
            return new ZwoReader(xml, linesBefore).plan(fallbackTitle);
        } catch (XMLStreamException broken) {
            throw notXml(broken.getLocation(), broken.getMessage(), linesBefore);
        }
    }

    private static boolean endsLine(String text, String body) {
        char last = text.charAt(text.length() - body.length() - 1);
        return last == '\n' || last == '\r';
    }

    private CuePlan plan(String fallbackTitle) throws XMLStreamException, BadWorkoutException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> score.characters(xml.getText());
                case XMLStreamConstants.DTD ->
                    throw bad("DOCTYPE", "document types are not read; delete the line <!DOCTYPE …>");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw bad("&" + xml.getLocalName() + ";", "this entity is not known; write the character itself");
                default -> {}
            }
        }
        return score.plan(fallbackTitle);
    }

    private void start() throws BadWorkoutException {
        depth++;
        var name = xml.getLocalName();
        if (depth > DEEPEST) {
            throw bad(name, "elements lie more than " + DEEPEST + " deep; a workout needs four levels");
        }
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.putIfAbsent(Element.key(xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        score.start(Element.of(line(xml.getLocation(), linesBefore), name, attributes), depth);
    }

    private void end() throws BadWorkoutException {
        score.end(line(xml.getLocation(), linesBefore), Element.key(xml.getLocalName()), depth);
        depth--;
    }

    private BadWorkoutException bad(String element, String problem) {
        return new BadWorkoutException(line(xml.getLocation(), linesBefore), element, problem);
    }

    private static BadWorkoutException notXml(@Nullable Location where, @Nullable String message, int linesBefore) {
        var text = message == null ? "it cannot be read" : PlainText.line(message);
        var why = text.replaceFirst("^ParseError at \\[row,col\\]:\\[\\d+,\\d+\\] Message: ", "");
        if (why.startsWith("http://www.w3.org/TR/1999/REC-xml-names")) {
            why = "two attributes have the same name, or a prefix is not declared";
        }
        return new BadWorkoutException(
                where == null ? 0 : line(where, linesBefore),
                "XML",
                PlainText.cut(why, 200) + "; the file is damaged or cut off, export it again");
    }

    private static int line(Location where, int linesBefore) {
        return Math.max(1, where.getLineNumber()) + linesBefore;
    }

    private static XMLInputFactory parsers() {
        var parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_COALESCING, true);
        parsers.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("a workout stands alone; it may not refer to " + systemId);
        });
        return parsers;
    }
}
