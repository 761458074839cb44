package downbeat.web.http.page;

import java.net.URI;

/**
 * Where maps get their pictures from. Whoever runs those servers learns what people look at, and so there are none unless they are
 * named.
 *
 * @param url such as {@code https://tiles.studio.example/{z}/{x}/{y}.png}; empty for none
 * @param attribution what those who made the map want to be said
 */
public record Tiles(String url, String attribution) {
    public static final Tiles NONE = new Tiles("", "");

    /** @throws IllegalArgumentException naming the setting that is wrong */
    public Tiles {
        if (!url.isEmpty()) {
            require(
                    url.contains("{z}") && url.contains("{x}") && url.contains("{y}"),
                    "url must have {z}, {x} and {y}, such as https://tiles.studio.example/{z}/{x}/{y}.png");
            require(origin(url).matches("https?://[A-Za-z0-9.:-]+"), "url must begin with https:// and a host");
            require(!attribution.isBlank(), "attribution must say who made the map");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("downbeat.discovery.tiles." + otherwise);
        }
    }

    private static String origin(String url) {
        try {
            var uri = URI.create(url.replaceAll("[{}]", ""));
            return uri.getScheme() + "://" + uri.getAuthority();
        } catch (IllegalArgumentException notOne) {
            return "";
        }
    }

    /** What the policy of a page allows on top, with a space before it; empty for none. */
    String source() {
        return url.isEmpty() ? "" : " " + origin(url);
    }

    /** Attributes for the pages' script; they hold text, not HTML. */
    String attributes() {
        return url.isEmpty()
                ? ""
                : "data-tiles=\"" + Html.text(url) + "\" data-attribution=\"" + Html.text(attribution) + "\"";
    }
}
