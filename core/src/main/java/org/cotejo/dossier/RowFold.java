package org.cotejo.dossier;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.base.CanonicalReader;
import org.cotejo.custody.Source;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.entry.FiguresBytes;

/** Hangs the entries of figures on the frame, one after the other, without reading their cells. */
final class RowFold {
    private final Frame frame;
    private final FigureRows rows;
    private final List<Finding> findings;
    private final List<Source> sources;
    private final int[] contests;
    private final FiguresBytes cursor = new FiguresBytes();
    private final SourceFinder finder;
    private int lastStation = -1;
    private final Set<Integer> told = new HashSet<>();

    RowFold(Frame frame, ElectionDefinition definition, FigureRows rows, List<Finding> findings) {
        this.frame = frame;
        this.rows = rows;
        this.findings = findings;
        this.sources = frame.sources();
        this.finder = frame.sourceFinder();
        List<?> known = definition.contests().stream().map(Contest::id).toList();
        this.contests = sources.stream()
                .mapToInt(source -> known.indexOf(source.contest()))
                .toArray();
    }

    void row(int block, byte[] bytes, int offset, int length) {
        try {
            cursor.over(bytes, offset, length);
        } catch (CanonicalReader.Malformed e) {
            throw new FoldException(String.valueOf(e.getMessage()));
        }
        int source = finder.find(bytes, cursor.custodianAt(), cursor.custodianLength(), cursor.sourceNumber());
        if (cursor.cellCount() != sources.get(source).figures().size()) {
            throw new FoldException("a row of " + sources.get(source).id() + " has " + cursor.cellCount() + " cells");
        }
        int station = station(bytes);
        if (contests[source] < 0) {
            unknownContest(source);
            return;
        }
        if (station < 0) {
            String code = new String(bytes, cursor.stationAt(), cursor.stationLength(), StandardCharsets.UTF_8);
            findings.add(Finding.at(
                    DossierFinding.UNKNOWN_STATION,
                    contests[source],
                    Finding.NOWHERE,
                    sources.get(source).id().custodian().value(),
                    code));
            return;
        }
        lastStation = station;
        rows.add(contests[source], station, source, block, offset);
    }

    private void unknownContest(int source) {
        if (told.add(source)) {
            findings.add(Finding.at(
                    DossierFinding.UNKNOWN_CONTEST,
                    Finding.NOWHERE,
                    Finding.NOWHERE,
                    sources.get(source).id().toString(),
                    String.valueOf(sources.get(source).contest())));
        }
    }

    private int station(byte[] bytes) {
        int guess = lastStation + 1;
        return frame.register().isCode(guess, bytes, cursor.stationAt(), cursor.stationLength())
                ? guess
                : frame.register().find(bytes, cursor.stationAt(), cursor.stationLength());
    }
}
