package downbeat.web.webhook.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.web.webhook.reach.Endpoint.Unusable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WayTest {
    @Test
    void a_name_leads_to_an_address_that_was_looked_at() throws Exception {
        var way = leading(false, "93.184.215.14", "2606:4700::1111");
        assertThat(way.to(way.read("https://shop.example/hooks")))
                .isEqualTo(new InetSocketAddress(InetAddress.getByName("93.184.215.14"), 443));
    }

    @Test
    void one_address_inside_among_public_ones_is_enough_to_refuse_the_name() {
        for (var inside : List.of("10.0.0.5", "127.0.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.5")) {
            var way = leading(false, "93.184.215.14", inside);
            assertThatThrownBy(() -> way.to(way.read("https://shop.example/")))
                    .as(inside)
                    .isInstanceOf(Unusable.class)
                    .hasMessageContaining("shop.example leads into a private or reserved network");
        }
    }

    /** Even where the second look finds another address: there is no second look before the connection. */
    @Test
    void a_name_that_changes_is_asked_once() throws Exception {
        var answers = new ArrayDeque<>(List.of("93.184.215.14", "127.0.0.1"));
        var way = new Way(host -> new InetAddress[] {InetAddress.getByName(answers.remove())}, false);
        var endpoint = way.read("https://rebind.example/");
        assertThat(way.to(endpoint).getAddress().getHostAddress()).isEqualTo("93.184.215.14");
        assertThatThrownBy(() -> way.to(endpoint)).isInstanceOf(Unusable.class);
    }

    @Test
    void figures_are_no_way_around_the_rule() {
        var way = Way.ofThisMachine(false);
        for (var url : List.of(
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://192.168.1.1:8443/",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00:ec2::254]/",
                "https://[64:ff9b::7f00:1]/",
                "https://0.0.0.0/",
                "https://2130706433/",
                "https://localhost/")) {
            assertThatThrownBy(() -> way.to(way.read(url)))
                    .as(url)
                    .isInstanceOf(Unusable.class)
                    .hasMessageContaining("private or reserved");
        }
    }

    @Test
    void a_name_that_nobody_knows_is_said_to_be_one() {
        var way = new Way(
                host -> {
                    throw new UnknownHostException(host);
                },
                false);
        assertThatThrownBy(() -> way.to(way.read("https://shop.invalid/")))
                .hasMessageContaining("cannot be found: shop.invalid");
        var silent = leading(false);
        assertThatThrownBy(() -> silent.to(silent.read("https://shop.invalid/")))
                .hasMessageContaining("cannot be found");
    }

    @Test
    void on_one_laptop_http_reaches_that_laptop_and_nothing_beyond() throws Exception {
        var here = leading(true, "127.0.0.1");
        assertThat(here.to(here.read("http://localhost:8080/")).getPort()).isEqualTo(8080);
        assertThat(here.to(here.read("https://localhost:8443/")).getPort()).isEqualTo(8443);
        var beyond = leading(true, "10.0.0.5");
        assertThatThrownBy(() -> beyond.to(beyond.read("http://shop.lan:8080/")))
                .hasMessageContaining("this very machine only");
    }

    @Test
    void what_is_known_may_be_private_and_nothing_beside_it() throws Exception {
        var way = leading(false, "127.0.0.1").knowing(List.of("http://127.0.0.1:8099/hooks", "https://shop.lan/hooks"));
        assertThat(way.to(way.read("http://127.0.0.1:8099/hooks")).getPort()).isEqualTo(8099);
        assertThat(way.to(way.read("https://shop.lan/hooks")).getPort()).isEqualTo(443);
        for (var other : List.of(
                "http://127.0.0.1:8099/",
                "http://127.0.0.1:8099/hooks?more",
                "http://127.0.0.1:8100/hooks",
                "http://localhost:8099/hooks",
                "https://127.0.0.1:8099/hooks",
                "http://shop.lan/hooks",
                "https://shop.lan/other")) {
            assertThatThrownBy(() -> way.to(way.read(other))).as(other).isInstanceOf(Unusable.class);
        }
        var beyond = leading(false, "10.0.0.5").knowing(List.of("http://shop.lan:8080/hooks"));
        assertThatThrownBy(() -> beyond.to(beyond.read("http://shop.lan:8080/hooks")))
                .hasMessageContaining("this very machine only");
        assertThatThrownBy(() -> beyond.knowing(List.of("ftp://shop.lan/"))).isInstanceOf(Unusable.class);
    }

    static Way leading(boolean allowPrivate, String... addresses) {
        var all = Arrays.stream(addresses).map(WayTest::address).toArray(InetAddress[]::new);
        return new Way(host -> all, allowPrivate);
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
