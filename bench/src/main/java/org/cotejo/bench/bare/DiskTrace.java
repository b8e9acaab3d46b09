package org.cotejo.bench.bare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What a program writes and forces to the disk, as the Java platform's own recorder saw it, in order. One line each: {@code file N}, a
 * file of N bytes was written and forced; {@code folder}, the names in a folder were; {@code store}, the store of heads committed,
 * once after each stage, which its native library does unseen.
 */
final class DiskTrace implements AutoCloseable {
    private final Recording recording;

    private DiskTrace(Recording recording) {
        this.recording = recording;
    }

    static DiskTrace begin() {
        Recording recording = new Recording();
        recording.enable("jdk.FileWrite").withoutStackTrace().withoutThreshold().with("throttle", "off");
        recording.enable("jdk.FileForce").withoutStackTrace().withoutThreshold();
        recording.start();
        return new DiskTrace(recording);
    }

    /** Ends the recording and writes the trace; {@code state} is the folder with the stages. */
    void write(Path to, Path state) throws IOException {
        recording.stop();
        Path raw = to.resolveSibling(to.getFileName() + ".jfr");
        recording.dump(raw);
        List<RecordedEvent> events = new ArrayList<>(RecordingFile.readAllEvents(raw));
        events.sort(Comparator.comparing(RecordedEvent::getStartTime));
        Files.delete(raw);
        Map<String, Long> written = new HashMap<>();
        List<String> lines = new ArrayList<>();
        boolean isStaged = false;
        for (RecordedEvent event : events) {
            String path = event.getString("path");
            if (event.getEventType().getName().equals("jdk.FileWrite")) {
                written.merge(path, event.getLong("bytesWritten"), Long::sum);
            } else if (written.containsKey(path)) {
                isStaged |= path.startsWith(state.toRealPath().toString());
                lines.add("file " + written.remove(path));
            } else {
                lines.add("folder");
                if (isStaged) {
                    lines.add("store");
                    isStaged = false;
                }
            }
        }
        Files.write(to, lines);
    }

    @Override
    public void close() {
        recording.close();
    }
}
