package downbeat.web.asset;

import downbeat.cluster.entity.Outdated;
import downbeat.cluster.entity.Seen;
import downbeat.kernel.Outcome;
import downbeat.kernel.Version;
import downbeat.popups.domain.PopUpId;
import downbeat.web.asset.AssetRefusal.TooManyPictures;
import downbeat.web.picture.Print;
import downbeat.web.picture.Prints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/**
 * The pictures of all pop-ups, in the order in which they are shown; bytes are where those of classes are. Whoever changes those
 * of one pop-up locks its row of {@code pop_up_album} first. Every call blocks on the database.
 */
public final class PopUpPictures {
    public static final int MOST = 8;

    private final Jdbi database;

    public PopUpPictures(Jdbi database) {
        this.database = database;
    }

    /** As the last one. The same picture again takes the new text and stays where it is. */
    public Outcome<PopUpPicture> add(PopUpId popUp, String alt, Prints prints) {
        var picture = new PopUpPicture(alt, form(prints.large()), form(prints.small()));
        return Clashes.retried(database, h -> {
            lock(h, popUp);
            var there = list(h, popUp);
            var at = indexOf(there, picture.hash());
            if (at.isEmpty() && there.size() >= MOST) {
                return Outcome.refused(new TooManyPictures(MOST));
            }
            AssetBytes.store(
                    h, picture.large().hash(), AssetType.JPEG, prints.large().jpeg());
            AssetBytes.store(
                    h, picture.small().hash(), AssetType.JPEG, prints.small().jpeg());
            var after = new ArrayList<>(there);
            at.ifPresent(after::remove);
            after.add(at.orElse(there.size()), picture);
            write(h, popUp, after);
            return Outcome.accepted(picture);
        });
    }

    private static PopUpPicture.Form form(Print print) {
        return new PopUpPicture.Form(Assets.hash(print.jpeg()), print.width(), print.height());
    }

    /** The same as long as these pictures, their texts and their order are. */
    public static Version version(List<PopUpPicture> pictures) {
        return Version.ofContent(
                pictures.stream().map(picture -> picture.hash() + picture.alt()).collect(Collectors.joining("\n")));
    }

    /**
     * Another text of a picture, or another place.
     *
     * @param position from 0; beyond the end it becomes the last
     */
    public record Edit(Optional<String> alt, OptionalInt position) {}

    /** Edits one of the pictures that the editor has seen. Returns them all; empty when none has this hash. */
    public Outcome<List<PopUpPicture>> edit(PopUpId popUp, String hash, Edit edit, Seen seen) {
        return Clashes.retried(database, h -> {
            lock(h, popUp);
            var pictures = new ArrayList<>(list(h, popUp));
            if (!seen.fits(version(pictures))) {
                return Outcome.refused(new Outdated(version(pictures)));
            }
            var at = indexOf(pictures, hash);
            if (at.isEmpty()) {
                return Outcome.accepted(List.of());
            }
            var picture = pictures.remove(at.getAsInt());
            var edited = edit.alt().map(picture::saying).orElse(picture);
            pictures.add(Math.min(edit.position().orElse(at.getAsInt()), pictures.size()), edited);
            write(h, popUp, pictures);
            return Outcome.accepted(List.copyOf(pictures));
        });
    }

    /** Takes a picture away. Returns whether the pop-up had it. */
    public boolean remove(PopUpId popUp, String hash) {
        return Clashes.retried(database, h -> {
            lock(h, popUp);
            var pictures = new ArrayList<>(list(h, popUp));
            var at = indexOf(pictures, hash);
            if (at.isEmpty()) {
                return false;
            }
            var gone = pictures.remove(at.getAsInt());
            write(h, popUp, pictures);
            AssetBytes.release(h, gone.large().hash());
            AssetBytes.release(h, gone.small().hash());
            return true;
        });
    }

    /** Gives a pop-up the pictures of another one, unless it has had some before. */
    public void copy(PopUpId from, PopUpId to) {
        Clashes.retried(database, h -> {
            var pictures = list(h, from);
            if (!pictures.isEmpty() && !touched(h, to)) {
                lock(h, to);
                write(h, to, pictures);
            }
            return to;
        });
    }

    private static boolean touched(Handle h, PopUpId popUp) {
        return h.createQuery("select count(*) from pop_up_album where pop_up_id = :popUp")
                        .bind("popUp", popUp.value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    public List<PopUpPicture> of(PopUpId popUp) {
        return database.withHandle(h -> list(h, popUp));
    }

    private static OptionalInt indexOf(List<PopUpPicture> pictures, String hash) {
        return IntStream.range(0, pictures.size())
                .filter(n -> pictures.get(n).hash().equals(hash))
                .findFirst();
    }

    private static void lock(Handle h, PopUpId popUp) {
        var rows = h.createUpdate("update pop_up_album set rev = rev + 1 where pop_up_id = :popUp")
                .bind("popUp", popUp.value())
                .execute();
        if (rows == 0) {
            h.createUpdate("insert into pop_up_album (pop_up_id, rev) values (:popUp, 1)")
                    .bind("popUp", popUp.value())
                    .execute();
        }
    }

    /** There are eight at most: they are written anew. */
    private static void write(Handle h, PopUpId popUp, List<PopUpPicture> pictures) {
        h.createUpdate("delete from pop_up_picture where pop_up_id = :popUp")
                .bind("popUp", popUp.value())
                .execute();
        for (int position = 0; position < pictures.size(); position++) {
            insert(h, popUp, position, pictures.get(position));
        }
    }

    private static void insert(Handle h, PopUpId popUp, int position, PopUpPicture picture) {
        h.createUpdate("insert into pop_up_picture (pop_up_id, hash, position, alt, width, height,"
                        + " small_hash, small_width, small_height) values (:popUp, :hash, :position, :alt, :width,"
                        + " :height, :smallHash, :smallWidth, :smallHeight)")
                .bind("popUp", popUp.value())
                .bind("hash", picture.hash())
                .bind("position", position)
                .bind("alt", picture.alt())
                .bind("width", picture.large().width())
                .bind("height", picture.large().height())
                .bind("smallHash", picture.small().hash())
                .bind("smallWidth", picture.small().width())
                .bind("smallHeight", picture.small().height())
                .execute();
    }

    private static List<PopUpPicture> list(Handle h, PopUpId popUp) {
        return h.createQuery("select hash, alt, width, height, small_hash, small_width, small_height"
                        + " from pop_up_picture where pop_up_id = :popUp order by position")
                .bind("popUp", popUp.value())
                .map(PopUpPictures::picture)
                .list();
    }

    private static PopUpPicture picture(RowView row) {
        return new PopUpPicture(row.getColumn("alt", String.class), form(row, ""), form(row, "small_"));
    }

    private static PopUpPicture.Form form(RowView row, String prefix) {
        return new PopUpPicture.Form(
                row.getColumn(prefix + "hash", String.class),
                row.getColumn(prefix + "width", Integer.class),
                row.getColumn(prefix + "height", Integer.class));
    }
}
