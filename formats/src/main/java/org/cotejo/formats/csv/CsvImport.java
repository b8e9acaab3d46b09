package org.cotejo.formats.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.base.Where;
import org.cotejo.custody.Source;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryWriter;
import org.cotejo.folder.Delivery;
import org.cotejo.folder.DeliveryTerms;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.importer.LargeFile;
import org.cotejo.formats.text.PlainBytes;
import org.cotejo.formats.text.PlainScan;
import org.cotejo.formats.text.RowFile;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** One table on its way into a folder as a MAP says: opens the delivery and gives it each station once. */
public final class CsvImport {
    /** Room in an entry for what is beside the candidates: ids of custodian and side, two hashes, numbers. */
    private static final int OTHER_BYTES = 2_000;

    private final RowFile rows;
    private final InputFile file;
    private final CsvMap map;
    private final ImportSession session;

    /** The file that the rows are read from, where it is not held. */
    private final @Nullable LargeFile large;

    private CsvImport(RowFile rows, InputFile file, CsvMap map, ImportSession session, @Nullable LargeFile large) {
        this.rows = rows;
        this.file = file;
        this.map = map;
        this.session = session;
        this.large = large;
    }

    /** Opens the file as the map says, delivers its rows and keeps it in the private part of the folder. */
    public static void deliver(InputFile file, CsvMap map, ImportSession session) {
        if (!isDeliveredByParts(file, map, session)) {
            RowFile rows = RowFile.open(file.name(), file.bytes(), map.terms());
            CsvImport csv = new CsvImport(rows, file, map, session, null);
            if (map.votes() instanceof CsvMap.Votes.Columns votes) {
                new WideRows(csv, votes).deliver();
            } else {
                new LongRows(csv, (CsvMap.Votes.Rows) map.votes()).deliver();
            }
        }
    }

    /** Delivers a large and plain file without holding it; returns false, and has done nothing, with every other file. */
    private static boolean isDeliveredByParts(InputFile file, CsvMap map, ImportSession session) {
        if (!file.isLarge() || !PlainScan.fits(map.terms()) || !(map.votes() instanceof CsvMap.Votes.Columns votes)) {
            return false;
        }
        PlainScan scan = new PlainScan();
        try (LargeFile large = session.lookThrough(file, scan::add).orElse(null)) {
            if (large == null) {
                return false;
            }
            RowFile rows = RowFile.openPlain(file.name(), scan, map.terms(), large::read)
                    .orElse(null);
            if (rows != null) {
                new WideRows(new CsvImport(rows, file, map, session, large), votes).deliver();
            }
            return rows != null;
        }
    }

    RowFile rows() {
        return rows;
    }

    CsvMap map() {
        return map;
    }

    ImportSession session() {
        return session;
    }

    Where where() {
        return Where.file(file.name());
    }

    /** Opens the delivery once its candidates are known; {@code column} is where they come from, for a refusal. */
    Delivery begin(Collection<CandidateId> candidates, String column) {
        List<Figure> figures = new ArrayList<>();
        candidates.forEach(candidate -> figures.add(new Figure.OfCandidate(candidate)));
        figures.addAll(map.counts().keySet());
        refuseTooMany(candidates, column);
        return Delivery.begin(
                session.writer(),
                session.frame(),
                new DeliveryTerms(
                        map.custodian(),
                        map.side(),
                        map.isAnnounced() ? Source.Kind.ANNOUNCED : Source.Kind.COPIES,
                        map.contest(),
                        map.provenance(),
                        figures,
                        map.publishedAt(),
                        map.isPart(),
                        map.levels(),
                        large == null ? session.keep(file) : large.keep()),
                where());
    }

    /** A part's lines were delivered, and nobody needs them any more. */
    void delivered(@Nullable PlainBytes lines) {
        if (large != null && lines != null) {
            large.takeBack(lines.bytes());
        }
    }

    void finish(Delivery delivery) {
        session.count(delivery.finish(where()));
    }

    /** A derived definition grows by candidates only as far as a contest and an entry have room for them. */
    private void refuseTooMany(Collection<CandidateId> candidates, String column) {
        Set<CandidateId> known = new HashSet<>();
        int bytes = OTHER_BYTES;
        ElectionDefinition definition = session.frame().definition().orElse(null);
        if (definition != null) {
            bytes += EntryWriter.bytes(new Entry.DefinitionStated(definition)).length;
            for (Contest contest : definition.contests()) {
                if (map.contest() == null || map.contest().equals(contest.id())) {
                    contest.candidates().stream().map(Candidate::id).forEach(known::add);
                }
            }
        }
        for (String level : map.levels()) {
            bytes += level.getBytes(StandardCharsets.UTF_8).length + 2;
        }
        for (CandidateId candidate : candidates) {
            if (known.add(candidate)) {
                bytes += 2 * (candidate.value().getBytes(StandardCharsets.UTF_8).length + 1);
            }
        }
        if (known.size() > Contest.CANDIDATES_MOST || bytes > Entry.SIZE_MOST) {
            throw CsvProblem.CANDIDATES_MOST.at(where(), column, Contest.CANDIDATES_MOST);
        }
    }
}
