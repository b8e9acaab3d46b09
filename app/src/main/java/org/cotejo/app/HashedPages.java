package org.cotejo.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cotejo.crypto.Sha256;
import org.cotejo.publication.Manifest;
import org.cotejo.site.PageSink;

/** Passes pages on and remembers the hash and length of each, for a manifest. */
final class HashedPages implements PageSink {
    private final PageSink target;
    private final Map<String, Manifest.Line> lines = new ConcurrentHashMap<>();

    HashedPages(PageSink target) {
        this.target = target;
    }

    Collection<Manifest.Line> lines() {
        return lines.values();
    }

    @Override
    public OutputStream open(String path) throws IOException {
        Sha256 hash = new Sha256();
        return new FilterOutputStream(target.open(path)) {
            private long size;
            private boolean isClosed;

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                hash.add(bytes, offset, length);
                size += length;
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                super.close();
                if (!isClosed) {
                    isClosed = true;
                    lines.put(path, new Manifest.Line(path, size, hash.hash()));
                }
            }
        };
    }
}
