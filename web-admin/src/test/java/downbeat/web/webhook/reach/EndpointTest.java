package downbeat.web.webhook.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.web.webhook.reach.Endpoint.Unusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
    @Test
    void an_address_is_read_as_it_is_written() throws Unusable {
        assertThat(Endpoint.parse("https://Shop.example/hooks?to=downbeat%20x", false))
                .isEqualTo(new Endpoint(true, "shop.example", 443, "/hooks?to=downbeat%20x"));
        assertThat(Endpoint.parse("https://shop.example:8443", false))
                .isEqualTo(new Endpoint(true, "shop.example", 8443, "/"));
        var figures = Endpoint.parse("https://[2606:4700::1111]/", false);
        assertThat(figures.host()).isEqualTo("2606:4700::1111");
        assertThat(figures.hostInUrl()).isEqualTo("[2606:4700::1111]");
        assertThat(Endpoint.parse("http://127.0.0.1:8080/x", true).secure()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example/, begin with https",
        "ftp://shop.example/, begin with https",
        "file:///etc/passwd, begin with https",
        "shop.example/hooks, begin with https",
        "https://user@shop.example/, user or password",
        "https://user:secret@shop.example/, user or password",
        "https://shop.example/#top, fragment",
        "https://shop.example:22/, port 443 or one from 1024",
        "https://shop.example:0/, port 443 or one from 1024",
        "https://shop.example:65536/, port 443 or one from 1024",
        "https:///hooks, name a host",
        "https:shop.example, name a host",
        "https://shop example/, without spaces",
        "https://läden.example/, xn--",
        "https://shop_one.example/, address such as",
        "https://0x7f.1/, address such as"
    })
    void what_cannot_be_told_is_refused_with_what_to_do(String url, String words) {
        assertThatThrownBy(() -> Endpoint.parse(url, false))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_very_long_address_is_refused() {
        assertThatThrownBy(() -> Endpoint.parse("https://shop.example/" + "a".repeat(2000), false))
                .hasMessageContaining("at most 2000");
    }
}
