package downbeat.web.http.operation;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.cluster.wire.Json;
import downbeat.cluster.wire.Squeezed;
import downbeat.web.http.page.Gzip;
import java.util.ArrayList;
import java.util.List;

/** Writes answers as HTTP. */
final class Replies {
    /** Below this, a compressed body is hardly smaller. */
    private static final int WORTH_COMPRESSING = 1400;

    private final ObjectMapper json = Json.mapper();

    HttpResponse response(HttpRequest request, Answer answer) {
        List<HttpHeader> headers = new ArrayList<>();
        answer.headers().forEach((name, value) -> headers.add(RawHeader.create(name, value)));
        if (!answer.headers().containsKey("Cache-Control")) {
            headers.add(RawHeader.create("Cache-Control", "no-store"));
        }
        var response = HttpResponse.create().withStatus(answer.status());
        var body = answer.body();
        if (body == null) {
            return response.addHeaders(headers);
        }
        if (body instanceof Stream stream) {
            return response.withEntity(HttpEntities.createChunked(type(answer), stream.pieces()))
                    .addHeaders(headers);
        }
        var bytes = body instanceof byte[] raw ? raw : bytes(body);
        if (bytes.length > WORTH_COMPRESSING && !inParts(answer) && Gzip.accepted(request)) {
            bytes = Squeezed.gzip(bytes);
            headers.add(RawHeader.create("Content-Encoding", "gzip"));
        }
        headers.add(RawHeader.create("Vary", "Accept-Encoding"));
        return response.withEntity(HttpEntities.create(type(answer), bytes)).addHeaders(headers);
    }

    /** What can be had in parts is sent as it is: a part of compressed bytes is of no use. */
    private static boolean inParts(Answer answer) {
        return answer.headers().containsKey("Accept-Ranges");
    }

    private static ContentType type(Answer answer) {
        return answer.mediaType().isEmpty() ? ContentTypes.APPLICATION_JSON : ContentTypes.parse(answer.mediaType());
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "An answer of " + body.getClass().getSimpleName() + " cannot be written", e);
        }
    }
}
