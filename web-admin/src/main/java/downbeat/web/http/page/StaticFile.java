package downbeat.web.http.page;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import downbeat.cluster.wire.Squeezed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file as it is sent: bytes, the same compressed if that pays, type and tag. */
final class StaticFile {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("js", "text/javascript; charset=UTF-8"),
            Map.entry("mjs", "text/javascript; charset=UTF-8"),
            Map.entry("css", "text/css; charset=UTF-8"),
            Map.entry("html", "text/html; charset=UTF-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("woff2", "font/woff2"));

    private final byte[] plain;
    private final byte @Nullable [] gzipped;
    private final String type;
    private final String tag;

    StaticFile(String name, byte[] bytes) {
        this.plain = bytes;
        this.type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain; charset=UTF-8");
        this.tag = '"' + ContentHash.of(List.of(bytes)) + '"';
        var compressible = !type.equals("font/woff2") && !type.equals("image/png");
        var smaller = compressible ? Squeezed.gzip(bytes) : bytes;
        this.gzipped = smaller.length < bytes.length ? smaller : null;
    }

    byte[] bytes() {
        return plain;
    }

    HttpResponse response(HttpRequest request, String caching) {
        List<HttpHeader> headers = List.of(
                RawHeader.create("ETag", tag),
                RawHeader.create("Cache-Control", caching),
                RawHeader.create("Vary", "Accept-Encoding"));
        if (isKnown(request)) {
            return HttpResponse.create().withStatus(304).addHeaders(headers);
        }
        var small = gzipped != null && Gzip.accepted(request) ? gzipped : null;
        var response = HttpResponse.create()
                .withEntity(HttpEntities.create(ContentTypes.parse(type), small == null ? plain : small))
                .addHeaders(headers);
        return small == null ? response : response.addHeader(RawHeader.create("Content-Encoding", "gzip"));
    }

    private boolean isKnown(HttpRequest request) {
        return request.getHeader("If-None-Match")
                .map(HttpHeader::value)
                .filter(tags -> Arrays.stream(tags.split(","))
                        .map(String::strip)
                        .anyMatch(t -> t.equals("*") || t.equals(tag) || t.equals("W/" + tag)))
                .isPresent();
    }
}
