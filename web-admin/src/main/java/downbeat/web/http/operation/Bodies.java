package downbeat.web.http.operation;

import akka.actor.ClassicActorSystemProvider;
import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.model.HttpRequest;
import akka.http.scaladsl.model.EntityStreamSizeException;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Problems;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads request bodies within their limits. */
final class Bodies {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A body that is too large is read up to here before it is answered, so that the client is listening by then. */
    private static final long FORGIVEN = 64L * 1024 * 1024;

    private final ClassicActorSystemProvider system;

    Bodies(ClassicActorSystemProvider system) {
        this.system = system;
    }

    CompletionStage<byte[]> read(HttpRequest request, Takes takes) {
        checkType(request, takes);
        var entity = request.entity();
        if (entity.getContentLengthOption().orElse(0) > takes.maxBytes()) {
            return discard(request).thenApply(done -> {
                throw tooLarge(takes);
            });
        }
        return bytes(entity.withSizeLimit(takes.maxBytes()), takes)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        Problems.unwrap(failure) instanceof EntityStreamSizeException ? tooLarge(takes) : failure));
    }

    private CompletionStage<byte[]> bytes(HttpEntity entity, Takes takes) {
        return takes.kind() == Takes.Kind.LOAD
                ? entity.discardBytes(system).completionStage().thenApply(done -> new byte[0])
                : entity.toStrict(PATIENCE.toMillis(), system)
                        .thenApply(strict -> strict.getData().toArray());
    }

    /** Reads and forgets what is left of a body, without ever failing. */
    CompletionStage<?> discard(HttpRequest request) {
        return request.entity()
                .withSizeLimit(FORGIVEN)
                .discardBytes(system)
                .completionStage()
                .exceptionally(broken -> akka.Done.getInstance());
    }

    private static void checkType(HttpRequest request, Takes takes) {
        if (takes.kind() != Takes.Kind.JSON || request.entity().isKnownEmpty()) {
            return;
        }
        var type = request.entity().getContentType().mediaType().toString();
        if (!type.equals("application/json")) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE
                    .saying("The body is " + type + "; send Content-Type: application/json.")
                    .with("Accept", "application/json")
                    .asException();
        }
    }

    private static RuntimeException tooLarge(Takes takes) {
        return ProblemType.BODY_TOO_LARGE
                .saying("At most " + takes.maxBytes() / 1024 + " KiB are taken here.")
                .asException();
    }
}
