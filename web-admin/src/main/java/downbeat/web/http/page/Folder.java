package downbeat.web.http.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder of files read into memory, with one hash over all of them: modules import each other by relative paths. */
final class Folder {
    private final Map<String, StaticFile> files;
    private final String hash;

    private Folder(Map<String, byte[]> contents) {
        var parts = new ArrayList<byte[]>();
        contents.forEach((name, bytes) -> {
            parts.add(name.getBytes(StandardCharsets.UTF_8));
            parts.add(bytes);
        });
        this.hash = ContentHash.of(parts);
        this.files = new TreeMap<>();
        contents.forEach((name, bytes) -> files.put(name, new StaticFile(name, bytes)));
    }

    /** A folder of the class path, inside a jar or not. */
    static Folder ofClassPath(String name) {
        var marker = Folder.class.getResource("/" + name + "/shell.html");
        if (marker == null) {
            throw new IllegalStateException(name + " is not on the class path");
        }
        try {
            var uri = marker.toURI();
            return "jar".equals(uri.getScheme()) ? ofJar(uri) : of(Path.of(uri).resolveSibling("."));
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }

    private static Folder ofJar(URI uri) throws IOException {
        try (var jar = FileSystems.newFileSystem(uri, Map.of())) {
            return of(jar.provider().getPath(uri).resolveSibling("."));
        } catch (FileSystemAlreadyExistsException open) {
            return of(Path.of(uri).resolveSibling("."));
        }
    }

    static Folder of(Path folder) {
        var root = folder.normalize();
        var contents = new TreeMap<String, byte[]>();
        try (var paths = Files.walk(root)) {
            for (var path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                contents.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Folder(contents);
    }

    String hash() {
        return hash;
    }

    Optional<StaticFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
