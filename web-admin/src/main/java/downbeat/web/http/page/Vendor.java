package downbeat.web.http.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Libraries of the pages, served from their jars. Their paths carry their versions, so they may be cached for ever. */
final class Vendor {
    private static final String PUBLIC = "/vendor/";
    private static final String[] ROOTS = {"META-INF/resources/_static/", "META-INF/resources/webjars/"};

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();
    private final String importMap;
    private final String uplot = webjar("uplot");
    private final String leaflet = webjar("leaflet");

    Vendor() {
        this.importMap = importMap();
    }

    /** The import map as JSON. */
    String imports() {
        return importMap;
    }

    /** Public path of the plot's style sheet. */
    String uplotCss() {
        return uplot + "uPlot.min.css";
    }

    /** Public path of the map's style sheet. */
    String leafletCss() {
        return leaflet + "leaflet.css";
    }

    /** A file by the part of its public path after {@code /vendor/}. */
    Optional<StaticFile> find(String path) {
        if (path.contains("..") || path.contains("//") || path.isEmpty() || path.endsWith("/")) {
            return Optional.empty();
        }
        var known = Optional.ofNullable(files.get(path));
        return known.isPresent() ? known : load(path);
    }

    private Optional<StaticFile> load(String path) {
        for (var root : ROOTS) {
            try (var in = Vendor.class.getClassLoader().getResourceAsStream(root + path)) {
                if (in != null) {
                    return Optional.of(files.computeIfAbsent(path, p -> new StaticFile(p, bytes(in))));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.empty();
    }

    private static byte[] bytes(java.io.InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String importMap() {
        var all = json.createObjectNode();
        var imports = all.putObject("imports");
        try {
            var maps = Vendor.class
                    .getClassLoader()
                    .getResources("META-INF/importmap.json")
                    .asIterator();
            while (maps.hasNext()) {
                try (var in = maps.next().openStream()) {
                    add(imports, (ObjectNode) json.readTree(in).get("imports"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        imports.put("uplot", uplot + "uPlot.esm.js");
        imports.put("leaflet", leaflet + "leaflet-src.esm.js");
        return all.toString();
    }

    private static void add(ObjectNode all, ObjectNode some) {
        some.properties().forEach(e -> all.put(e.getKey(), e.getValue().asText().replaceFirst("^/_static/", PUBLIC)));
    }

    private static String webjar(String artifact) {
        return PUBLIC + artifact + "/" + version(artifact) + "/dist/";
    }

    private static String version(String artifact) {
        var properties = new Properties();
        try (var in = Vendor.class
                .getClassLoader()
                .getResourceAsStream("META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException | NullPointerException e) {
            throw new IllegalStateException(artifact + " is not on the class path", e);
        }
    }
}
