package downbeat.web.http.problem;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.scaladsl.model.IllegalUriException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.cluster.entity.EntityUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes problem documents, and finds the one that fits a failure. */
public final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final ObjectMapper json = new ObjectMapper();
    private static final ContentType PROBLEM_JSON =
            ContentTypes.create(MediaTypes.customBinary("application", "problem+json", true));

    private Problems() {}

    public static HttpResponse response(Problem problem) {
        List<HttpHeader> headers = new ArrayList<>();
        problem.headers().forEach((name, value) -> headers.add(RawHeader.create(name, value)));
        headers.add(RawHeader.create("Cache-Control", "no-store"));
        return HttpResponse.create()
                .withStatus(problem.status())
                .withEntity(HttpEntities.create(PROBLEM_JSON, bytes(problem)))
                .addHeaders(headers);
    }

    /** An answer for whatever went wrong: refusals and problems as they are, an outage as 503, the rest as 500. */
    public static Problem of(Throwable failure) {
        var cause = unwrap(failure);
        if (cause instanceof ProblemException known) {
            return known.problem();
        }
        if (cause instanceof IllegalUriException unreadable) {
            return ProblemType.BAD_REQUEST.saying("The address cannot be read: " + unreadable.getMessage() + ".");
        }
        var outage = cause instanceof TimeoutException
                || cause instanceof EntityUnavailable
                || cause instanceof RejectedExecutionException;
        return outage ? unavailable() : unexpected(cause);
    }

    /** A failed stage inside a stage arrives wrapped; the cause is what counts. */
    public static Throwable unwrap(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? unwrap(cause) : failure;
    }

    private static Problem unavailable() {
        return ProblemType.UNAVAILABLE
                .saying(
                        "The class engine did not answer in time; nothing is known to have changed. Try again in a few seconds.")
                .with("Retry-After", "2");
    }

    private static Problem unexpected(Throwable cause) {
        var incident = UUID.randomUUID();
        log.error("Request failed, incident {}", incident, cause);
        return ProblemType.INTERNAL_ERROR.saying("Incident " + incident + " was written to the log of this node.");
    }

    private static byte[] bytes(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem document is always writable", impossible);
        }
    }
}
