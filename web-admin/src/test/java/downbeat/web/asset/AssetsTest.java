package downbeat.web.asset;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.database.Database;
import downbeat.kernel.ClassId;
import downbeat.kernel.Outcome;
import downbeat.web.asset.AssetRefusal.AssetsTooLarge;
import downbeat.web.asset.AssetRefusal.TooManyAssets;
import downbeat.web.asset.Assets.Upload;
import downbeat.web.stage.MediaFiles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The tables of assets, on both databases. */
class AssetsTest {
    private static final ClassId RIDE = new ClassId("ride");
    private static final ClassId ROW = new ClassId("row");
    private static final int MEBI = 1024 * 1024;

    @Nested
    class OnH2 extends Contract {
        @Override
        Database open() {
            return Database.open("jdbc:h2:mem:assets;DB_CLOSE_DELAY=-1", "sa", "", 4, Duration.ofSeconds(20));
        }
    }

    @Nested
    class OnPostgres extends Contract {
        @SuppressWarnings("NullAway.Init")
        private EmbeddedPostgres server;

        @Override
        Database open() throws IOException {
            server = EmbeddedPostgres.start();
            return Database.open(
                    server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", 4, Duration.ofSeconds(20));
        }

        @AfterAll
        void stop() throws IOException {
            server.close();
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Contract {
        @SuppressWarnings("NullAway.Init")
        private Database database;

        @SuppressWarnings("NullAway.Init")
        private Assets assets;

        abstract Database open() throws IOException;

        @BeforeAll
        void migrate() throws IOException {
            database = open();
            database.migrate("asset", "classpath:db/asset");
            assets = new Assets(database.jdbi(), 3L * MEBI);
        }

        @AfterAll
        void close() {
            database.close();
        }

        @Test
        void what_is_kept_is_listed_by_the_moment_it_is_needed_and_served_as_it_was() {
            var late = kept(RIDE, music("late.wav", 60_000), MediaFiles.wav(1));
            var early = kept(RIDE, picture("early.png", 1_000), MediaFiles.png(7));
            var list = assets.list(RIDE);
            assertThat(list.assets()).containsExactly(early, late);
            assertThat(assets.content(late.hash(), AssetType.WAV)).contains(MediaFiles.wav(1));
            assertThat(assets.content(late.hash(), AssetType.PNG))
                    .as("another type")
                    .isEmpty();
            clear(RIDE);
        }

        @Test
        void the_same_bytes_again_are_the_same_asset_with_a_new_name_and_a_higher_rev() {
            kept(RIDE, picture("a.png", 0), MediaFiles.png(1));
            var before = assets.list(RIDE).rev();
            kept(RIDE, picture("b.png", 5_000), MediaFiles.png(1));
            var list = assets.list(RIDE);
            assertThat(list.assets()).singleElement().satisfies(asset -> {
                assertThat(asset.name()).isEqualTo("b.png");
                assertThat(asset.fromMs()).hasValue(5_000);
            });
            assertThat(list.rev()).isGreaterThan(before);
            clear(RIDE);
        }

        @Test
        void bytes_of_two_classes_are_there_once_and_go_with_the_last() {
            var first = kept(RIDE, picture("a.png", 0), MediaFiles.png(2));
            kept(ROW, picture("b.png", 0), MediaFiles.png(2));
            assertThat(rows("asset_bytes")).isOne();
            assertThat(assets.remove(RIDE, first.hash())).isTrue();
            assertThat(assets.remove(RIDE, first.hash())).as("twice").isFalse();
            assertThat(assets.content(first.hash(), AssetType.PNG)).isPresent();
            assertThat(assets.remove(ROW, first.hash())).isTrue();
            assertThat(assets.content(first.hash(), AssetType.PNG)).isEmpty();
            assertThat(rows("asset_bytes")).isZero();
        }

        @Test
        void a_class_has_sixty_four_assets_and_no_more() {
            IntStream.range(0, Assets.MOST_ASSETS).forEach(n -> kept(RIDE, picture(n + ".png", n), MediaFiles.png(n)));
            var more = assets.keep(RIDE, picture("more.png", 0), MediaFiles.png(9999));
            assertThat(more).isEqualTo(Outcome.refused(new TooManyAssets(64)));
            kept(RIDE, picture("renamed.png", 0), MediaFiles.png(3));
            clear(RIDE);
        }

        @Test
        void a_class_has_sixty_four_mebibytes_and_no_more() {
            IntStream.range(0, 8).forEach(n -> kept(RIDE, music(n + ".wav", n), large(n)));
            var more = assets.keep(RIDE, picture("more.png", 0), MediaFiles.png(1));
            assertThat(more)
                    .isEqualTo(Outcome.refused(new AssetsTooLarge(64L * MEBI, 64L * MEBI, MediaFiles.png(1).length)));
            clear(RIDE);
        }

        /** Each pair of takers and givers back works on the same bytes at once: none may be lost, none left over. */
        @Test
        void takers_and_givers_back_of_the_same_bytes_do_not_hurt_each_other() {
            var hash = Assets.hash(MediaFiles.png(4));
            var work = IntStream.range(0, 8)
                    .mapToObj(n -> CompletableFuture.runAsync(() -> {
                        var mine = new ClassId("c-" + n);
                        for (var i = 0; i < 10; i++) {
                            kept(mine, picture("a.png", 0), MediaFiles.png(4));
                            assertThat(assets.content(hash, AssetType.PNG)).isPresent();
                            if (n > 0) {
                                assets.remove(mine, hash);
                            }
                        }
                    }))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(work).join();
            assertThat(assets.content(hash, AssetType.PNG)).isPresent();
            clear(new ClassId("c-0"));
            assertThat(rows("asset_bytes")).isZero();
        }

        private Asset kept(ClassId classId, Upload upload, byte[] content) {
            return assets.keep(classId, upload, content).fold(asset -> asset, refusal -> {
                throw new AssertionError(refusal.detail());
            });
        }

        private void clear(ClassId classId) {
            assets.list(classId).assets().forEach(asset -> assets.remove(classId, asset.hash()));
        }

        private int rows(String table) {
            Jdbi jdbi = database.jdbi();
            return jdbi.withHandle(h -> h.createQuery("select count(*) from " + table)
                    .mapTo(Integer.class)
                    .one());
        }

        private static Upload music(String name, long from) {
            return new Upload(AssetKind.MUSIC, name, AssetType.WAV, OptionalLong.of(from));
        }

        private static Upload picture(String name, long from) {
            return new Upload(AssetKind.OVERLAY, name, AssetType.PNG, OptionalLong.of(from));
        }

        private static byte[] large(int number) {
            var bytes = new byte[8 * MEBI];
            bytes[0] = (byte) number;
            return bytes;
        }
    }
}
