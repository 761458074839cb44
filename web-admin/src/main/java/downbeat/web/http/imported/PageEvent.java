package downbeat.web.http.imported;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import downbeat.kernel.GeoPoint;
import downbeat.web.http.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An Event of schema.org, as a page says it. Each value may be one or a list, of which the first counts.
 *
 * @param line it begins in
 */
record PageEvent(int line, JsonNode node) {
    /** Kinds that end in Event and are something broadcast or handed over. */
    private static final Set<String> OTHER =
            Set.of("PublicationEvent", "BroadcastEvent", "OnDemandEvent", "DeliveryEvent");

    boolean is() {
        return all(node.path("@type"))
                .map(PageEvent::name)
                .anyMatch(type -> (type.endsWith("Event") && !OTHER.contains(type)) || type.equals("Festival"));
    }

    String title() {
        return text("name").map(PlainText::line).orElse("");
    }

    /** By which it is known, else what it is called and when it begins. */
    String key() {
        return text("@id")
                .or(() -> text("identifier"))
                .or(() -> text("url"))
                .orElseGet(() -> (title() + " " + text("startDate").orElse("")).strip());
    }

    /** The last segment of a term of schema.org, such as {@code EventCancelled}. */
    String term(String field) {
        return text(field).map(PageEvent::segment).orElse("");
    }

    Optional<String> text(String field) {
        return said(first(node.path(field)));
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    List<JsonNode> offers() {
        return all(node.path("offers")).filter(JsonNode::isObject).toList();
    }

    Optional<String> host() {
        var organizer = first(node.path("organizer"));
        return said(organizer.isObject() ? organizer.path("name") : organizer)
                .map(PlainText::line)
                .filter(name -> !name.isEmpty());
    }

    Spot spot() {
        var places = all(node.path("location")).toList();
        var place = places.stream()
                .filter(it -> !name(it.path("@type")).equals("VirtualLocation"))
                .findFirst()
                .orElseThrow(() -> places.isEmpty()
                        ? ProblemType.MISSING_FIELD.at(
                                "location", "is missing: a pop-up has a place; add its name and address to the event.")
                        : ProblemType.BAD_FIELD.at("location", PageFile.ONLINE));
        if (!place.isObject()) {
            return Spot.ofLine(said(place).map(PlainText::line).orElse(""), Optional.empty());
        }
        var address = address(first(place.path("address")));
        var name = said(first(place.path("name"))).map(PlainText::line).orElse(address);
        if (name.isEmpty()) {
            throw ProblemType.MISSING_FIELD.at("location.name", "is missing: name the place that guests come to.");
        }
        return new Spot(name, address.isEmpty() ? name : address, point(place));
    }

    private static String address(JsonNode address) {
        if (!address.isObject()) {
            return said(address).map(PlainText::line).orElse("");
        }
        var town = Stream.of("postalCode", "addressLocality")
                .flatMap(field -> said(first(address.path(field))).stream())
                .collect(Collectors.joining(" "));
        return Stream.of(said(first(address.path("streetAddress"))).orElse(""), town)
                .map(PlainText::line)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Optional<GeoPoint> point(JsonNode place) {
        var geo = first(place.path("geo"));
        var latitude = said(geo.path("latitude")).or(() -> said(place.path("latitude")));
        var longitude = said(geo.path("longitude")).or(() -> said(place.path("longitude")));
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new GeoPoint(Double.parseDouble(latitude.orElse("")), Double.parseDouble(longitude.orElse(""))));
        } catch (IllegalArgumentException e) {
            throw ProblemType.BAD_FIELD.at(
                    "location.geo", "must have a latitude and a longitude in degrees, such as 53.55 and 9.99.");
        }
    }

    /** What a value says as text; none where it says nothing, or is more than that. */
    static Optional<String> said(JsonNode value) {
        return value.isTextual() || value.isNumber()
                ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static JsonNode first(JsonNode value) {
        return all(value).findFirst().orElse(MissingNode.getInstance());
    }

    private static Stream<JsonNode> all(JsonNode value) {
        var all = new ArrayList<JsonNode>();
        if (value.isArray()) {
            value.forEach(all::add);
        } else if (!value.isMissingNode() && !value.isNull()) {
            all.add(value);
        }
        return all.stream();
    }

    private static String name(JsonNode type) {
        return said(first(type)).map(PageEvent::segment).orElse("");
    }

    private static String segment(String term) {
        return term.substring(Math.max(term.lastIndexOf('/'), term.lastIndexOf(':')) + 1);
    }
}
