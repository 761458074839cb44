package downbeat.web.asset;

import org.jdbi.v3.core.Handle;

/** Bytes that are there once, whoever has them; a transaction that keeps or releases them holds their row. */
final class AssetBytes {
    private AssetBytes() {}

    static void store(Handle h, String hash, AssetType type, byte[] content) {
        if (!lock(h, hash)) {
            h.createUpdate("insert into asset_bytes (hash, type, content) values (:hash, :type, :content)")
                    .bind("hash", hash)
                    .bind("type", type.name())
                    .bind("content", content)
                    .execute();
        }
    }

    /** They go when neither a class nor a pop-up has them any more. */
    static void release(Handle h, String hash) {
        if (lock(h, hash)) {
            h.createUpdate("delete from asset_bytes where hash = :hash"
                            + " and not exists (select 1 from class_asset where hash = :hash)"
                            + " and not exists (select 1 from pop_up_picture where hash = :hash or small_hash = :hash)")
                    .bind("hash", hash)
                    .execute();
        }
    }

    private static boolean lock(Handle h, String hash) {
        return h.createQuery("select hash from asset_bytes where hash = :hash for update")
                .bind("hash", hash)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }
}
