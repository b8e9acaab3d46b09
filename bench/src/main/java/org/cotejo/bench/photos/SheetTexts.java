package org.cotejo.bench.photos;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.formats.venezuela.QrText;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetHours;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tally.Figure;

/** Texts of sheets: signed ones of 10 or 38 positions, and such as those of Venezuela 2024. */
final class SheetTexts {
    private static final int CARDS = 38;

    private SheetTexts() {}

    /** A text drawn from a generator; every second one is signed. */
    static String of(int number, RandomGenerator random) {
        return number % 2 == 0 ? venezuela(number, random) : signed(number, random);
    }

    private static String venezuela(int number, RandomGenerator random) {
        return String.format(
                Locale.ROOT,
                "%09d.%02d.1.0001!%s!%d!0",
                10_101_001 + number,
                1 + number % 9,
                votes(CARDS, random).stream().map(String::valueOf).collect(Collectors.joining(",")),
                random.nextInt(3));
    }

    private static String signed(int number, RandomGenerator random) {
        return sheet(number, "PRESIDENT", votes(number % 4 == 1 ? 10 : CARDS, random))
                .text();
    }

    /** A signed sheet of the contest of Venezuela 2024. */
    static SignedSheet printed(int number, RandomGenerator random) {
        return sheet(number, "presidente", votes(CARDS, random));
    }

    /** The same election's candidates without its 38 positions: one position each. */
    static Contest plainContest() {
        return new Contest(
                new ContestId("presidente"),
                "Presidente de la República",
                QrText.contest().candidates(),
                List.of());
    }

    /** A signed sheet of {@link #plainContest()}. */
    static SignedSheet plain(int number, RandomGenerator random) {
        Contest contest = plainContest();
        return sheet(number, contest.id().value(), votes(contest.candidates().size(), random));
    }

    private static SignedSheet sheet(int number, String contest, List<Integer> votes) {
        int cast = votes.stream().mapToInt(Integer::intValue).sum() + 5;
        Sheet sheet = new Sheet(
                KeyAlgorithm.ED25519,
                "VE-2030",
                new SpokenHash("0091 4149 6946 1768 1455 6899 5975 4836 5121 6252"),
                new StationCode(String.format(Locale.ROOT, "%08d.01.0001", 10_101_001 + number)),
                new ContestId(contest),
                1,
                1,
                Sheet.Paper.FINAL,
                new MachineId("M-" + number),
                new SheetHours(
                        LocalDateTime.of(2030, 7, 28, 6, 0),
                        LocalDateTime.of(2030, 7, 28, 18, 31),
                        ZoneOffset.ofHours(-4)),
                votes,
                Map.of(
                        Figure.Count.NULL,
                        3,
                        Figure.Count.BLANK,
                        2,
                        Figure.Count.REGISTERED,
                        cast + 100,
                        Figure.Count.VOTERS,
                        cast,
                        Figure.Count.BALLOTS,
                        cast));
        byte[] seed =
                Sha256.of(("photo " + number).getBytes(StandardCharsets.UTF_8)).bytes();
        return SignedSheet.signedBy(Ed25519Secret.ofSeed(seed), sheet);
    }

    private static List<Integer> votes(int positions, RandomGenerator random) {
        List<Integer> votes = new ArrayList<>();
        for (int i = 0; i < positions; i++) {
            votes.add(random.nextInt(8) == 0 ? random.nextInt(300) : random.nextInt(12));
        }
        return votes;
    }
}
