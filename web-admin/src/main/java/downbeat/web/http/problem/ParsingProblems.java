package downbeat.web.http.problem;

import akka.event.LoggingAdapter;
import akka.http.ParsingErrorHandler;
import akka.http.javadsl.model.HttpResponse;
import akka.http.scaladsl.model.ErrorInfo;
import akka.http.scaladsl.model.StatusCode;
import akka.http.scaladsl.settings.ServerSettings;

/** Answers requests that are too malformed to become one (named in {@code akka.http.server.parsing.error-handler}). */
public final class ParsingProblems extends ParsingErrorHandler {

    @Override
    public HttpResponse handle(StatusCode status, ErrorInfo error, LoggingAdapter log, ServerSettings settings) {
        log.debug("Malformed request answered with {}: {}", status.intValue(), error.summary());
        return Problems.response(type(status.intValue()).saying(error.summary()));
    }

    private static ProblemType type(int status) {
        return switch (status) {
            case 413 -> ProblemType.BODY_TOO_LARGE;
            case 414 -> ProblemType.ADDRESS_TOO_LONG;
            case 501 -> ProblemType.UNKNOWN_METHOD;
            case 431 -> ProblemType.HEADERS_TOO_LARGE;
            default -> ProblemType.BAD_REQUEST;
        };
    }
}
