package org.cotejo.station.day;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.definition.Contest;
import org.cotejo.definition.Register;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetHours;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;
import org.cotejo.station.box.ContestCount;
import org.cotejo.tally.Figure;

/**
 * Makes the sheets of a machine: one for each contest. The same day gives the same sheets, byte for byte, however often they are
 * printed.
 */
final class SheetMaker {
    private final StationDefinition setup;
    private final MachineIdentity machine;
    private final Ed25519Secret secret;

    SheetMaker(StationDefinition setup, MachineIdentity machine, Ed25519Secret secret) {
        this.setup = setup;
        this.machine = machine;
        this.secret = secret;
    }

    /** The opening report: all zeros. */
    List<SignedSheet> opening(Instant at, ZoneOffset offset) {
        List<SignedSheet> sheets = new ArrayList<>();
        SheetHours hours = new SheetHours(local(at, offset), local(at, offset), offset);
        for (Contest contest : setup.contests()) {
            Map<Figure.Count, Integer> counts = new EnumMap<>(Figure.Count.class);
            counts.put(Figure.Count.NULL, 0);
            counts.put(Figure.Count.BLANK, 0);
            counts.put(Figure.Count.BALLOTS, 0);
            registered(counts);
            int positions = Figure.positions(contest).size();
            sheets.add(sheet(
                    sheets.size(), contest, Sheet.Paper.OPENING, hours, Collections.nCopies(positions, 0), counts));
        }
        return sheets;
    }

    /** The sheets of the closing. */
    List<SignedSheet> closing(
            List<ContestCount> counted, int pollBook, int receipts, Instant opened, Instant closed, ZoneOffset offset) {
        List<SignedSheet> sheets = new ArrayList<>();
        SheetHours hours = new SheetHours(local(opened, offset), local(closed, offset), offset);
        for (Contest contest : setup.contests()) {
            ContestCount of = counted.get(sheets.size());
            Map<Figure.Count, Integer> counts = new EnumMap<>(Figure.Count.class);
            // A machine takes no null vote, and says so: then all of its figures can be added up.
            counts.put(Figure.Count.NULL, 0);
            counts.put(Figure.Count.BLANK, of.blank());
            registered(counts);
            counts.put(Figure.Count.VOTERS, pollBook);
            counts.put(Figure.Count.BALLOTS, receipts);
            sheets.add(sheet(sheets.size(), contest, Sheet.Paper.FINAL, hours, of.votes(), counts));
        }
        return sheets;
    }

    private void registered(Map<Figure.Count, Integer> counts) {
        if (setup.registered() != Register.UNKNOWN) {
            counts.put(Figure.Count.REGISTERED, setup.registered());
        }
    }

    private static LocalDateTime local(Instant at, ZoneOffset offset) {
        return LocalDateTime.ofInstant(at, offset).truncatedTo(ChronoUnit.MINUTES);
    }

    private SignedSheet sheet(
            int before,
            Contest contest,
            Sheet.Paper paper,
            SheetHours hours,
            List<Integer> votes,
            Map<Figure.Count, Integer> counts) {
        StationKey key = machine.key();
        return SignedSheet.signedBy(
                secret,
                new Sheet(
                        key.algorithm(),
                        machine.election(),
                        setup.spoken(),
                        key.station(),
                        contest.id(),
                        before + 1,
                        setup.contests().size(),
                        paper,
                        key.machine(),
                        hours,
                        votes,
                        counts));
    }
}
