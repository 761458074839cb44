package downbeat.classes.participant.domain;

import downbeat.classes.participant.domain.Participant.Held;
import downbeat.classes.participant.domain.Participant.Known;
import downbeat.classes.participant.domain.ParticipantEvent.*;
import downbeat.kernel.ClassId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What facts make of a participant. */
final class Life {
    private Life() {}

    static Participant after(Participant state, ParticipantEvent event) {
        return switch (state) {
            case Participant.Unknown unknown ->
                event instanceof ParticipantRegistered registered
                        ? new Known(registered.name(), Optional.empty(), Map.of(), Optional.empty(), Map.of(), Map.of())
                        : unknown;
            case Known known -> after(known, event);
        };
    }

    static Known after(Known state, List<ParticipantEvent> events) {
        var known = state;
        for (var event : events) {
            known = after(known, event);
        }
        return known;
    }

    private static Known after(Known k, ParticipantEvent event) {
        return switch (event) {
            case ParticipantRegistered e -> k;
            case ParticipantRenamed e ->
                new Known(e.name(), k.memberSince(), k.consents(), k.home(), k.bookings(), k.attended());
            case MembershipBegun e ->
                new Known(k.name(), Optional.of(e.at()), k.consents(), k.home(), k.bookings(), k.attended());
            case ConsentGiven e ->
                new Known(
                        k.name(),
                        k.memberSince(),
                        with(k.consents(), e.consent(), e.at()),
                        k.home(),
                        k.bookings(),
                        k.attended());
            case ConsentWithdrawn e ->
                new Known(
                        k.name(),
                        k.memberSince(),
                        without(k.consents(), e.consent()),
                        k.home(),
                        k.bookings(),
                        k.attended());
            case HomeSet e ->
                new Known(k.name(), k.memberSince(), k.consents(), Optional.of(e.home()), k.bookings(), k.attended());
            case HomeForgotten e ->
                new Known(k.name(), k.memberSince(), k.consents(), Optional.empty(), k.bookings(), k.attended());
            case BookingNoted e -> booked(k, with(k.bookings(), e.classId(), new Held(e.place(), e.trial())));
            case BookingReleased e -> booked(k, without(k.bookings(), e.classId()));
            case AttendanceNoted e ->
                new Known(
                        k.name(),
                        k.memberSince(),
                        k.consents(),
                        k.home(),
                        without(k.bookings(), e.classId()),
                        with(k.attended(), e.classId(), e.attendance()));
        };
    }

    private static Known booked(Known k, Map<ClassId, Held> bookings) {
        return new Known(k.name(), k.memberSince(), k.consents(), k.home(), bookings, k.attended());
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    private static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        var less = new LinkedHashMap<>(map);
        less.remove(key);
        return less;
    }
}
