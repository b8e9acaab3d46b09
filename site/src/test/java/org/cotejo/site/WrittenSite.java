package org.cotejo.site;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotejo.base.Progress;

/** A site on disk as tests look at it. */
final class WrittenSite {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    private final Path root;

    WrittenSite(Path root) {
        this.root = root;
    }

    static WrittenSite of(PaperCountry country, Path dir) {
        ReportSite.write(country.input(), dir, Progress.NONE).orThrow();
        return new WrittenSite(dir);
    }

    Path root() {
        return root;
    }

    /** All files by name from the root, with their bytes. */
    Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** All pages by name. */
    Map<String, String> pages() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        files().forEach((name, bytes) -> {
            if (name.endsWith(".html")) {
                pages.put(name, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return pages;
    }

    String page(String name) throws IOException {
        return Files.readString(root.resolve(name));
    }

    /** The page's text alone: no tags, blanks as one. */
    static String text(String html) {
        return html.replaceAll("(?s)<(script|style|title)[^>]*>.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replaceAll("\\s+", " ");
    }

    /** Links that lead nowhere: to no file, or to no anchor in it. */
    List<String> brokenLinks() throws IOException {
        Map<String, String> pages = pages();
        Set<String> files = files().keySet();
        Map<String, Set<String>> anchors = new HashMap<>();
        pages.forEach((name, html) -> anchors.put(name, ids(html)));
        List<String> broken = new ArrayList<>();
        pages.forEach((name, html) -> {
            Matcher link = LINK.matcher(html);
            while (link.find()) {
                String target = link.group(1).replace("&amp;", "&");
                String[] parts = target.split("#", 2);
                String file = parts[0].isEmpty() ? name : resolve(name, parts[0]);
                boolean isThere = files.contains(file)
                        && (parts.length == 1
                                || anchors.getOrDefault(file, Set.of())
                                        .contains(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
                if (!isThere) {
                    broken.add(name + " -> " + target);
                }
            }
        });
        return broken;
    }

    private static Set<String> ids(String html) {
        Set<String> ids = new HashSet<>();
        Matcher id = ID.matcher(html);
        while (id.find()) {
            ids.add(id.group(1)
                    .replace("&#34;", "\"")
                    .replace("&#39;", "'")
                    .replace("&lt;", "<")
                    .replace("&amp;", "&"));
        }
        return ids;
    }

    private static String resolve(String page, String target) {
        return Path.of("/" + page).resolveSibling(target).normalize().toString().substring(1);
    }

    /** Ids that stand twice on one page. */
    List<String> repeatedIds() throws IOException {
        List<String> repeated = new ArrayList<>();
        pages().forEach((name, html) -> {
            Set<String> seen = new HashSet<>();
            Matcher id = ID.matcher(html);
            while (id.find()) {
                if (!seen.add(id.group(1))) {
                    repeated.add(name + ": " + id.group(1));
                }
            }
        });
        return repeated;
    }
}
