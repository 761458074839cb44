package downbeat.discovery.view;

import downbeat.classes.view.ClassBoard;
import downbeat.discovery.index.Taste;
import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.view.PopUpBoard;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** What members booked, as far as it is still in the table of listings. Nothing is kept of it. Blocks on the database. */
public final class Tastes {
    private final Jdbi database;
    private final ClassBoard classes;
    private final PopUpBoard popUps;

    public Tastes(Jdbi database, ClassBoard classes, PopUpBoard popUps) {
        this.database = database;
        this.classes = classes;
        this.popUps = popUps;
    }

    public Taste of(ParticipantId who) {
        var styles = new HashSet<String>();
        var owners = new HashSet<String>();
        read(
                ListingKind.CLASS,
                classes.bookingsOf(who).stream()
                        .map(row -> row.row().id().value())
                        .toList(),
                styles,
                owners);
        read(
                ListingKind.POP_UP,
                popUps.byGuest(who).stream().map(PopUpId::value).toList(),
                styles,
                owners);
        styles.remove("");
        return new Taste(styles, owners);
    }

    private void read(ListingKind kind, List<String> sources, Set<String> styles, Set<String> owners) {
        if (sources.isEmpty()) {
            return;
        }
        database.useHandle(db -> db.createQuery(
                        "SELECT DISTINCT style, owner FROM listing WHERE kind = :kind AND source IN (<sources>)")
                .bind("kind", kind.name())
                .bindList("sources", sources)
                .map((rows, context) -> {
                    styles.add(rows.getString("style"));
                    return owners.add(rows.getString("owner"));
                })
                .list());
    }
}
