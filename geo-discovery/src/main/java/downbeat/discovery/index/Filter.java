package downbeat.discovery.index;

import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.Language;
import downbeat.kernel.Money;
import java.util.Optional;
import java.util.Set;

/**
 * What is left out.
 *
 * @param kinds all that may be; all kinds when empty
 * @param attendances all that may be; all when empty
 * @param style exactly as a class has it, or any
 * @param owner a trainer or an organizer, or any
 * @param maxPrice in this currency and at most so much; what costs nothing in any currency passes
 * @param trial only what people may come to who are not members
 * @param told only places that say how accessible they are
 * @param soldOut whether what is sold out is there too
 * @param languages only what says that it is held in one of these; all when empty
 */
public record Filter(
        Set<ListingKind> kinds,
        Set<Attendance> attendances,
        Optional<String> style,
        Optional<String> owner,
        Optional<Money> maxPrice,
        boolean trial,
        boolean told,
        boolean soldOut,
        Set<Language> languages) {
    /** Everything that there are places of. */
    public static final Filter NONE = new Filter(
            Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, false, false, Set.of());

    public Filter {
        kinds = Set.copyOf(kinds);
        attendances = Set.copyOf(attendances);
        languages = Set.copyOf(languages);
    }
}
