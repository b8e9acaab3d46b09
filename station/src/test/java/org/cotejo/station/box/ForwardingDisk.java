package org.cotejo.station.box;

import java.nio.file.Path;
import java.util.Optional;

/** Passes everything on to another disk; what is overridden is done otherwise. */
public class ForwardingDisk implements Disk {
    private final Disk to;

    public ForwardingDisk(Disk to) {
        this.to = to;
    }

    @Override
    public Optional<byte[]> read(Path file, int most) {
        return to.read(file, most);
    }

    @Override
    public boolean exists(Path path) {
        return to.exists(path);
    }

    @Override
    public void create(Path file, byte[] bytes) {
        to.create(file, bytes);
    }

    @Override
    public void write(Path file, long offset, byte[] bytes) {
        to.write(file, offset, bytes);
    }

    @Override
    public void truncate(Path file, long size) {
        to.truncate(file, size);
    }

    @Override
    public void force(Path file) {
        to.force(file);
    }

    @Override
    public void makeFolder(Path folder) {
        to.makeFolder(folder);
    }

    @Override
    public void forceFolder(Path folder) {
        to.forceFolder(folder);
    }

    @Override
    public long free(Path folder) {
        return to.free(folder);
    }

    @Override
    public Optional<Lock> lock(Path folder) {
        return to.lock(folder);
    }
}
