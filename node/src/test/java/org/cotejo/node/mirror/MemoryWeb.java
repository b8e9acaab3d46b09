package org.cotejo.node.mirror;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.node.web.Web;

/** A network of sites in memory. */
final class MemoryWeb implements Web {
    /** A site: its files by path, or a failure. */
    @FunctionalInterface
    interface Site {
        byte @org.jspecify.annotations.Nullable [] file(String path) throws IOException;
    }

    private final Map<String, Site> sites = new TreeMap<>();

    MemoryWeb put(String url, Site site) {
        sites.put(url, site);
        return this;
    }

    MemoryWeb put(String url, Map<String, byte[]> files) {
        return put(url, files::get);
    }

    @Override
    public int get(String url, long most, OutputStream sink) throws IOException {
        for (Map.Entry<String, Site> site : sites.entrySet()) {
            if (url.startsWith(site.getKey())) {
                byte[] bytes = site.getValue().file(url.substring(site.getKey().length()));
                if (bytes == null) {
                    return 404;
                }
                if (bytes.length > most) {
                    throw new IOException("too long for this reader");
                }
                sink.write(bytes);
                return 200;
            }
        }
        throw new IOException("no such host");
    }

    @Override
    public Answer post(String url, byte[] body, int most) throws IOException {
        throw new IOException("nothing is posted to a site");
    }
}
