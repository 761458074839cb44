package downbeat.web.http.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.web.http.problem.ProblemException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private final Operations operations = new Operations(List.of(
            get("list", "/api/v1/things"),
            get("one", "/api/v1/things/{id}"),
            get("mine", "/api/v1/things/mine"),
            get("part", "/api/v1/things/{id}/parts/{part}"),
            get("first", "/api/v1/things/{id}/parts/first"),
            get("anything", "/api/{version}/things/{id}/{what}/{which}")));

    @Test
    void the_most_literal_template_that_fits_is_taken() {
        assertThat(found("/api/v1/things")).isEqualTo("list");
        assertThat(found("/api/v1/things/mine")).isEqualTo("mine");
        assertThat(found("/api/v1/things/7")).isEqualTo("one");
        assertThat(found("/api/v1/things/7/parts/first")).isEqualTo("first");
        assertThat(found("/api/v1/things/mine/parts/9")).isEqualTo("part");
        assertThat(found("/api/v2/things/7/parts/first")).isEqualTo("anything");
    }

    @Test
    void holes_hold_what_is_there_whatever_it_is() {
        assertThat(operations.find("GET", List.of("api", "v1", "things", "a/b")).holes())
                .containsEntry("id", "a/b");
        assertThat(operations
                        .find("GET", List.of("api", "v1", "things", "{id}"))
                        .holes())
                .containsEntry("id", "{id}");
    }

    @Test
    void what_leads_nowhere_is_404_and_what_is_not_taken_405() {
        for (var path :
                List.of("/", "/api/v1", "/api/v1/other", "/api/v1/things/7/parts", "/api/v1/things/7/parts/1/2")) {
            assertThatThrownBy(() -> found(path))
                    .as(path)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            it -> assertThat(it.problem().status()).isEqualTo(404));
        }
        assertThatThrownBy(() -> operations.find("POST", List.of("api", "v1", "things", "7")))
                .isInstanceOfSatisfying(ProblemException.class, it -> {
                    assertThat(it.problem().status()).isEqualTo(405);
                    assertThat(it.problem().headers()).containsEntry("Allow", "GET");
                });
    }

    private String found(String path) {
        return operations
                .find("GET", List.of(path.substring(1).split("/", -1)))
                .operation()
                .name();
    }

    private static Operation get(String name, String path) {
        return Operation.get(
                name, path, Access.ANYONE, call -> CompletableFuture.failedFuture(new AssertionError("not called")));
    }
}
