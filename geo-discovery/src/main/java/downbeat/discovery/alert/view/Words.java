package downbeat.discovery.alert.view;

import downbeat.discovery.alert.Channel;
import downbeat.discovery.alert.Hours;
import downbeat.discovery.alert.QuietHours;
import downbeat.discovery.alert.Wish;
import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.Cell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Wishes as columns of a row. */
final class Words {
    /** No style has it in its name. */
    private static final String BETWEEN = "\n";

    private Words() {}

    static String kinds(Set<ListingKind> kinds) {
        return kinds.stream().sorted().map(ListingKind::name).collect(Collectors.joining(BETWEEN));
    }

    static String days(Set<DayOfWeek> days) {
        return days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(BETWEEN));
    }

    static String styles(Set<String> styles) {
        return styles.stream().sorted().collect(Collectors.joining(BETWEEN));
    }

    static Wish wish(ResultSet row) throws SQLException {
        var zone = ZoneId.of(row.getString("zone"));
        return new Wish(
                Cell.parse(row.getString("cell")),
                row.getInt("metres"),
                split(row.getString("kinds"), ListingKind::valueOf),
                split(row.getString("styles"), Function.identity()),
                new Hours(
                        zone,
                        split(row.getString("days"), DayOfWeek::valueOf),
                        LocalTime.parse(row.getString("from_time")),
                        LocalTime.parse(row.getString("to_time"))),
                quiet(row, zone),
                Channel.split(row.getString("told_by")));
    }

    private static Optional<QuietHours> quiet(ResultSet row, ZoneId zone) throws SQLException {
        var from = row.getString("quiet_from");
        return from == null
                ? Optional.empty()
                : Optional.of(new QuietHours(zone, LocalTime.parse(from), LocalTime.parse(row.getString("quiet_to"))));
    }

    private static <T> Set<T> split(String text, Function<String, T> one) {
        return Arrays.stream(text.split(BETWEEN, -1))
                .filter(it -> !it.isEmpty())
                .map(one)
                .collect(Collectors.toUnmodifiableSet());
    }
}
