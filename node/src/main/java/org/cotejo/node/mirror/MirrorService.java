package org.cotejo.node.mirror;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cotejo.node.web.Reply;
import org.cotejo.node.web.Request;
import org.cotejo.node.web.Service;
import org.cotejo.publication.SitePath;

/**
 * Serves the version that is current, and under {@code /.mirror/} how this mirror stands and what it keeps as evidence. A file that was
 * not checked has no address here.
 *
 * @param current the folder that may be served, asked anew for each request
 * @param status the page about this mirror, in HTML
 */
public record MirrorService(Supplier<Optional<Path>> current, Path evidence, Supplier<String> status)
        implements Service {
    private static final String OCTETS = "application/octet-stream";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String OWN = "/.mirror/";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("xml", "application/atom+xml; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("woff2", "font/woff2"));

    @Override
    public Reply answer(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Reply.text(405, "a mirror is only read");
        }
        String path = request.path();
        if (path.equals(OWN)) {
            return new Reply.Bytes(
                    200, "text/html; charset=utf-8", status.get().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        if (path.startsWith(OWN + "evidence/")) {
            return evidence(path.substring((OWN + "evidence/").length()));
        }
        Optional<Path> version = current.get();
        if (version.isEmpty()) {
            return Reply.text(503, "this mirror has no whole copy yet");
        }
        String name = path.substring(1) + (path.endsWith("/") ? "index.html" : "");
        boolean isOfSite = SitePath.isOfManifest(name)
                || SitePath.isOfLog(name) && isPlain(name)
                || name.startsWith(SitePath.TIMESTAMPS) && isPlain(name)
                || name.equals(SitePath.MIRRORS);
        return isOfSite
                ? file(version.get().resolve(name), type(name), caching(name))
                : Reply.text(404, "there is nothing here");
    }

    private static boolean isPlain(String name) {
        return !name.contains("..")
                && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '/');
    }

    private Reply evidence(String name) {
        boolean isName = !name.isEmpty()
                && name.charAt(0) != '.'
                && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-');
        return isName ? file(evidence.resolve(name), OCTETS, "no-cache") : Reply.text(404, "there is nothing here");
    }

    private static Reply file(Path file, String type, String caching) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Reply.text(404, "there is nothing here");
            }
            String tag = Long.toHexString(Files.size(file)) + "-"
                    + Long.toHexString(Files.getLastModifiedTime(file).toMillis());
            return new Reply.FileBytes(file, type, tag, caching);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private static String type(String name) {
        if (name.equals(SitePath.CHECKPOINT)
                || name.equals(SitePath.MIRRORS)
                || name.equals(SitePath.TIMESTAMP_INDEX)) {
            return "text/plain; charset=utf-8";
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return SitePath.isOfLog(name) ? OCTETS : TYPES.getOrDefault(ending, OCTETS);
    }

    private static String caching(String name) {
        if (name.equals(SitePath.CHECKPOINT)) {
            return "no-cache";
        }
        return SitePath.isOfLog(name) ? FOR_EVER : "public, max-age=60";
    }
}
