package org.cotejo.bench.sheets;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetHours;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tally.Figure;

/** Sheets of an ordinary station: 512 registered, 340 voters, most of whose votes go to two of the positions. */
final class ExampleSheet {
    private static final int REGISTERED = 512;
    private static final int VOTERS = 340;
    private static final int NULL_VOTES = 9;
    private static final int BLANK = 4;

    private ExampleSheet() {}

    /** The signed sheet of a contest with so many ballot positions, drawn from a seed. */
    static SignedSheet of(String election, String contest, int number, int ofSheets, int positions, long seed) {
        return SignedSheet.signedBy(
                Ed25519Secret.ofSeed(Sha256.of(("bench " + seed).getBytes(StandardCharsets.UTF_8))
                        .bytes()),
                new Sheet(
                        KeyAlgorithm.ED25519,
                        election,
                        new SpokenHash("0091 4149 6946 1768 1455 6899 5975 4836 5121 6252"),
                        new StationCode("10101001.01.0001"),
                        new ContestId(contest),
                        number,
                        ofSheets,
                        Sheet.Paper.FINAL,
                        new MachineId("M-0417"),
                        new SheetHours(
                                LocalDateTime.of(2024, 7, 28, 6, 0),
                                LocalDateTime.of(2024, 7, 28, 18, 31),
                                ZoneOffset.ofHours(-4)),
                        votes(positions, new Random(seed)),
                        Map.of(
                                Figure.Count.NULL, NULL_VOTES,
                                Figure.Count.BLANK, BLANK,
                                Figure.Count.REGISTERED, REGISTERED,
                                Figure.Count.VOTERS, VOTERS,
                                Figure.Count.BALLOTS, VOTERS)));
    }

    /** Nine votes in ten go to two positions, the others to all. */
    private static List<Integer> votes(int positions, Random random) {
        int[] votes = new int[positions];
        int first = random.nextInt(positions);
        int second = random.nextInt(positions);
        for (int voter = 0; voter < VOTERS - NULL_VOTES - BLANK; voter++) {
            int drawn = random.nextInt(10);
            votes[drawn < 6 ? first : drawn < 9 ? second : random.nextInt(positions)]++;
        }
        List<Integer> list = new ArrayList<>();
        for (int count : votes) {
            list.add(count);
        }
        return list;
    }
}
