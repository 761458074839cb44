package downbeat.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.api.HttpContract.Exchange;
import downbeat.web.api.HttpContract.Sighting;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract finds what it is there to find. */
class HttpContractTest {
    private final HttpContract contract = new HttpContract(ApiDocument.of("small.json", """
            {"paths": {"/things/{id}": {"get": {"operationId": "showThing", "responses": {
              "200": {"headers": {"ETag": {"schema": {"type": "string", "pattern": "^\\"[0-9]+\\"$"}}}},
              "404": {}, "default": {}}}}}}
            """));

    private static Exchange answered(int status, Map<String, List<String>> headers) {
        return new Exchange(
                "GET", "/things/t-1", null, status, HttpHeaders.of(headers, (name, value) -> true), new byte[0]);
    }

    @Test
    void what_was_never_seen_is_missing() {
        assertThat(contract.faults(answered(200, Map.of("ETag", List.of("\"7\"")))))
                .isEmpty();
        assertThat(contract.described())
                .containsExactly(new Sighting("showThing", 200), new Sighting("showThing", 404));
        assertThat(contract.seen()).containsExactly(new Sighting("showThing", 200));
        contract.startOver();
        assertThat(contract.seen()).isEmpty();
    }

    @Test
    void a_header_that_is_described_must_be_there_and_right() {
        assertThat(contract.faults(answered(200, Map.of()))).hasSize(1);
        assertThat(contract.faults(answered(200, Map.of("ETag", List.of("\"seven\"")))))
                .hasSize(1);
    }

    @Test
    void a_status_that_is_not_described_is_a_fault() {
        assertThat(contract.faults(answered(409, Map.of()))).hasSize(1);
    }
}
