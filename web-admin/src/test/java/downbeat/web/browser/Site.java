package downbeat.web.browser;

import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.model.HttpRequest;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import downbeat.web.http.page.Pages;
import downbeat.web.http.page.Tiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real shell, files and policy of the pages at a made-up address, with canned answers where a test wants a certain state. */
final class Site {
    static final String URL = "https://downbeat.test";

    private static final int SILENT = -1;
    private static final int BROKEN = -2;

    private final Pages pages = new Pages("", Tiles.NONE);
    private final Map<String, Canned> answers = new LinkedHashMap<>();

    private final List<String> missing = new ArrayList<>();
    private final List<Route> unanswered = new CopyOnWriteArrayList<>();

    private record Canned(int status, String type, String body) {
        static Canned json(int status, String body) {
            return new Canned(status, "application/json", body);
        }
    }

    /** Answers {@code GET path} (with its query) of the API; what is not named answers 404. */
    Site answer(String path, int status, String body) {
        answers.put("/api/v1" + path, Canned.json(status, body));
        return this;
    }

    /** Answers with a picture from the test resources. */
    Site picture(String path, String resource) {
        answers.put("/api/v1" + path, new Canned(200, "image/svg+xml", resource("looks/" + resource)));
        return this;
    }

    /** The same with a body from the test resources. */
    Site answer(String path, String resource) {
        return answer(path, 200, resource("looks/" + resource));
    }

    /** Leaves {@code GET path} without an answer, as a network does that has become very slow, until {@link #cutOff}. */
    Site silent(String path) {
        return answer(path, SILENT, "");
    }

    /** Breaks all connections on which nothing was answered, and those to come. */
    void cutOff() {
        answers.replaceAll((path, canned) -> canned.status() == SILENT ? new Canned(BROKEN, "", "") : canned);
        unanswered.forEach(Route::abort);
        unanswered.clear();
    }

    /** Breaks the connection on {@code GET path}. */
    Site broken(String path) {
        return answer(path, BROKEN, "");
    }

    /** Breaks the connection on every file of the pages whose path ends like this. */
    Site withoutFile(String end) {
        missing.add(end);
        return this;
    }

    /** Pages put nothing aside here: what they fetch for that would still be under way when a test closes them. */
    void openTo(BrowserContext context) {
        context.addInitScript("Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })");
        context.route(URL + "/**", route -> {
            try {
                fulfil(route);
            } catch (PlaywrightException e) {
                unlessClosed(e);
            }
        });
    }

    /** A page that was closed while it still loaded needs no answer any more. */
    private static void unlessClosed(PlaywrightException e) {
        if (!String.valueOf(e.getMessage()).contains("has been closed")) {
            throw e;
        }
    }

    private void fulfil(Route route) {
        var path = route.request().url().substring(URL.length());
        if (path.startsWith("/api/")) {
            api(
                    route,
                    answers.getOrDefault(path, Canned.json(404, "{\"code\":\"not-found\",\"title\":\"Not found\"}")));
        } else if (missing.stream().anyMatch(path::endsWith)) {
            route.abort();
        } else if (path.startsWith("/spec/")) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/javascript")
                    .setBody(resource("core/" + path.substring("/spec/".length()))));
        } else {
            page(route, path);
        }
    }

    private void api(Route route, Canned canned) {
        if (canned.status() == BROKEN) {
            route.abort();
        } else if (canned.status() == SILENT) {
            unanswered.add(route);
        } else {
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(canned.status())
                    .setContentType(canned.type())
                    .setBody(canned.body()));
        }
    }

    private void page(Route route, String path) {
        var response = pages.find(HttpRequest.GET(URL + path)).orElseGet(pages::missing);
        var headers = new HashMap<String, String>();
        response.getHeaders().forEach(h -> headers.put(h.name(), h.value()));
        var entity = (HttpEntity.Strict) response.entity();
        headers.put("Content-Type", entity.getContentType().toString());
        route.fulfill(new Route.FulfillOptions()
                .setStatus(response.status().intValue())
                .setHeaders(headers)
                .setBodyBytes(entity.getData().toArray()));
    }

    static String resource(String name) {
        try (var in = Site.class.getResourceAsStream("/downbeat/web/browser/" + name)) {
            if (in == null) {
                throw new AssertionError(name + " is not among the test resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
