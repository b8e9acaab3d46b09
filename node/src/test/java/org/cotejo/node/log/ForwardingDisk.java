package org.cotejo.node.log;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A disk that does what another one does, for tests that change one thing. */
class ForwardingDisk implements Disk {
    private final Disk disk;

    ForwardingDisk(Disk disk) {
        this.disk = disk;
    }

    @Override
    public Optional<byte[]> read(Path file, int most) {
        return disk.read(file, most);
    }

    @Override
    public void create(Path file, byte[] bytes) {
        disk.create(file, bytes);
    }

    @Override
    public void link(Path from, Path to) {
        disk.link(from, to);
    }

    @Override
    public void rename(Path from, Path to) {
        disk.rename(from, to);
    }

    @Override
    public void delete(Path file) {
        disk.delete(file);
    }

    @Override
    public void makeFolder(Path folder) {
        disk.makeFolder(folder);
    }

    @Override
    public void forceFolder(Path folder) {
        disk.forceFolder(folder);
    }

    @Override
    public List<String> list(Path folder) {
        return disk.list(folder);
    }

    @Override
    public Optional<Lock> lock(Path folder) {
        return disk.lock(folder);
    }
}
