package downbeat.web.http.watch;

import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Health, metrics and the API documents. */
public final class WatchOperations {
    private final Supplier<CompletionStage<Map<String, Boolean>>> readiness;
    private final Supplier<List<String>> stuck;
    private final Supplier<String> metrics;

    /**
     * @param readiness asks every condition of readiness by name
     * @param stuck names what cannot get on although the node is ready
     * @param metrics renders the Prometheus text format
     */
    public WatchOperations(
            Supplier<CompletionStage<Map<String, Boolean>>> readiness,
            Supplier<List<String>> stuck,
            Supplier<String> metrics) {
        this.readiness = readiness;
        this.stuck = stuck;
        this.metrics = metrics;
    }

    record LiveJson(String status) {}

    record ReadyJson(String status, Map<String, Boolean> checks, List<String> stuck) {}

    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "live",
                        "/health/live",
                        Access.ANYONE,
                        call -> Answer.ok(new LiveJson("live")).now()),
                Operation.get(
                        "ready",
                        "/health/ready",
                        Access.ANYONE,
                        call -> readiness.get().thenApply(this::ready)),
                Operation.get(
                        "metrics",
                        "/metrics",
                        Access.ANYONE,
                        call -> Answer.bytes(
                                        "text/plain; version=0.0.4; charset=UTF-8",
                                        metrics.get().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .now()),
                document("openApi", "openapi.json"),
                document("asyncApi", "asyncapi.json"));
    }

    private Answer ready(Map<String, Boolean> checks) {
        var all = !checks.containsValue(false);
        var json = new ReadyJson(all ? "ready" : "not-ready", new TreeMap<>(checks), stuck.get());
        return new Answer(all ? 200 : 503, "", json, Map.of(), Optional.empty());
    }

    private static Operation document(String name, String file) {
        return Operation.get(
                name,
                "/api/" + file,
                Access.ANYONE,
                call -> Answer.bytes("application/json", read(file))
                        .with("Cache-Control", "no-cache")
                        .now());
    }

    private static byte[] read(String file) {
        try (var in = WatchOperations.class.getResourceAsStream("/api/" + file)) {
            if (in == null) {
                throw Call.notFound();
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
