package downbeat.classes.plan.workout;

import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import downbeat.classes.plan.SpokenText;
import downbeat.classes.plan.Sport;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a plan as a Zwift workout. Every segment is a step of its own, repeats are unrolled, so that each text stands
 * in the step it belongs to.
 */
final class ZwoWriter {
    private final XMLStreamWriter xml;

    private ZwoWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] write(CuePlan plan) {
        var file = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(file);
            new ZwoWriter(xml).file(plan);
            xml.close();
        } catch (XMLStreamException cannotHappenInMemory) {
            throw new IllegalStateException(cannotHappenInMemory);
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void file(CuePlan plan) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("workout_file");
        field("author", "Downbeat");
        field("name", PlainText.line(plan.title()));
        field("description", PlainText.block(plan.description()));
        field("sportType", plan.sport() == Sport.RUN ? "run" : "bike");
        line(1);
        xml.writeStartElement("workout");
        var texts = plan.texts();
        int next = 0;
        for (var segment : plan.segments()) {
            int first = next;
            while (next < texts.size() && inside(segment, texts.get(next), plan)) {
                next++;
            }
            step(segment, texts.subList(first, next));
        }
        line(1);
        xml.writeEndElement();
        line(0);
        xml.writeEndElement();
        line(0);
        xml.writeEndDocument();
    }

    /** The very end of the plan belongs to its last segment. */
    private static boolean inside(Segment segment, SpokenText text, CuePlan plan) {
        return segment.contains(text.at()) || segment.index() == plan.segments().size() - 1;
    }

    private void step(Segment segment, List<SpokenText> texts) throws XMLStreamException {
        line(2);
        xml.writeStartElement(name(segment));
        attributes(segment);
        for (var text : texts) {
            line(3);
            xml.writeEmptyElement("textevent");
            xml.writeAttribute("timeoffset", seconds(text.at().minus(segment.from())));
            xml.writeAttribute("duration", seconds(text.show()));
            xml.writeAttribute("message", PlainText.line(text.text()));
        }
        if (!texts.isEmpty()) {
            line(2);
        }
        xml.writeEndElement();
    }

    private static String name(Segment segment) {
        return switch (segment.kind()) {
            case WARMUP -> "Warmup";
            case STEADY, REST -> "SteadyState";
            case INTERVAL_ON -> segment.power().isPresent() ? "IntervalsT" : "MaxEffort";
            case INTERVAL_OFF -> "IntervalsT";
            case RAMP -> "Ramp";
            case FREE -> "FreeRide";
            case COOLDOWN -> "Cooldown";
        };
    }

    private void attributes(Segment segment) throws XMLStreamException {
        var length = seconds(segment.length());
        if (!name(segment).equals("IntervalsT")) {
            xml.writeAttribute("Duration", length);
            power(segment, "Power", "PowerLow", "PowerHigh");
            cadence(segment, "Cadence");
            return;
        }
        boolean on = segment.kind() == SegmentKind.INTERVAL_ON;
        xml.writeAttribute("Repeat", "1");
        xml.writeAttribute("OnDuration", on ? length : "0");
        xml.writeAttribute("OffDuration", on ? "0" : length);
        if (on) {
            power(segment, "OnPower", "PowerOnLow", "PowerOnHigh");
        } else {
            power(segment, "OffPower", "PowerOffLow", "PowerOffHigh");
        }
        cadence(segment, on ? "Cadence" : "CadenceResting");
    }

    private void power(Segment segment, String single, String low, String high) throws XMLStreamException {
        if (segment.power().isEmpty()) {
            return;
        }
        var range = segment.power().get();
        if (range.flat() && !moves(segment)) {
            xml.writeAttribute(single, fraction(range.toPercent()));
        } else {
            xml.writeAttribute(low, fraction(range.fromPercent()));
            xml.writeAttribute(high, fraction(range.toPercent()));
        }
    }

    private static boolean moves(Segment segment) {
        return switch (segment.kind()) {
            case WARMUP, RAMP, COOLDOWN -> true;
            case STEADY, INTERVAL_ON, INTERVAL_OFF, FREE, REST -> false;
        };
    }

    private void cadence(Segment segment, String attribute) throws XMLStreamException {
        if (segment.cadence().isPresent()) {
            xml.writeAttribute(attribute, Integer.toString(segment.cadence().getAsInt()));
        }
    }

    private void field(String name, String text) throws XMLStreamException {
        line(1);
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void line(int indent) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(indent));
    }

    private static String seconds(Duration time) {
        return plain(BigDecimal.valueOf(time.toMillis(), 3));
    }

    /** @param percent to a hundredth, see {@link PowerRange} */
    private static String fraction(double percent) {
        return plain(BigDecimal.valueOf(Math.round(percent * 100), 4));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
