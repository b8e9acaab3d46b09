package org.cotejo.site;

import java.io.IOException;
import java.io.OutputStream;

/** Takes the files of a report: onto a disk, or only to see what they would be. Called from several threads. */
@FunctionalInterface
public interface PageSink {
    /** A place for the bytes of one file; each path, from the root of the site, is asked for once. */
    OutputStream open(String path) throws IOException;
}
