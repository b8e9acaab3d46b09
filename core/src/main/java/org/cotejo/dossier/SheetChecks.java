package org.cotejo.dossier;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.Result;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Ed25519Verifier;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.Source;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.SpokenHash;
import org.cotejo.entry.FiguresBytes;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetCursor;
import org.cotejo.sheet.SignedSheet;
import org.jspecify.annotations.Nullable;

/**
 * Checks the signatures of all sheets, each once, and the keys of all machines: stations side by side, since nothing else about a
 * folder takes as long. Copies of the same sheet at one station are checked together.
 */
final class SheetChecks {
    private static final SignatureVerdict[] VERDICTS = SignatureVerdict.values();

    /** Below this a second thread costs more than it brings. */
    private static final int STATIONS_A_WORKER = 64;

    /** Workers take so many parts each, so that none waits for another whose stations have more sheets. */
    private static final int PARTS_A_WORKER = 8;

    private final Frame frame;
    private final ElectionDefinition definition;
    private final FigureRows rows;
    private final byte[] election;
    private final List<byte[]> contests = new ArrayList<>();
    private final byte @Nullable [] frozen;
    private final SheetShape[] shapes;
    private final byte[] verdicts;
    /** For each key whether it is known to be a point of the curve; each is of one station, so of one worker. */
    private final boolean[] arePoints;

    private SheetChecks(Frame frame, ElectionDefinition definition, FigureRows rows) {
        this.frame = frame;
        this.definition = definition;
        this.rows = rows;
        this.election = definition.id().getBytes(StandardCharsets.UTF_8);
        definition
                .contests()
                .forEach(contest -> contests.add(contest.id().value().getBytes(StandardCharsets.UTF_8)));
        this.frozen = frame.frozen().map(SheetChecks::digits).orElse(null);
        this.shapes = shapes(frame.sources(), definition);
        this.verdicts = new byte[rows.size()];
        this.arePoints = new boolean[frame.keys().size()];
    }

    private static byte[] digits(Hash hash) {
        return SpokenHash.of(hash).groups().replace(" ", "").getBytes(StandardCharsets.US_ASCII);
    }

    private static SheetShape[] shapes(List<Source> sources, ElectionDefinition definition) {
        SheetShape[] shapes = new SheetShape[sources.size()];
        for (int i = 0; i < shapes.length; i++) {
            Source source = sources.get(i);
            ContestId contest = source.contest();
            shapes[i] = contest == null
                    ? new SheetShape(0, 0, false)
                    : definition
                            .contest(contest)
                            .map(known -> SheetShape.of(source, known))
                            .orElse(new SheetShape(0, 0, false));
        }
        return shapes;
    }

