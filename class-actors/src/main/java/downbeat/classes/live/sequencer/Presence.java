package downbeat.classes.live.sequencer;

import downbeat.classes.live.course.Visit;
import downbeat.classes.live.message.RoomNow;
import downbeat.classes.live.message.Row;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.PopId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is here, over all relays and in the room. A member who is at several of them counts once. Owned by one actor. */
final class Presence {
    private final Map<PopId, Map<ParticipantId, Row>> at = new HashMap<>();
    private final Map<ParticipantId, Row> merged = new LinkedHashMap<>();
    private final Set<ParticipantId> changed = new LinkedHashSet<>();
    private final Set<ParticipantId> connected = new HashSet<>();
    private Map<ParticipantId, String> room = Map.of();

    /** Takes what one relay says. Returns the rows whose being here changed. */
    List<Row> take(PopId pop, List<Row> rows, boolean all) {
        var known = at.computeIfAbsent(pop, p -> new HashMap<>());
        var touched = new LinkedHashSet<ParticipantId>();
        if (all) {
            touched.addAll(known.keySet());
            known.clear();
        }
        for (var row : rows) {
            known.put(row.member(), row);
            connected.add(row.member());
            touched.add(row.member());
        }
        var moved = new ArrayList<Row>();
        touched.forEach(member -> merge(member, nameOf(member, rows), moved));
        return moved;
    }

    /** A relay is lost, and whoever was there. */
    List<Row> drop(PopId pop) {
        return at.containsKey(pop) ? take(pop, List.of(), true) : List.of();
    }

    /** Takes who is in the room. That is no visit: a visit is of a device. */
    void room(List<RoomNow.Person> people) {
        var before = room;
        room = people.stream()
                .collect(Collectors.toMap(RoomNow.Person::member, RoomNow.Person::name, (one, same) -> one));
        var touched = new LinkedHashSet<>(before.keySet());
        touched.addAll(room.keySet());
        touched.forEach(member -> merge(member, nameOf(member, List.of()), new ArrayList<>()));
    }

    private void merge(ParticipantId member, String name, List<Row> moved) {
        var devices = at.values().stream()
                .map(rows -> rows.get(member))
                .filter(row -> row != null)
                .mapToInt(Row::devices)
                .sum();
        var before = merged.get(member);
        var now = new Row(member, name, devices, devices > 0, room.containsKey(member));
        if (!now.equals(before)) {
            merged.put(member, now);
            changed.add(member);
        }
        if (now.here() != (before != null && before.here())) {
            moved.add(now);
        }
    }

    private String nameOf(ParticipantId member, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.member().equals(member))
                .map(Row::name)
                .findFirst()
                .orElseGet(
                        () -> merged.containsKey(member) ? merged.get(member).name() : room.getOrDefault(member, ""));
    }

    private boolean here(ParticipantId member) {
        var row = merged.get(member);
        return row != null && row.here();
    }

    /** Those who are here by their visits, yet at no relay. */
    List<Row> missing(Map<ParticipantId, Visit> visits) {
        return visits.entrySet().stream()
                .filter(visit -> visit.getValue().here() && !here(visit.getKey()))
                .map(visit -> new Row(visit.getKey(), visit.getValue().name(), 0, false, false))
                .toList();
    }

    /** Everybody who is or was here, in the order of arrival. */
    List<Row> all() {
        return List.copyOf(merged.values());
    }

    /** Everybody who is or was here with a device. */
    List<Row> visitors() {
        return merged.values().stream()
                .filter(row -> connected.contains(row.member()))
                .toList();
    }

    /** What changed since the last call. */
    List<Row> changes() {
        var rows = changed.stream().map(merged::get).toList();
        changed.clear();
        return rows;
    }
}
