package org.cotejo.sim;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.base.Progress;
import org.cotejo.base.Sentence;
import org.cotejo.base.Workers;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.SheetHours;
import org.cotejo.sheet.SheetWriter;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tally.Figure;

/**
 * What the machines sign at closing. The signature of each station's sheet is made once, by several threads, and kept, since every
 * holder hands in the same sheet; its text is made anew each time.
 */
final class SignedSheets {
    private static final int STATIONS_A_TASK = 512;
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(-4);
    private static final LocalDateTime CLOSING = local(Days.CLOSING);
    private static final LocalDateTime OPENING = CLOSING.minusHours(12);
    private static final Sentence SIGNING = new Sentence("Signing", "Firmando");

    private final Country country;
    private final SpokenHash definition;
    private final Machines machines;
    private final byte[] signatures;

    private SignedSheets(Country country, SpokenHash definition, Machines machines) {
        this.country = country;
        this.definition = definition;
        this.machines = machines;
        this.signatures = new byte[Math.multiplyExact(country.stations(), SignedSheet.SIGNATURE_BYTES)];
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, ZONE);
    }

    /** Has every machine sign the sheet that it prints, under the definition that was frozen. */
    static SignedSheets sign(Country country, SpokenHash definition, Machines machines, Progress progress) {
        SignedSheets sheets = new SignedSheets(country, definition, machines);
        AtomicLong done = new AtomicLong();
        List<Runnable> tasks = new ArrayList<>();
        for (int first = 0; first < country.stations(); first += STATIONS_A_TASK) {
            int from = first;
            int to = Math.min(from + STATIONS_A_TASK, country.stations());
            tasks.add(() -> {
                sheets.sign(from, to);
                progress.at(SIGNING, done.addAndGet(to - from), country.stations());
            });
        }
        Workers.run(tasks);
        return sheets;
    }

    /** Signs some stations' sheets, looking at a country of its own, since one can't be looked at by several threads. */
    private void sign(int from, int to) {
        Country own = Country.of(country.plan());
        Liars liars = Liars.of(own);
        for (int index = from; index < to; index++) {
            Station station = own.station(index);
            byte[] text = text(station, liars.printed(station, own.electorate().sheet(station)), 0);
            byte[] signature = machines.secret(index).sign(text);
            System.arraycopy(signature, 0, signatures, index * SignedSheet.SIGNATURE_BYTES, signature.length);
        }
    }

    /** The bytes that the station's machine signs of a sheet; {@code late} minutes after closing. */
    byte[] text(Station station, Sheet sheet, int late) {
        return SheetWriter.signed(new org.cotejo.sheet.Sheet(
                KeyAlgorithm.ED25519_DEMO,
                country.plan().election(),
                definition,
                new StationCode(station.code()),
                country.ballot().contest().id(),
                1,
                1,
                org.cotejo.sheet.Sheet.Paper.FINAL,
                Machines.machine(station.index()),
                new SheetHours(OPENING, CLOSING.plusMinutes(late), ZONE),
                votes(sheet),
                counts(sheet)));
    }

    private static List<Integer> votes(Sheet sheet) {
        List<Integer> votes = new ArrayList<>(Ballot.CANDIDATES);
        for (int candidate = 0; candidate < Ballot.CANDIDATES; candidate++) {
            votes.add(sheet.votes(candidate));
        }
        return votes;
    }

    private static Map<Figure.Count, Integer> counts(Sheet sheet) {
        Map<Figure.Count, Integer> counts = new EnumMap<>(Figure.Count.class);
        counts.put(Figure.Count.NULL, sheet.nullVotes());
        counts.put(Figure.Count.BLANK, sheet.blank());
        counts.put(Figure.Count.REGISTERED, sheet.registered());
        counts.put(Figure.Count.VOTERS, sheet.voters());
        counts.put(Figure.Count.BALLOTS, sheet.ballots());
        return counts;
    }

    /** The signature of the sheet that the station's machine printed. */
    void signature(int station, byte[] to) {
        System.arraycopy(signatures, station * SignedSheet.SIGNATURE_BYTES, to, 0, SignedSheet.SIGNATURE_BYTES);
    }

    /** Another signature of the same machine. */
    byte[] signAgain(int station, byte[] text) {
        return machines.secret(station).sign(text);
    }
}
