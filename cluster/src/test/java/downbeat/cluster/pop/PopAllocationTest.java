package downbeat.cluster.pop;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.ActorRef;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.javadsl.Adapter;
import downbeat.kernel.PopId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import scala.collection.immutable.IndexedSeq;
import scala.jdk.javaapi.CollectionConverters;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PopAllocationTest {

    private final ActorTestKit kit = ActorTestKit.create();
    private final ActorRef berlin = region();
    private final ActorRef berlinToo = region();
    private final ActorRef hamburg = region();

    @AfterAll
    void stop() {
        kit.shutdownTestKit();
    }

    @Test
    void a_shard_goes_to_the_emptiest_node_of_its_place() {
        var current = regions(Map.of(berlin, List.of("a", "b"), berlinToo, List.of("c"), hamburg, List.of()));
        assertThat(PopAllocation.choose(PopAllocation.shard(new PopId("berlin"), "class-1", 8), current, this::has))
                .isEqualTo(berlinToo);
        assertThat(PopAllocation.choose("hamburg|3", current, this::has)).isEqualTo(hamburg);
    }

    @Test
    void a_place_without_a_node_is_served_from_anywhere() {
        var current = regions(Map.of(berlin, List.of("a"), berlinToo, List.of("b"), hamburg, List.of()));
        assertThat(PopAllocation.choose("paris|0", current, this::has)).isEqualTo(hamburg);
    }

    @Test
    void the_shards_of_a_place_carry_its_name_and_stay_within_their_number() {
        for (String id : List.of("a", "b", "class-77", "ZZZ", "polygenelubricants")) {
            assertThat(PopAllocation.shard(new PopId("berlin"), id, 4)).matches("berlin\\|[0-3]");
        }
        assertThat(PopAllocation.role(new PopId("berlin"))).isEqualTo("pop-berlin");
    }

    private boolean has(ActorRef region, String role) {
        return role.equals(region.equals(hamburg) ? "pop-hamburg" : "pop-berlin");
    }

    private ActorRef region() {
        return Adapter.toClassic(kit.createTestProbe().ref());
    }

    private static Map<ActorRef, IndexedSeq<String>> regions(Map<ActorRef, List<String>> shards) {
        Map<ActorRef, IndexedSeq<String>> regions = new HashMap<>();
        shards.forEach((region, ids) ->
                regions.put(region, CollectionConverters.asScala(ids).toIndexedSeq()));
        return regions;
    }
}
