package downbeat.discovery.listing;

import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.Language;
import downbeat.kernel.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Something that people can still go to, as it is shown in a list.
 *
 * @param owner the trainer or the organizer
 * @param style of the class, or of the class whose room it is; empty where there is none
 * @param host who receives the guests; empty where nobody does
 * @param spot where one goes; empty online
 * @param zone whose clock its times are told by
 * @param until when one must be there at the latest: the start of what begins together, the end of what one drops in on
 * @param price the lowest that a place or a bundle is to be had for
 * @param left places or bundles that can be had now
 * @param size of those that there are, sold ones too
 * @param trial whether people who are not members may come
 * @param linkedClass the class whose room or whose drop it is
 * @param particulars what other sites show of it beyond that
 * @param languages in which it is held; empty where that is not said
 */
public record Listing(
        ListingId id,
        AccountId owner,
        String title,
        String style,
        String host,
        Optional<Spot> spot,
        ZoneId zone,
        Instant start,
        Instant end,
        Instant until,
        Attendance attendance,
        Money price,
        int left,
        int size,
        boolean trial,
        Optional<ClassId> linkedClass,
        Particulars particulars,
        List<Language> languages) {
    @SuppressWarnings("NullAway") // those that were written before there were any have none
    public Listing {
        languages = languages == null ? List.of() : List.copyOf(languages);
        particulars = particulars == null ? Particulars.NONE : particulars;
    }

    /** What it is found by. */
    public Words words() {
        return Words.of(
                title,
                style,
                host,
                spot.map(Spot::name).orElse(""),
                spot.map(Spot::address).orElse(""));
    }
}
