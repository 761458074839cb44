package downbeat.web.http.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.cluster.wire.Json;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.Spot;
import downbeat.web.http.resource.MoneyJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Listings as GeoJSON (RFC 7946): longitude first. What is online is a feature without a geometry, as section 3.2 has it. */
record GeoJson(String type, List<Feature> features) {

    /**
     * A listing.
     *
     * @param id such as {@code pop-up.u-123}
     * @param geometry null online
     */
    record Feature(String type, String id, @Nullable Point geometry, Properties properties) {}

    record Point(String type, List<Double> coordinates) {
        static Point of(Spot spot) {
            return new Point(
                    "Point", List.of(spot.point().longitude(), spot.point().latitude()));
        }
    }

    record Properties(
            String kind,
            String title,
            String style,
            String host,
            @Nullable String place,
            @Nullable String address,
            String start,
            String end,
            String attendance,
            MoneyJson price,
            int left,
            int size,
            String url) {}

    static byte[] of(List<Listing> listings, String pages) {
        try {
            return Json.mapper()
                    .writeValueAsBytes(new GeoJson(
                            "FeatureCollection",
                            listings.stream().map(it -> feature(it, pages)).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written as JSON", e);
        }
    }

    private static Feature feature(Listing it, String pages) {
        return new Feature(
                "Feature",
                it.id().text(),
                it.spot().map(Point::of).orElse(null),
                new Properties(
                        it.id().kind().text(),
                        it.title(),
                        it.style(),
                        it.host(),
                        it.spot().map(Spot::name).orElse(null),
                        it.spot().map(Spot::address).orElse(null),
                        ListingJson.local(it, it.start()),
                        ListingJson.local(it, it.end()),
                        it.attendance().text(),
                        MoneyJson.of(it.price()),
                        it.left(),
                        it.size(),
                        pages + ListingJson.path(it)));
    }
}
