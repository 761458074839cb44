package downbeat.web.http.operation;

import akka.actor.ClassicActorSystemProvider;
import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.model.HttpRequest;
import akka.http.scaladsl.model.EntityStreamSizeException;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
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
        if (entity instanceof HttpEntity.Strict whole) {
            return CompletableFuture.completedFuture(
                    new Body(takes).add(whole.getData()).bytes());
        }
        return parts(entity, takes)
                .runFold(new Body(takes), Body::add, system)
                .thenApply(Body::bytes)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        Problems.unwrap(failure) instanceof EntityStreamSizeException ? tooLarge(takes) : failure));
    }

    /** A load measures the link, however slow. */
    private static Source<ByteString, Object> parts(HttpEntity entity, Takes takes) {
        var parts = entity.withSizeLimit(FORGIVEN).getDataBytes();
        return takes.kind() == Takes.Kind.LOAD ? parts : parts.completionTimeout(PATIENCE);
    }

    /** What has come of a body whose length nobody told; what is too much is counted and forgotten. */
    private static final class Body {
        private final Takes takes;
        private ByteString kept = ByteString.emptyByteString();
        private long length;

        Body(Takes takes) {
            this.takes = takes;
        }

        Body add(ByteString part) {
            length += part.size();
            kept = takes.kind() == Takes.Kind.LOAD || length > takes.maxBytes()
                    ? ByteString.emptyByteString()
                    : kept.concat(part);
            return this;
        }

        byte[] bytes() {
            if (length > takes.maxBytes()) {
                throw tooLarge(takes);
            }
            return kept.toArray();
        }
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
