package downbeat.web.http.page;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.RawHeader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The pages: one shell for every path, filled with the import map, a nonce of its own per answer, and the hash of the files
 * it asks for.
 */
public final class Pages {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String WORKER = "/sw.js";
    /** How the names of workers of a page end. */
    private static final String WORKERS = "-worker.js";
    /** A worker's own policy: it runs nothing else and fetches from here only. */
    private static final String WORKERS_POLICY =
            "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";

    /** What other sites load into their pages; it brings nothing of ours but frames. */
    private static final String WIDGET = "/widget.js";

    private static final Pattern PAGE = Pattern.compile(
            "/|/signin|/console|/numbers|/reach|/kit|/messages|/wallet|/account|/discover|/webhooks|/(console|room|report|series)/[A-Za-z0-9_-]{1,64}"
                    + "|/pop-ups(/[A-Za-z0-9_-]{1,64}(/edit|/door|/counter|/stage|/take)?)?"
                    + "|/drops(/[A-Za-z0-9_-]{1,64}(/edit)?)?|/door/[A-Za-z0-9_-]{1,64}");

    /** The one page that looks through the camera and listens to the microphone, and only for itself. */
    private static final String FIELD_KIT = "/kit";

    /** The pages at the door and at the counter of a pop-up: they read codes with the camera and hear nothing. */
    private static final Pattern DOOR = Pattern.compile("/pop-ups/[^/]+/(door|counter)");

    private static final String SEES_AND_HEARS = "camera=(self), microphone=(self)";
    private static final String ONLY_SEES = "camera=(self), microphone=()";
    private static final String NEITHER_SEES_NOR_HEARS = "camera=(), microphone=()";

    private final Vendor vendor = new Vendor();
    private final SecureRandom random = new SecureRandom();
    private final Supplier<Folder> folder;
    private final Tiles tiles;

    /** {@code directory}: read the files from there with every request, for whoever writes them; empty: from the jar. */
    public Pages(String directory, Tiles tiles) {
        this.tiles = tiles;
        if (directory.isBlank()) {
            var packed = Folder.ofClassPath("ui");
            this.folder = () -> packed;
        } else {
            this.folder = () -> Folder.of(Path.of(directory));
        }
    }

    /** The page that says that nothing is here: for a person who followed a link that leads nowhere. */
    public HttpResponse missing() {
        return page(folder.get(), NEITHER_SEES_NOR_HEARS).withStatus(StatusCodes.NOT_FOUND);
    }

    /** The page or file at this path, if there is one. */
    public Optional<HttpResponse> find(HttpRequest request) {
        var path = request.getUri().path();
        if (PAGE.matcher(path).matches()) {
            return Optional.of(page(folder.get(), permissions(path)));
        }
        if (path.startsWith("/vendor/")) {
            return vendor.find(path.substring("/vendor/".length())).map(f -> f.response(request, FOR_EVER));
        }
        if (path.startsWith("/ui/")) {
            var file = file(request, path.substring("/ui/".length()));
            return path.endsWith(WORKERS) ? file.map(Pages::working) : file;
        }
        if (path.equals(WORKER)) {
            return file(request, WORKER.substring(1)).map(Pages::working);
        }
        if (path.equals(WIDGET)) {
            return file(request, WIDGET.substring(1))
                    .map(f -> f.addHeader(RawHeader.create("Cross-Origin-Resource-Policy", "cross-origin")));
        }
        return path.equals("/favicon.ico") ? file(request, "brand/mark.svg") : Optional.empty();
    }

    private static HttpResponse working(HttpResponse worker) {
        return worker.addHeader(RawHeader.create("Content-Security-Policy", WORKERS_POLICY));
    }

    private static String permissions(String path) {
        if (path.equals(FIELD_KIT)) {
            return SEES_AND_HEARS;
        }
        return DOOR.matcher(path).matches() ? ONLY_SEES : NEITHER_SEES_NOR_HEARS;
    }

    /** {@code <hash>/name} is cached for ever; another hash is an old page's and gets what is there now, uncached. */
    private Optional<HttpResponse> file(HttpRequest request, String path) {
        var files = folder.get();
        var slash = path.indexOf('/');
        if (slash > 0 && path.substring(0, slash).matches("[0-9a-f]{16}")) {
            var caching = path.startsWith(files.hash() + "/") ? FOR_EVER : "no-cache";
            return files.find(path.substring(slash + 1)).map(f -> f.response(request, caching));
        }
        return files.find(path).map(f -> f.response(request, "no-cache"));
    }

    private HttpResponse page(Folder files, String permissions) {
        return page(files, permissions, nonce -> PublicHead.PLAIN);
    }

    /** A page that says more of itself in its head; the head gets the nonce of the page. */
    HttpResponse page(Function<String, String> head) {
        return page(folder.get(), NEITHER_SEES_NOR_HEARS, head);
    }

    /** A page that runs no script; what it says to machines has its nonce. */
    HttpResponse plain(Function<String, String> html) {
        var nonce = nonce();
        return HttpResponse.create()
                .withEntity(HttpEntities.create(ContentTypes.TEXT_HTML_UTF8, html.apply(nonce)))
                .addHeaders(List.of(
                        RawHeader.create(
                                "Content-Security-Policy",
                                "default-src 'none'; script-src 'nonce-" + nonce
                                        + "'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none';"
                                        + " form-action 'none'; frame-ancestors 'none'"),
                        RawHeader.create("Permissions-Policy", NEITHER_SEES_NOR_HEARS),
                        RawHeader.create("Cache-Control", "no-store")));
    }

    /** A page that others may put into theirs. It runs one script, which tells how tall it is, and knows nobody. */
    HttpResponse embedded(int status, String html) {
        return HttpResponse.create()
                .withStatus(status)
                .withEntity(HttpEntities.create(ContentTypes.TEXT_HTML_UTF8, html))
                .addHeaders(List.of(
                        RawHeader.create(
                                "Content-Security-Policy",
                                "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none';"
                                        + " form-action 'none'; frame-ancestors *"),
                        RawHeader.create("Permissions-Policy", NEITHER_SEES_NOR_HEARS),
                        RawHeader.create("Cache-Control", "public, max-age=30")));
    }

    /** The path of the files of the pages. */
    String ui() {
        return "/ui/" + folder.get().hash();
    }

    private HttpResponse page(Folder files, String permissions, Function<String, String> head) {
        var nonce = nonce();
        var shell = files.find("shell.html")
                .map(f -> new String(f.bytes(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("ui/shell.html is missing"));
        var html = shell.replace("{{nonce}}", nonce)
                .replace("{{ui}}", "/ui/" + files.hash())
                .replace("{{importmap}}", vendor.imports())
                .replace("{{uplotCss}}", vendor.uplotCss())
                .replace("{{leafletCss}}", vendor.leafletCss())
                .replace("{{tiles}}", tiles.attributes())
                .replace("{{head}}", head.apply(nonce));
        List<HttpHeader> headers = List.of(
                RawHeader.create("Content-Security-Policy", policy(nonce)),
                RawHeader.create("Permissions-Policy", permissions),
                RawHeader.create("Cache-Control", "no-store"));
        return HttpResponse.create()
                .withEntity(HttpEntities.create(ContentTypes.TEXT_HTML_UTF8, html))
                .addHeaders(headers);
    }

    private String policy(String nonce) {
        return "default-src 'none'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self'; font-src 'self';"
                + " img-src 'self' data:" + tiles.source()
                + "; media-src 'self'; connect-src 'self' ws: wss:; manifest-src 'self'; worker-src 'self';"
                + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private String nonce() {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
