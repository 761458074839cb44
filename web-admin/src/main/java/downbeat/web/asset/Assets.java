package downbeat.web.asset;

import downbeat.kernel.ClassId;
import downbeat.kernel.Outcome;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The assets of all classes. Bytes are there once, however many classes have them, and gone with the last. Every change of
 * a class's list locks its row of {@code asset_list} first and the bytes after it. Every call blocks on the database.
 */
public final class Assets {
    public static final int MOST_ASSETS = 64;
    public static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Jdbi database;
    private final AssetCache cache;

    /** @param cachedBytes held in memory to be served again, at most */
    public Assets(Jdbi database, long cachedBytes) {
        this.database = database;
        this.cache = new AssetCache(cachedBytes);
    }

    /** What is known of an asset before it is kept. */
    public record Upload(AssetKind kind, String name, AssetType type, OptionalLong fromMs) {}

    private record Held(int count, long bytes) {}

    /** Keeps bytes for a class. The same bytes again take the new name, kind and moment. */
    public Outcome<Asset> keep(ClassId classId, Upload upload, byte[] content) {
        var asset =
                new Asset(hash(content), upload.kind(), upload.name(), upload.type(), content.length, upload.fromMs());
        return Clashes.retried(database, h -> keep(h, classId, asset, content));
    }

    private static Outcome<Asset> keep(Handle h, ClassId classId, Asset asset, byte[] content) {
        lock(h, classId);
        var others = others(h, classId, asset.hash());
        if (others.count() >= MOST_ASSETS) {
            return Outcome.refused(new AssetRefusal.TooManyAssets(MOST_ASSETS));
        }
        if (others.bytes() + asset.bytes() > MOST_BYTES) {
            return Outcome.refused(new AssetRefusal.AssetsTooLarge(MOST_BYTES, others.bytes(), asset.bytes()));
        }
        AssetBytes.store(h, asset.hash(), asset.type(), content);
        var number = nextRev(h, classId);
        if (update(h, classId, asset) == 0) {
            insert(h, classId, asset, number);
        }
        return Outcome.accepted(asset);
    }

    private static void lock(Handle h, ClassId classId) {
        if (add(h, classId, 0) == 0) {
            h.createUpdate("insert into asset_list (class_id, rev) values (:class, 0)")
                    .bind("class", classId.value())
                    .execute();
        }
    }

    private static long nextRev(Handle h, ClassId classId) {
        add(h, classId, 1);
        return rev(h, classId);
    }

    private static int add(Handle h, ClassId classId, int more) {
        return h.createUpdate("update asset_list set rev = rev + :more where class_id = :class")
                .bind("more", more)
                .bind("class", classId.value())
                .execute();
    }

    private static long rev(Handle h, ClassId classId) {
        return h.createQuery("select rev from asset_list where class_id = :class")
                .bind("class", classId.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private static Held others(Handle h, ClassId classId, String hash) {
        return h.createQuery("select count(*) as n, coalesce(sum(size), 0) as bytes from class_asset"
                        + " where class_id = :class and hash <> :hash")
                .bind("class", classId.value())
                .bind("hash", hash)
                .map((row, ctx) -> new Held(row.getInt("n"), row.getLong("bytes")))
                .one();
    }

    private static int update(Handle h, ClassId classId, Asset asset) {
        return h.createUpdate("update class_asset set kind = :kind, name = :name, from_ms = :from"
                        + " where class_id = :class and hash = :hash")
                .bind("class", classId.value())
                .bind("hash", asset.hash())
                .bind("kind", asset.kind().name())
                .bind("name", asset.name())
                .bind("from", from(asset))
                .execute();
    }

    private static void insert(Handle h, ClassId classId, Asset asset, long number) {
        h.createUpdate("insert into class_asset (class_id, hash, number, kind, name, size, from_ms)"
                        + " values (:class, :hash, :number, :kind, :name, :size, :from)")
                .bind("class", classId.value())
                .bind("hash", asset.hash())
                .bind("number", number)
                .bind("kind", asset.kind().name())
                .bind("name", asset.name())
                .bind("size", asset.bytes())
                .bind("from", from(asset))
                .execute();
    }

    private static @Nullable Long from(Asset asset) {
        return asset.fromMs().isPresent() ? (Long) asset.fromMs().getAsLong() : null;
    }

    /** Takes an asset away from a class. Returns whether the class had it. */
    public boolean remove(ClassId classId, String hash) {
        return Clashes.retried(database, h -> {
            lock(h, classId);
            var had = h.createUpdate("delete from class_asset where class_id = :class and hash = :hash")
                            .bind("class", classId.value())
                            .bind("hash", hash)
                            .execute()
                    > 0;
            if (had) {
                nextRev(h, classId);
                AssetBytes.release(h, hash);
            }
            return had;
        });
    }

    public AssetList list(ClassId classId) {
        return database.inTransaction(h -> new AssetList(rev(h, classId), assets(h, classId)));
    }

    private static List<Asset> assets(Handle h, ClassId classId) {
        return h.createQuery("select a.hash, a.kind, a.name, a.size, a.from_ms, b.type from class_asset a"
                        + " join asset_bytes b on b.hash = a.hash where a.class_id = :class"
                        + " order by coalesce(a.from_ms, 0), a.number")
                .bind("class", classId.value())
                .map((row, ctx) -> {
                    var from = row.getLong("from_ms");
                    return new Asset(
                            row.getString("hash"),
                            AssetKind.valueOf(row.getString("kind")),
                            row.getString("name"),
                            AssetType.valueOf(row.getString("type")),
                            row.getInt("size"),
                            row.wasNull() ? OptionalLong.empty() : OptionalLong.of(from));
                })
                .list();
    }

    /** The bytes with this hash, if some class has them and they are of this type. Not to be changed: they are shared. */
    public Optional<byte[]> content(String hash, AssetType type) {
        if (!kept(hash, type)) {
            return Optional.empty();
        }
        var cached = cache.find(hash);
        return cached.isPresent() ? cached : read(hash);
    }

    private boolean kept(String hash, AssetType type) {
        return database.withHandle(h -> h.createQuery("select 1 from asset_bytes where hash = :hash and type = :type")
                .bind("hash", hash)
                .bind("type", type.name())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    private Optional<byte[]> read(String hash) {
        var read = database.withHandle(h -> h.createQuery("select content from asset_bytes where hash = :hash")
                .bind("hash", hash)
                .map((row, ctx) -> row.getBytes("content"))
                .findOne());
        read.ifPresent(content -> cache.put(hash, content));
        return read;
    }

    /** SHA-256 in hexadecimal. */
    public static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