    /** The verdict of every row, packed; what the checks show is added to {@code findings}. */
    static byte[] run(Frame frame, ElectionDefinition definition, FigureRows rows, List<Finding> findings) {
        SheetChecks checks = new SheetChecks(frame, definition, rows);
        int stations = frame.register().size();
        int parts = Math.clamp(stations / STATIONS_A_WORKER, 1, Workers.THREADS * PARTS_A_WORKER);
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            workers.add(
                    checks.new Worker((int) ((long) stations * i / parts), (int) ((long) stations * (i + 1) / parts)));
        }
        Workers.run(workers);
        checks.refuseKeys();
        workers.forEach(worker -> findings.addAll(worker.found));
        return checks.verdicts;
    }

    /**
     * Refuses keys that no entry may hold. A key under which a signature was true is a point of the curve; of the others it is
     * asked here, since it takes as long as checking a signature.
     */
    private void refuseKeys() {
        StationKeys keys = frame.keys();
        int parts = Math.clamp(keys.size() / STATIONS_A_WORKER, 1, Workers.THREADS * PARTS_A_WORKER);
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int from = (int) ((long) keys.size() * i / parts);
            int to = (int) ((long) keys.size() * (i + 1) / parts);
            tasks.add(() -> {
                for (int key = from; key < to; key++) {
                    if (!arePoints[key]) {
                        orThrow(Ed25519Key.enrolled(keys.bytes(key)));
                    }
                }
            });
        }
        Workers.run(tasks);
    }

    private static Ed25519Key orThrow(Result<Ed25519Key> key) {
        return switch (key) {
            case Result.Ok<Ed25519Key>(Ed25519Key parsed) -> parsed;
            case Result.Refused<Ed25519Key>(var problem) -> throw new FoldException(problem.line("en"));
        };
    }

    static SignatureVerdict unpack(byte verdict) {
        return VERDICTS[verdict];
    }

    /** Checks the stations from one index to another; writes the verdicts of their rows alone. */
    private final class Worker implements Runnable {
        /** Different sheets of one station that are remembered; more of them are checked each time they are met. */
        private static final int REMEMBERED_MOST = 32;

        private final int from;
        private final int to;
        private final List<Finding> found = new ArrayList<>();
        private final FiguresBytes cursor = new FiguresBytes();
        private final byte[] signature = new byte[SignedSheet.SIGNATURE_BYTES];
        private @Nullable Ed25519Verifier verifier;
        private final Map<Integer, Ed25519Key> keys = new HashMap<>();
        private final List<Checked> remembered = new ArrayList<>();
        private final List<Signed> proven = new ArrayList<>();
        private final List<String> named = new ArrayList<>();

        Worker(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public void run() {
            try {
                verifier = new Ed25519Verifier();
                for (int station = from; station < to; station++) {
                    keys(station);
                    for (int contest = 0; contest < contests.size(); contest++) {
                        rows(contest, station);
                    }
                }
            } catch (CanonicalReader.Malformed e) {
                throw new FoldException(String.valueOf(e.getMessage()));
            }
        }

        private void keys(int station) {
            keys.clear();
            for (int key = frame.keys().first(station);
                    key != StationKeys.NONE;
                    key = frame.keys().next(key)) {
                keys.put(key, orThrow(Ed25519Key.wellFormed(frame.keys().bytes(key))));
            }
        }

        private void rows(int contest, int station) {
            remembered.clear();
            proven.clear();
            named.clear();
            for (int row = rows.first(contest, station); row != FigureRows.NONE; row = rows.next(row)) {
                rows.point(cursor, row);
                if (cursor.isSheet()) {
                    SheetShape shape = shapes[rows.source(row)];
                    SignatureVerdict known = remembered(shape, rows.bytes(row));
                    SignatureVerdict verdict = known == null ? verdict(shape, row, contest, station) : known;
                    verdicts[row] = packed(verdict);
                    // Whoever hands in what was proven already adds nothing that could be named.
                    if (known != SignatureVerdict.PROVEN) {
                        name(verdict, row, contest, station);
                    }
                }
            }
        }

        /** What was found of a row of this station with the same text and signature, read in the same way; null if there is none. */
        private @Nullable SignatureVerdict remembered(SheetShape shape, byte[] bytes) {
            int end = cursor.signatureAt() + SignedSheet.SIGNATURE_BYTES;
            for (Checked checked : remembered) {
                if (checked.place.isSame(bytes, cursor.signedAt(), end) && checked.shape.equals(shape)) {
                    return checked.verdict;
                }
            }
            return null;
        }

        @SuppressWarnings("EnumOrdinal") // packed in memory, never written
        private static byte packed(SignatureVerdict verdict) {
            return (byte) verdict.ordinal();
        }

        /** Reads and checks a sheet, and remembers what was found. */
        private SignatureVerdict verdict(SheetShape shape, int row, int contest, int station) {
            SheetCursor sheet = cursor.sheet();
            if (!shape.fits(sheet)) {
                throw new FoldException("a sheet of "
                        + frame.sources().get(rows.source(row)).id() + " does not hold the figures of its source");
            }
            byte[] bytes = rows.bytes(row);
            SignatureVerdict verdict = verdict(shape, sheet, bytes, contest, station);
            if (remembered.size() < REMEMBERED_MOST) {
                int end = cursor.signatureAt() + SignedSheet.SIGNATURE_BYTES;
                remembered.add(new Checked(new Place(bytes, cursor.signedAt(), end), shape, verdict));
            }
            return verdict;
        }

        private SignatureVerdict verdict(SheetShape shape, SheetCursor sheet, byte[] bytes, int contest, int station) {
            if (!sheet.isStation(bytes, cursor.stationAt(), cursor.stationLength())) {
                return SignatureVerdict.OTHER_STATION;
            }
            if (!sheet.isElection(election)
                    || !sheet.isContest(contests.get(contest))
                    || frozen != null && !sheet.isDefinition(frozen)
                    || !shape.isContests()) {
                return SignatureVerdict.OTHER_ELECTION;
            }
            return check(sheet, bytes, station);
        }

        private SignatureVerdict check(SheetCursor sheet, byte[] bytes, int station) {
            if (!sheet.algorithm().countsIn(definition.id())) {
                return SignatureVerdict.FALSE;
            }
            int key = key(sheet, station);
            if (key == StationKeys.NONE) {
                return SignatureVerdict.UNCHECKED;
            }
            System.arraycopy(bytes, cursor.signatureAt(), signature, 0, signature.length);
            boolean isTrue = frame.keys().algorithm(key) == sheet.algorithm()
                    && requireNonNull(verifier)
                            .verifies(
                                    requireNonNull(keys.get(key)),
                                    bytes,
                                    cursor.signedAt(),
                                    cursor.signedLength(),
                                    signature);
            arePoints[key] |= isTrue;
            if (!frame.isKeyInFrozen(key)) {
                // A key that somebody adds afterwards neither proves a copy nor throws one out.
                return isTrue ? SignatureVerdict.LATE_KEY : SignatureVerdict.UNCHECKED;
            }
            return isTrue ? SignatureVerdict.PROVEN : SignatureVerdict.FALSE;
        }

        /** The first key of the sheet's machine that counts in this election, or none. */
        private int key(SheetCursor sheet, int station) {
            StationKeys all = frame.keys();
            int key = all.first(station);
            while (key != StationKeys.NONE
                    && !(all.isMachine(key, sheet) && all.algorithm(key).countsIn(definition.id()))) {
                key = all.next(key);
            }
            return key;
        }

        private void name(SignatureVerdict verdict, int row, int contest, int station) {
            String custodian =
                    frame.sources().get(rows.source(row)).id().custodian().value();
            SheetCursor sheet = cursor.sheet();
            switch (verdict) {
                case FALSE -> add(DossierFinding.SIGNATURE_FALSE, contest, station, custodian, sheet.machine());
                case OTHER_STATION -> add(DossierFinding.OTHER_STATION, contest, station, custodian, sheet.station());
                case OTHER_ELECTION -> add(DossierFinding.OTHER_ELECTION, contest, station, custodian, sheet.about());
                case UNCHECKED -> add(DossierFinding.NO_KEY, contest, station, sheet.machine());
                case PROVEN -> twice(rows.bytes(row), contest, station);
                case LATE_KEY, UNSIGNED -> {
                    // a late key is a finding by itself
                }
            }
        }

        /** Names a machine that signed another final sheet than its first one here. */
        private void twice(byte[] bytes, int contest, int station) {
            SheetCursor sheet = cursor.sheet();
            if (sheet.paper() != Sheet.Paper.FINAL) {
                return;
            }
            String machine = sheet.machine();
            for (Signed signed : proven) {
                if (signed.machine.equals(machine)) {
                    if (!signed.place.isSame(bytes, cursor.signedAt(), cursor.signatureAt())) {
                        add(DossierFinding.SIGNED_TWICE, contest, station, machine);
                    }
                    return;
                }
            }
            proven.add(new Signed(new Place(bytes, cursor.signedAt(), cursor.signatureAt()), machine));
        }

        /** Adds a finding, once for the rows of one station. */
        private void add(DossierFinding code, int contest, int station, String... values) {
            String name = code + " " + String.join(" ", values);
            if (!named.contains(name)) {
                named.add(name);
                found.add(Finding.at(code, contest, station, values));
            }
        }
    }

    /** Where the bytes of a sheet lie. */
    @SuppressWarnings("ArrayRecordComponent") // a place in an array, never compared as such
    private record Place(byte[] bytes, int start, int end) {
        boolean isSame(byte[] other, int otherStart, int otherEnd) {
            return Arrays.equals(bytes, start, end, other, otherStart, otherEnd);
        }
    }

    /** A sheet with its signature, as a source of this shape holds it, and what its check gave. */
    private record Checked(Place place, SheetShape shape, SignatureVerdict verdict) {}

    /** The text of a proven sheet, and the machine that signed it. */
    private record Signed(Place place, String machine) {}
}
