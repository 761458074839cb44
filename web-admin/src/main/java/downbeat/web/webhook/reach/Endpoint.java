package downbeat.web.webhook.reach;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a shop is told: what an address may look like, before anybody looks up where its name leads.
 *
 * @param secure whether it is https
 * @param host a name, or an address in figures without brackets
 * @param target path and query
 */
public record Endpoint(boolean secure, String host, int port, String target) {
    /** Bytes of an address. */
    public static final int LONGEST = 2000;

    private static final int HTTPS = 443;
    private static final int FIRST_OPEN_PORT = 1024;

    /** An address that cannot be one, in a sentence that follows the name of its field. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String sentence) {
            super(sentence);
        }

        public String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** @param plain whether http is taken too, for one machine */
    public static Endpoint parse(String text, boolean plain) throws Unusable {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new Unusable("must have at most " + LONGEST + " characters.");
        }
        var uri = uri(text);
        var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        var secure = scheme.equals("https");
        if (!secure && !(plain && scheme.equals("http"))) {
            throw new Unusable("must begin with https://, so that nobody on the way reads or changes what is told.");
        }
        if (uri.getRawUserInfo() != null) {
            throw new Unusable("must not hold a user or password; what is told is signed.");
        }
        if (uri.getRawFragment() != null) {
            throw new Unusable("must not have a fragment (#…): no server gets to see it.");
        }
        return new Endpoint(secure, host(uri), port(uri, secure), target(uri));
    }

    /** The host as it stands in an address. */
    String hostInUrl() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static URI uri(String text) throws Unusable {
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new Unusable(
                    "must be ASCII without spaces: write other letters of a name as xn--… and of a path as %….");
        }
        try {
            return new URI(text).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw new Unusable("must be an address such as https://shop.example/hooks/downbeat.");
        }
    }

    private static String host(URI uri) throws Unusable {
        var host = Optional.ofNullable(uri.getHost()).orElse("");
        if (host.isEmpty()) {
            throw new Unusable("must name a host, such as https://shop.example/hooks/downbeat.");
        }
        return host.replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri, boolean secure) throws Unusable {
        var port = uri.getPort();
        if (port == -1) {
            return secure ? HTTPS : 80;
        }
        if (port != HTTPS && (port < FIRST_OPEN_PORT || port > 65535)) {
            throw new Unusable("must have port " + HTTPS + " or one from " + FIRST_OPEN_PORT + " to 65535.");
        }
        return port;
    }

    private static String target(URI uri) {
        var path = Optional.ofNullable(uri.getRawPath())
                .filter(it -> !it.isEmpty())
                .orElse("/");
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
