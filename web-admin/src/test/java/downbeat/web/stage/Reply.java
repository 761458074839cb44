package downbeat.web.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What a visitor was answered. */
public record Reply(int status, HttpResponse<byte[]> response) {
    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        try {
            return new ObjectMapper().readTree(bytes());
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text(), e);
        }
    }

    /** The code of a problem document, or what came instead. */
    public String problem() {
        return header("Content-Type").equals("application/problem+json")
                ? json().path("code").asText()
                : "no problem but " + status + " " + text();
    }

    public Reply expecting(int expected) {
        if (status != expected) {
            throw new AssertionError(
                    "expected " + expected + " but " + response.request().method() + " "
                            + response.request().uri() + " was answered " + status + " " + text());
        }
        return this;
    }
}
