package org.cotejo.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotejo.custody.SheetCopy;
import org.cotejo.custody.Source;
import org.cotejo.definition.Contest;
import org.cotejo.definition.SpokenHash;
import org.cotejo.entry.Entry;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.StationKey;
import org.cotejo.tally.Figure;

/** docs/formats/sheet.md, section 6, word by word and slowly: whether a signed sheet counts nowhere. */
final class NaiveSignatures {
    private NaiveSignatures() {}

    static boolean isRefuted(SheetCopy copy, Source source, Contest contest, List<Entry> entries) {
        Sheet sheet = copy.sheet().sheet();
        return !sheet.station().equals(copy.station())
                || isOfSomethingElse(sheet, source, contest, entries)
                || isSignedWrongly(copy, entries);
    }

    private static boolean isOfSomethingElse(Sheet sheet, Source source, Contest contest, List<Entry> entries) {
        List<Figure> positions = source.figures().stream()
                .filter(figure -> !(figure instanceof Figure.Count))
                .toList();
        List<Figure> candidates = contest.candidates().stream()
                .<Figure>map(candidate -> new Figure.OfCandidate(candidate.id()))
                .toList();
        Optional<SpokenHash> frozen = entries.reversed().stream()
                .filter(Entry.DefinitionFrozen.class::isInstance)
                .map(entry -> SpokenHash.of(((Entry.DefinitionFrozen) entry).definition()))
                .findFirst();
        return !sheet.election().equals(election(entries))
                || !sheet.contest().equals(source.contest())
                || frozen.isPresent() && !frozen.get().equals(sheet.definition())
                || !positions.equals(candidates);
    }

    private static String election(List<Entry> entries) {
        return ((Entry.DefinitionStated) entries.getFirst()).definition().id();
    }

    private static boolean isSignedWrongly(SheetCopy copy, List<Entry> entries) {
        Sheet sheet = copy.sheet().sheet();
        if (!sheet.algorithm().countsIn(election(entries))) {
            return true;
        }
        int frozen = IntStream.range(0, entries.size())
                .filter(i -> entries.get(i) instanceof Entry.DefinitionFrozen)
                .max()
                .orElse(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof Entry.StationKeyStated(StationKey key)
                    && key.station().equals(copy.station())
                    && key.machine().equals(sheet.machine())
                    && key.algorithm().countsIn(election(entries))) {
                return i < frozen && !copy.sheet().isSignedBy(key);
            }
        }
        return false;
    }
}
