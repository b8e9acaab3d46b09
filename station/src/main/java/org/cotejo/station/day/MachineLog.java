package org.cotejo.station.day;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.sheet.LogLine;
import org.jspecify.annotations.Nullable;

/**
 * A machine's log, checked: each line is signed by the station's key and names the line before, so that none can be changed, taken out or
 * put in between. What a copy of it lacks at its end nobody can see from the copy alone; the last line stands on the printed sheet.
 */
public final class MachineLog {
    private final List<LogLine> lines;

    private MachineLog(List<LogLine> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Reads a log of this machine; refused (STATION-403) at the first line that is not the machine's. */
    public static Result<MachineLog> read(MachineIdentity of, String text) {
        List<LogLine> lines = new ArrayList<>();
        Hash before = LogLine.NONE;
        if (!text.isEmpty() && !text.endsWith("\n")) {
            return StationProblem.BAD_LOG.refused(text.lines().count());
        }
        for (String each : text.lines().toList()) {
            @Nullable LogLine line = LogLine.read(each);
            if (line == null
                    || !line.isSignedBy(of.election(), of.key())
                    || line.number() != lines.size() + 1L
                    || !line.before().equals(before)) {
                return StationProblem.BAD_LOG.refused(lines.size() + 1);
            }
            lines.add(line);
            before = line.hash();
        }
        return Result.ok(new MachineLog(lines));
    }

    /** Its lines in order. */
    public List<LogLine> lines() {
        return lines;
    }

    /** The hash of its last line. */
    public Hash head() {
        return lines.isEmpty() ? LogLine.NONE : lines.getLast().hash();
    }
}
