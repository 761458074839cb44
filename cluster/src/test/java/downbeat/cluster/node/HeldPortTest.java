package downbeat.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.cluster.database.Vendor;
import downbeat.cluster.tally.TestNodes;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** Ports are taken before anything else is begun. */
class HeldPortTest {

    @Test
    void nobody_can_connect_to_a_held_port_and_the_node_can_listen_on_it_afterwards() throws Exception {
        int port = free();
        HeldPort held = HeldPort.http(TestNodes.loopback().withHttpPort(port));
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port))
                .isInstanceOf(ConnectException.class);
        held.close();
        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(server.isBound()).isTrue();
        }
    }

    @Test
    void a_taken_port_of_each_kind_is_refused_in_a_sentence_of_its_own() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            NodeSettings settings = TestNodes.loopback()
                    .with("downbeat.node.bootstrap", true)
                    .with("downbeat.node.port", port)
                    .with("akka.management.http.port", port)
                    .withHttpPort(port);
            String taker = "Port " + port + " of 127.0.0.1 cannot be opened for ";
            assertThat(HeldPort.refusals(settings))
                    .hasSize(3)
                    .allSatisfy(it -> assertThat(it).startsWith(taker).endsWith("."))
                    .anySatisfy(it -> assertThat(it).contains("HTTP", "--port"))
                    .anySatisfy(it -> assertThat(it).contains("the other nodes", "downbeat.node.port"))
                    .anySatisfy(it -> assertThat(it).contains("Akka Management", "akka.management.http.port"));
            assertThat(HeldPort.refusals(settings.with("downbeat.node.bootstrap", false)))
                    .as("only a node with bootstrap opens Akka Management")
                    .hasSize(2);
        }
    }

    @Test
    void an_address_of_another_machine_is_refused() {
        assertThat(HeldPort.refusals(TestNodes.loopback()
                        .with("downbeat.http.host", "192.0.2.1")
                        .withHttpPort(8080)))
                .singleElement()
                .asString()
                .startsWith("Port 8080 of 192.0.2.1 cannot be opened for HTTP");
    }

    @Test
    void what_is_bound_counts_where_others_know_the_node_by_another_name() throws Exception {
        int port = free();
        NodeSettings settings = TestNodes.loopback()
                .with("downbeat.node.host", "node-1.invalid")
                .with("downbeat.node.port", 25520)
                .with("akka.remote.artery.bind.hostname", "127.0.0.1")
                .with("akka.remote.artery.bind.port", port);
        HeldPort.node(settings).close();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> HeldPort.node(settings))
                    .isInstanceOf(NodeStartException.class)
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + " of 127.0.0.1");
        }
    }

    @Test
    void akka_management_listens_where_other_nodes_reach_this_one_unless_it_is_set() {
        NodeSettings settings = TestNodes.loopback().with("downbeat.node.host", "10.0.0.1");
        assertThat(managementHost(settings)).isEqualTo("10.0.0.1");
        assertThat(managementHost(settings.with("akka.management.http.hostname", "10.9.9.9")))
                .isEqualTo("10.9.9.9");
    }

    private static String managementHost(NodeSettings settings) {
        return AkkaConfig.of(settings, Vendor.H2).getString("akka.management.http.hostname");
    }

    private static int free() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
