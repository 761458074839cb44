package downbeat.kernel;

import java.util.function.Function;

/** What a caller hears: the reply, once everything it rests on is durable, or the reason why not. */
public sealed interface Outcome<R> {

    record Accepted<R>(R reply) implements Outcome<R> {}

    record Refused<R>(Refusal refusal) implements Outcome<R> {}

    static <R> Outcome<R> accepted(R reply) {
        return new Accepted<>(reply);
    }

    static <R> Outcome<R> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    default <T> Outcome<T> map(Function<? super R, ? extends T> change) {
        return switch (this) {
            case Accepted<R>(R reply) -> new Accepted<>(change.apply(reply));
            case Refused<R>(Refusal refusal) -> new Refused<>(refusal);
        };
    }

    /** Both ends in one expression. */
    default <T> T fold(Function<? super R, ? extends T> accepted, Function<? super Refusal, ? extends T> refused) {
        return switch (this) {
            case Accepted<R>(R reply) -> accepted.apply(reply);
            case Refused<R>(Refusal refusal) -> refused.apply(refusal);
        };
    }
}
