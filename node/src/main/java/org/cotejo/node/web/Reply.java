package org.cotejo.node.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cotejo.base.Check;

/** What a service answers. */
public sealed interface Reply {
    /** Bytes that are at hand. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Bytes(int status, String type, byte[] body) implements Reply {
        public Bytes {
            Check.that(status >= 200 && status < 600, "status %d", status);
        }
    }

    /**
     * A file of this disk, of which a part may be asked for.
     *
     * @param tag names these bytes and no others, so that a client can ask whether it has them
     * @param caching the value of Cache-Control
     */
    record FileBytes(Path file, String type, String tag, String caching) implements Reply {}

    /** A line of plain text. */
    static Reply text(int status, String text) {
        return new Bytes(status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
