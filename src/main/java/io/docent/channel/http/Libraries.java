package io.docent.channel.http;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The libraries that the page uses, as their WebJars hold them. For any thread. */
@Singleton
final class Libraries {

    private static final String FOLDER = "lib/";

    private static final Map<String, String> FILES = Map.of(
            "lib/purify.js", "dompurify:dist/purify.es.mjs",
            "lib/marked.js", "marked:lib/marked.esm.js",
            "lib/pdfjs/pdf.js", "pdfjs-dist:build/pdf.min.mjs",
            "lib/pdfjs/worker.js", "pdfjs-dist:build/pdf.worker.min.mjs");

    /** What pdf.js asks for by names of its own: character maps and the fonts that a PDF need not bring. */
    private static final Pattern PDF_DATA =
            Pattern.compile("lib/pdfjs/((?:cmaps/[\\w-]+\\.bcmap)|(?:standard_fonts/[\\w-]+\\.(?:ttf|pfb)))");

    private final Map<String, String> versions = new TreeMap<>();

    Libraries() {
        for (String name : new String[] {"dompurify", "marked", "pdfjs-dist"}) {
            versions.put(name, version(name));
        }
    }

    private static String version(String name) {
        String path = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
        try (InputStream in = Libraries.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + path);
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Name and version of each. */
    String versions() {
        return versions.toString();
    }

    /** A library's file by its path among the page's files; null where there is none. */
    @Nullable
    InputStream open(String path) {
        if (!path.startsWith(FOLDER)) {
            return null;
        }
        String file = FILES.get(path);
        var data = PDF_DATA.matcher(path);
        if (file == null && data.matches()) {
            file = "pdfjs-dist:" + data.group(1);
        }
        if (file == null) {
            return null;
        }
        int colon = file.indexOf(':');
        String name = file.substring(0, colon);
        return Libraries.class.getResourceAsStream(
                "/META-INF/resources/webjars/" + name + "/" + versions.get(name) + "/" + file.substring(colon + 1));
    }
}
