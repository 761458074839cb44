package downbeat.web.http.operation;

import java.util.concurrent.CompletionStage;

/** What an operation does. Throws or fails with a {@code ProblemException} for anything that is not a success. */
@FunctionalInterface
public interface Handler {
    CompletionStage<Answer> handle(Call call);
}
