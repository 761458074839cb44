package downbeat.web.structure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The licences of a library as its POM, or the POM's parent, names them; the POM lies beside the jar on the class path. */
final class PomLicences {
    /** The names in use, and what they mean by SPDX. */
    private static final Map<Pattern, String> MEANING = new LinkedHashMap<>();

    static {
        meaning("(The )?Apache[ -](Software )?(License,? )?(Version )?2(\\.0)?", "Apache-2.0");
        meaning("BSD-2-Clause|Two-clause BSD-style license", "BSD-2-Clause");
        meaning(
                "BSD-3-Clause|BSD|The BSD License",
                "BSD-3-Clause"); // the texts of Paranamer and TwelveMonkeys have three clauses
        meaning("Public Domain, per Creative Commons CC0", "CC0-1.0");
        meaning("MIT|(The )?MIT License", "MIT");
        meaning("Unicode-3\\.0", "Unicode-3.0");
        meaning("EPL[ -]1\\.0", "EPL-1.0");
        meaning("EPL[ -]2\\.0", "EPL-2.0");
        meaning("EDL[ -]1\\.0", "EDL-1.0");
        meaning("GPL2 w/ CPE", "GPL-2.0-with-classpath-exception");
        meaning("LGPL-2\\.1-only", "LGPL-2.1");
        meaning("MPL[ -]2\\.0", "MPL-2.0");
        meaning(".*\\(FIT\\) Protocol License Agreement", "Garmin-FIT");
    }

    /** A jar lies in the folder of its version, which lies in that of its artifact. */
    private static final int IN_ITS_GROUP = 3;

    private PomLicences() {}

    private static void meaning(String names, String spdx) {
        MEANING.put(Pattern.compile(names, Pattern.CASE_INSENSITIVE), spdx);
    }

    /** By SPDX where the name is known, else as they are named. */
    static Set<String> of(Notice.Library library) throws IOException {
        var jar = jar(library.jar() + ".jar");
        var pom = jar.resolveSibling(library.jar() + ".pom");
        int above = Path.of(library.group().replace('.', '/')).getNameCount() + IN_ITS_GROUP;
        var repository = jar.getRoot().resolve(jar.subpath(0, jar.getNameCount() - above));
        if (!jar.startsWith(repository.resolve(library.group().replace('.', '/')))) {
            throw new IOException(jar + " does not lie under its group " + library.group());
        }
        return licences(repository, pom);
    }

    static String spdx(String name) {
        return MEANING.entrySet().stream()
                .filter(it -> it.getKey().matcher(name.strip()).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(name.strip());
    }

    private static Path jar(String name) throws IOException {
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var path = Path.of(entry);
            if (path.endsWith(name)) {
                return path;
            }
        }
        throw new IOException(name + " is not on the class path");
    }

    private static Set<String> licences(Path repository, Path pom) throws IOException {
        var project = parse(pom);
        var named = new TreeSet<String>();
        var licences = child(project, "licenses");
        if (licences != null) {
            for (var it = licences.getFirstChild(); it != null; it = it.getNextSibling()) {
                if (it instanceof Element licence) {
                    named.add(spdx(text(licence, "name")));
                }
            }
        }
        var parent = child(project, "parent");
        return named.isEmpty() && parent != null ? licences(repository, file(repository, parent)) : named;
    }

    private static Path file(Path repository, Element parent) {
        var artifact = text(parent, "artifactId");
        var version = text(parent, "version");
        return repository
                .resolve(text(parent, "groupId").replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
    }

    private static Element parse(Path pom) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(pom + " cannot be read", e);
        }
    }

    private static @Nullable Element child(Element of, String name) {
        for (@Nullable Node it = of.getFirstChild(); it != null; it = it.getNextSibling()) {
            if (it instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    private static String text(Element of, String name) {
        var child = child(of, name);
        return child == null ? "" : child.getTextContent().strip();
    }
}
