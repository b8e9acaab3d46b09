package org.cotejo.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.Names;
import org.cotejo.definition.StationCode;
import org.jspecify.annotations.Nullable;

/**
 * A machine's log as it is handed out: which machine it is, then its lines (docs/formats/station.md, section 6). Anybody can hold it against
 * the key that the definition lists. What it lacks at its end can't be seen from it.
 *
 * @param election the id of the election
 * @param lines each of them a line that a machine can write; whether this one did is asked apart
 */
public record PublishedLog(String election, StationCode station, MachineId machine, List<LogLine> lines) {
    /** Most bytes of a log. */
    public static final int SIZE_MOST = 1 << 24;

    private static final String FIRST = "cotejo machine log 1";
    private static final List<String> HEAD = List.of("election ", "station ", "machine ");

    public PublishedLog {
        lines = List.copyOf(lines);
    }

    /**
     * The bytes that are handed out.
     *
     * @param election the id of the election
     * @param log the lines as the machine keeps them, each with a line feed behind it
     */
    public static byte[] bytes(String election, StationKey machine, String log) {
        String head = FIRST + "\nelection " + election + "\nstation " + machine.station() + "\nmachine "
                + machine.machine() + "\n";
        return (head + log).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads bytes that nobody vouches for; SHEET-108 for anything but a head and lines that machines write. */
    public static Result<PublishedLog> read(byte[] bytes) {
        if (bytes.length > SIZE_MOST) {
            return refused(1, "at most " + SIZE_MOST + " bytes", "como máximo " + SIZE_MOST + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return refused(1, "UTF-8", "UTF-8");
        }
        List<String> all = List.of(text.split("\n", -1));
        if (!all.getFirst().equals(FIRST)) {
            return refused(1, "'" + FIRST + "'", "«" + FIRST + "»");
        }
        List<String> ids = new ArrayList<>();
        for (String name : HEAD) {
            int at = ids.size() + 1;
            String line = at < all.size() ? all.get(at) : "";
            if (!line.startsWith(name)
                    || !Names.idFault(line.substring(name.length())).isEmpty()) {
                return refused(at + 1, "'" + name + "' and an id", "«" + name + "» y un id");
            }
            ids.add(line.substring(name.length()));
        }
        List<LogLine> lines = new ArrayList<>();
        int first = HEAD.size() + 1;
        for (int at = first; at < all.size() - 1; at++) {
            @Nullable LogLine line = LogLine.read(all.get(at));
            if (line == null || lines.size() == LogFacts.LINES_MOST) {
                return refused(at + 1, "a line as a machine writes it", "una línea como la escribe una máquina");
            }
            lines.add(line);
        }
        if (lines.isEmpty() || !all.getLast().isEmpty()) {
            return refused(
                    all.size(), "a line, with a line feed behind it", "una línea, con un salto de línea al final");
        }
        return Result.ok(new PublishedLog(ids.get(0), new StationCode(ids.get(1)), new MachineId(ids.get(2)), lines));
    }

    private static Result<PublishedLog> refused(int line, String en, String es) {
        return Result.refused(SheetProblem.MACHINE_LOG.problem(
                "", new Sentence(String.valueOf(line), String.valueOf(line)), new Sentence(en, es)));
    }

    /**
     * What it says.
     *
     * @param key of the machine, as the definition lists it; null where it lists none, and then no line is proven
     */
    public LogFacts facts(@Nullable StationKey key) {
        int proven = key == null ? 0 : proven(key);
        Map<String, Integer> words = new HashMap<>();
        @Nullable OffsetDateTime opened = null;
        @Nullable LogLine closing = null;
        Set<Integer> printed = new HashSet<>();
        boolean isComplete = false;
        for (LogLine line : lines.subList(0, proven)) {
            words.merge(line.word(), 1, Integer::sum);
            switch (line.word()) {
                case "opened" -> opened = opened == null ? line.minute() : opened;
                case "closing-begun" -> closing = closing == null ? line : closing;
                case "closed" -> isComplete |= closing != null;
                case "copy-printed" -> {
                    if (closing != null && !isComplete) {
                        printed.add(line.detail("copy"));
                    }
                }
                default -> {
                    // counted above, if at all
                }
            }
        }
        return new LogFacts(
                lines.size(),
                proven,
                opened,
                closing == null
                        ? null
                        : new LogFacts.Closing(
                                closing.minute(),
                                closing.detail("poll-book"),
                                closing.detail("counted"),
                                closing.detail("copies"),
                                printed.size(),
                                isComplete),
                words.getOrDefault("counted", 0) + words.getOrDefault("counted-unanswered", 0),
                words.getOrDefault("receipt-again", 0),
                words.getOrDefault("spoiled", 0),
                words.getOrDefault("withdrawn", 0),
                words.getOrDefault("started", 0));
    }

    private int proven(StationKey key) {
        Hash before = LogLine.NONE;
        for (int i = 0; i < lines.size(); i++) {
            LogLine line = lines.get(i);
            if (line.number() != i + 1L || !line.before().equals(before) || !line.isSignedBy(election, key)) {
                return i;
            }
            before = line.hash();
        }
        return lines.size();
    }

    /**
     * The first line, from 1, in which two logs of one machine differ, of so many that are proven in each; 0 if one goes on from the
     * other.
     */
    public static int parting(PublishedLog one, int provenOfOne, PublishedLog other, int provenOfOther) {
        for (int i = 0; i < Math.min(provenOfOne, provenOfOther); i++) {
            if (!one.lines.get(i).text().equals(other.lines.get(i).text())) {
                return i + 1;
            }
        }
        return 0;
    }
}
