package downbeat.classes.plan.workout;

import downbeat.classes.plan.CuePlan;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads Zwift workouts. The parser knows no document types and no outside entities: a file that brings its own
 * definitions is refused before they mean anything.
 */
final class ZwoReader {
    private static final int DEEPEST = 20;

    /** How the parser of the JDK speaks of an element. */
    private static final Pattern NAMED =
            Pattern.compile("(?:element (?:type )?\"|#AttributeNotUnique[?])([^\"&]{1,80})");

    private final XMLStreamReader xml;
    private final int linesBefore;
    private final Outline outline = new Outline();
    private final ZwoScore score = new ZwoScore(outline);
    private final Deque<String> open = new ArrayDeque<>();

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
            throw notXml("XML", broken, linesBefore);
        }
    }

    private static boolean endsLine(String text, String body) {
        char last = text.charAt(text.length() - body.length() - 1);
        return last == '\n' || last == '\r';
    }

    private CuePlan plan(String fallbackTitle) throws BadWorkoutException {
        try {
            follow();
        } catch (XMLStreamException broken) {
            throw notXml(open.isEmpty() ? "XML" : open.getLast(), broken, linesBefore);
        }
        return score.plan(fallbackTitle);
    }

    private void follow() throws XMLStreamException, BadWorkoutException {
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
    }

    private void start() throws BadWorkoutException {
        var name = xml.getLocalName();
        open.addLast(name);
        if (open.size() > DEEPEST) {
            throw bad(name, "elements lie more than " + DEEPEST + " deep; a workout needs four levels");
        }
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.putIfAbsent(Element.key(xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        score.start(Element.of(line(xml.getLocation(), linesBefore), name, attributes), open.size());
    }

    private void end() throws BadWorkoutException {
        score.end(line(xml.getLocation(), linesBefore), Element.key(xml.getLocalName()), open.size());
        open.removeLast();
    }

    private BadWorkoutException bad(String element, String problem) {
        return new BadWorkoutException(line(xml.getLocation(), linesBefore), element, problem);
    }

    /** @param inside the element that was open, unless the parser names a better one */
    private static BadWorkoutException notXml(String inside, XMLStreamException broken, int linesBefore) {
        var text = broken.getMessage() == null ? "it cannot be read" : PlainText.line(broken.getMessage());
        var why = text.replaceFirst("^ParseError at \\[row,col\\]:\\[\\d+,\\d+\\] Message: ", "");
        if (why.startsWith("http://www.w3.org/TR/1999/REC-xml-names")) {
            why = "two attributes have the same name, or a prefix is not declared";
        }
        var named = NAMED.matcher(text);
        var where = broken.getLocation();
        return new BadWorkoutException(
                where == null ? 0 : line(where, linesBefore),
                named.find() ? named.group(1) : inside,
                PlainText.cut(why, 200) + "; the file is damaged or cut off, put it right or export it again");
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
