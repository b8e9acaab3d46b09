package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Supplier;
import org.cotejo.ticket.TicketList;

/** A list of tickets on a disk, read again whenever the file was replaced: so a running intake knows at once what was revoked. */
final class TicketFile implements Supplier<TicketList> {
    private final Path file;
    private TicketList list;
    private String seen;

    TicketFile(Path file) {
        this.file = file;
        this.seen = look();
        this.list = CaptureTickets.list(file);
    }

    @Override
    public synchronized TicketList get() {
        String now = look();
        if (!now.equals(seen)) {
            list = CaptureTickets.list(file);
            seen = now;
        }
        return list;
    }

    private String look() {
        try {
            BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
            return about.size() + " " + about.lastModifiedTime() + " " + about.fileKey();
        } catch (IOException e) {
            throw new UncheckedIOException("looking at " + file, e);
        }
    }
}
