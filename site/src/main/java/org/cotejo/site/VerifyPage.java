package org.cotejo.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.cotejo.base.Check;
import org.cotejo.bulletin.PublicLog;
import org.cotejo.crypto.Sha256;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.Vkey;
import org.jspecify.annotations.Nullable;

/**
 * The verify page: one HTML file that needs no network, made of the second implementation's program, what it needs where a browser lacks it, and
 * the page's own script (docs/verify-page.md). Its policy of contents names its script and style by their hashes and lets it ask for nothing.
 */
public final class VerifyPage {
    /** Where it lies in a site. */
    static final String PATH = "verify.html";

    private static final String COMMENT =
            "# What to pin. Take this file from somewhere else than the site that you check with it.\n";
    private static final List<String> LIBRARIES = List.of(
            "lib/noble-ed25519/index.js",
            "lib/noble-hashes/_u64.js",
            "lib/noble-hashes/utils.js",
            "lib/noble-hashes/_md.js",
            "lib/noble-hashes/sha2.js",
            "lib/qr/index.js",
            "lib/qr/decode.js");

    /** Where the chapters of the program begin that a page has no use for: questions a line, and the command line. */
    private static final String REST = "\n// 10  One question a line";

    private VerifyPage() {}

    /** The policy of a log that nobody cosigns yet: its key, as the file that is published beside the site says it. */
    public static byte[] policy(PublicLog log) {
        Vkey key = new Vkey(log.origin().value(), Vkey.Kind.NOTE, log.key());
        Policy policy = new Policy(List.of(new Policy.Log(key, "")), List.of(), List.of(), Policy.NONE);
        return (COMMENT + new String(policy.bytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The page.
     *
     * @param policy what it names by itself, UTF-8, or null for nothing; a reader is told that a page can't pin its own policy
     */
    public static byte[] html(byte @Nullable [] policy) {
        String style = ScriptBundle.withoutComments(part("page.css"));
        String script = script();
        String contents = "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style)
                + "'; img-src blob: data:; media-src blob: mediastream:; connect-src 'none'; base-uri 'none';"
                + " form-action 'none'";
        String page = part("page.html");
        page = filled(page, "policy of contents", contents);
        page = filled(page, "style", style);
        page = filled(page, "brought", brought(policy));
        return filled(page, "script", script).getBytes(StandardCharsets.UTF_8);
    }

    private static String script() {
        ScriptBundle bundle = new ScriptBundle();
        LIBRARIES.forEach(file -> bundle.add(file, part(file)));
        String program = part("cotejo-verify.mjs");
        int end = program.indexOf(REST);
        Check.that(end > 0, "the chapters of the program that a page leaves out are not where they were");
        bundle.add("cotejo-verify.mjs", program.substring(0, end + 1));
        bundle.add("spare.mjs", part("spare.mjs"));
        bundle.addLast("page.mjs", part("page.mjs"));
        return bundle.script();
    }

    private static String filled(String page, String name, String content) {
        String mark = "{{" + name + "}}";
        Check.that(page.indexOf(mark) == page.lastIndexOf(mark) && page.contains(mark), "one %s in the page", mark);
        return page.replace(mark, content);
    }

    private static String hash(String text) {
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(
                                Sha256.of(text.getBytes(StandardCharsets.UTF_8)).bytes());
    }

    private static String brought(byte @Nullable [] policy) {
        if (policy == null) {
            return "{\"policy\":null}";
        }
        StringBuilder json = new StringBuilder("{\"policy\":\"");
        for (char c : new String(policy, StandardCharsets.UTF_8).toCharArray()) {
            // Nothing that could end a script or a text.
            json.append(
                    c < ' ' || c > '~' || "\"\\<>&'".indexOf(c) >= 0
                            ? String.format("\\u%04x", (int) c)
                            : String.valueOf(c));
        }
        return json.append("\"}").toString();
    }

    private static String part(String name) {
        try (InputStream in =
                Objects.requireNonNull(VerifyPage.class.getResourceAsStream("verify/" + name), "verify/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("reading verify/" + name, e);
        }
    }
}
