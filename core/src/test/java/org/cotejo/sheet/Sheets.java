package org.cotejo.sheet;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Figure;

/** The sheet of the examples in docs/formats/sheet.md. */
final class Sheets {
    static final SheetHours HOURS = new SheetHours(
            LocalDateTime.of(2024, 7, 28, 6, 0), LocalDateTime.of(2024, 7, 28, 18, 31), ZoneOffset.ofHours(-4));

    static final Sheet SHEET = with(Map.of(
            Figure.Count.NULL, 24,
            Figure.Count.BLANK, 5,
            Figure.Count.REGISTERED, 512,
            Figure.Count.VOTERS, 340,
            Figure.Count.BALLOTS, 340));

    /** What the same machine printed before the vote. */
    static final Sheet OPENING = new Sheet(
            SHEET.algorithm(),
            SHEET.election(),
            SHEET.definition(),
            SHEET.station(),
            SHEET.contest(),
            SHEET.number(),
            SHEET.of(),
            Sheet.Paper.OPENING,
            SHEET.machine(),
            new SheetHours(
                    LocalDateTime.of(2024, 7, 28, 5, 40), LocalDateTime.of(2024, 7, 28, 5, 40), ZoneOffset.ofHours(-4)),
            List.of(0, 0, 0),
            Map.of(Figure.Count.REGISTERED, 512));

    private Sheets() {}

    static Sheet with(Map<Figure.Count, Integer> counts) {
        return new Sheet(
                KeyAlgorithm.ED25519,
                "VE-2024",
                new SpokenHash("0091 5012 3456 7890 1234 5678 9012 3456 7890 1234"),
                new StationCode("10101001.01.0001"),
                new ContestId("PRESIDENT"),
                1,
                3,
                Sheet.Paper.FINAL,
                new MachineId("M-0417"),
                HOURS,
                List.of(210, 101, 0),
                counts);
    }
}
