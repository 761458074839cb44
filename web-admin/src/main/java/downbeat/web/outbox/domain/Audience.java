package downbeat.web.outbox.domain;

import downbeat.popups.domain.kind.KindId;

/** To whom an organizer writes. */
public sealed interface Audience {
    /** Everybody with a ticket that lets in. */
    record Guests() implements Audience {}

    /** Everybody with such a ticket of one kind. */
    record OfKind(KindId kind) implements Audience {}

    /** Everybody who waits for a place or is offered one. */
    record Queue() implements Audience {}

    String GUESTS = "guests";
    String QUEUE = "waiting";
    String KIND = "kind:";

    /** One word for it, such as {@code guests} or {@code kind:free}. */
    default String text() {
        return switch (this) {
            case Guests all -> GUESTS;
            case OfKind some -> KIND + some.kind().value();
            case Queue queue -> QUEUE;
        };
    }

    /** @throws IllegalArgumentException if it is none */
    static Audience parse(String text) {
        return switch (text) {
            case GUESTS -> new Guests();
            case QUEUE -> new Queue();
            default -> {
                if (!text.startsWith(KIND)) {
                    throw new IllegalArgumentException("audience must be guests, waiting or kind: and a kind");
                }
                yield new OfKind(new KindId(text.substring(KIND.length())));
            }
        };
    }
}
