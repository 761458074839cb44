package downbeat.web.http.resource;

import downbeat.classes.entity.BookingCard;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.entity.PlaceCount;
import downbeat.kernel.ClassId;
import downbeat.web.identity.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A class as its readers see it; {@code mine} and {@code owner} depend on who reads. */
record ClassJson(
        String id,
        String title,
        String style,
        String description,
        PersonJson trainer,
        Instant start,
        String localStart,
        String zone,
        long lengthMinutes,
        String phase,
        CapacityJson online,
        CapacityJson inRoom,
        MoneyJson price,
        boolean trial,
        List<String> languages,
        @Nullable PlanJson plan,
        @Nullable MineJson mine,
        boolean owner,
        @Nullable String cancelReason,
        @Nullable String nextClass,
        long version) {
    ClassJson {
        languages = List.copyOf(languages);
    }

    record PersonJson(String id, String name) {}

    record CapacityJson(int capacity, int left, int waiting) {
        static CapacityJson of(PlaceCount count) {
            return new CapacityJson(count.capacity(), count.left(), count.waiting());
        }
    }

    /** What the reader has of the class. */
    record MineJson(
            String place,
            String status,
            @Nullable Integer position,
            @Nullable Instant offerEndsAt) {
        static MineJson of(BookingCard card) {
            return new MineJson(
                    card.place().name(),
                    card.status().name(),
                    card.position() > 0 ? card.position() : null,
                    card.offerEndsAt().orElse(null));
        }
    }

    static ClassJson of(ClassId id, ClassCard card, String trainerName, Optional<Caller> reader) {
        var details = card.details();
        return new ClassJson(
                id.value(),
                details.title(),
                details.style(),
                details.description(),
                new PersonJson(card.trainer().value(), trainerName),
                card.start(),
                details.localStart().toString(),
                details.zone().getId(),
                details.length().toMinutes(),
                card.phase().name(),
                CapacityJson.of(card.online()),
                CapacityJson.of(card.inRoom()),
                MoneyJson.of(details.price()),
                details.trial(),
                Spoken.codes(details.languages()),
                card.plan().map(PlanJson::of).orElse(null),
                reader.flatMap(r -> card.bookingOf(r.participant()))
                        .map(MineJson::of)
                        .orElse(null),
                isOwner(card, reader),
                card.cancelReason().orElse(null),
                details.following().map(ClassId::value).orElse(null),
                card.edition());
    }

    static boolean isOwner(ClassCard card, Optional<Caller> reader) {
        return reader.filter(r -> r.account().equals(card.trainer())).isPresent();
    }
}
