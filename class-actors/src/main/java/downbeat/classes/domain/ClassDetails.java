package downbeat.classes.domain;

import downbeat.kernel.ClassId;
import downbeat.kernel.Language;
import downbeat.kernel.Money;
import downbeat.kernel.bound.Bounds;
import downbeat.kernel.bound.Wording;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a trainer says of a class. Texts are as {@link Wording} has them.
 *
 * @param title 1 to 120 characters
 * @param style such as "Indoor cycling", 1 to 60 characters
 * @param description up to 4000 characters
 * @param localStart on the clock of {@code zone}, whole minutes
 * @param zone a place ("Europe/Berlin") or an offset ("+01:00")
 * @param length 5 minutes to 6 hours
 * @param onlineCapacity 0 to 5000 places
 * @param inRoomCapacity 0 to 500 places; both together at least one
 * @param price of one place
 * @param trial whether people who are not members yet may try this class
 * @param nextClass the trainer's class that its members go on to when this one closes; null when there is none
 * @param languages in which it is held, up to 5; empty when that is not said
 */
public record ClassDetails(
        String title,
        String style,
        String description,
        LocalDateTime localStart,
        ZoneId zone,
        Duration length,
        int onlineCapacity,
        int inRoomCapacity,
        Money price,
        boolean trial,
        @Nullable ClassId nextClass,
        List<Language> languages) {
    public static final int MAX_ONLINE = 5000;
    public static final int MAX_IN_ROOM = 500;
    public static final Duration SHORTEST = Duration.ofMinutes(5);
    public static final Duration LONGEST = Duration.ofHours(6);

    @SuppressWarnings("NullAway") // those that were written before it could be said have none
    public ClassDetails {
        languages = languages == null ? List.of() : List.copyOf(languages);
        Bounds.size("languages", languages, 0, Language.MOST);
        Bounds.distinct("languages", languages);
        require(!title.isBlank() && title.length() <= 120, "title must have 1 to 120 characters");
        require(!style.isBlank() && style.length() <= 60, "style must have 1 to 60 characters");
        require(description.length() <= 4000, "description must have at most 4000 characters");
        Wording.check("title", title);
        Wording.check("style", style);
        Wording.check("description", description);
        require(
                localStart.getSecond() == 0 && localStart.getNano() == 0,
                "start must be a whole minute, but is " + localStart);
        require(
                localStart.getYear() >= 2000 && localStart.getYear() < 2200,
                "start must be in the years 2000 to 2199, but is " + localStart);
        require(
                length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0,
                "length must be 5 minutes to 6 hours, but is " + length);
        require(
                onlineCapacity >= 0 && onlineCapacity <= MAX_ONLINE,
                "onlineCapacity must be 0 to " + MAX_ONLINE + ", but is " + onlineCapacity);
        require(
                inRoomCapacity >= 0 && inRoomCapacity <= MAX_IN_ROOM,
                "inRoomCapacity must be 0 to " + MAX_IN_ROOM + ", but is " + inRoomCapacity);
        require(onlineCapacity + inRoomCapacity > 0, "onlineCapacity and inRoomCapacity must not both be 0");
    }

    /** A class that none follows and that does not say in which language it is held. */
    public ClassDetails(
            String title,
            String style,
            String description,
            LocalDateTime localStart,
            ZoneId zone,
            Duration length,
            int onlineCapacity,
            int inRoomCapacity,
            Money price,
            boolean trial) {
        this(
                title,
                style,
                description,
                localStart,
                zone,
                length,
                onlineCapacity,
                inRoomCapacity,
                price,
                trial,
                null,
                List.of());
    }

    /** The same, followed by another class or by none. */
    public ClassDetails followedBy(@Nullable ClassId next) {
        return new ClassDetails(
                title,
                style,
                description,
                localStart,
                zone,
                length,
                onlineCapacity,
                inRoomCapacity,
                price,
                trial,
                next,
                languages);
    }

    /** The same, held in these languages. */
    public ClassDetails heldIn(List<Language> those) {
        return new ClassDetails(
                title,
                style,
                description,
                localStart,
                zone,
                length,
                onlineCapacity,
                inRoomCapacity,
                price,
                trial,
                nextClass,
                those);
    }

    public Optional<ClassId> following() {
        return Optional.ofNullable(nextClass);
    }

    public int capacity(PlaceKind place) {
        return switch (place) {
            case ONLINE -> onlineCapacity;
            case IN_ROOM -> inRoomCapacity;
        };
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
