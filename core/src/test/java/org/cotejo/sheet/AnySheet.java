package org.cotejo.sheet;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Figure;

/** Any valid sheet: every part over its whole range, its limits and absence included. */
public final class AnySheet {
    private static final List<String> PIECES =
            List.of("A", "B", "Z", "7", "0", ".", "-", "_", "*", ":", "+", "a", "ñ", "Ж", "中", "\ud835\udc9c");

    private AnySheet() {}

    /** Any sheet with any 64 bytes as its signature. */
    public static Arbitrary<SignedSheet> signed() {
        return Combinators.combine(
                        sheet(), Arbitraries.bytes().array(byte[].class).ofSize(SignedSheet.SIGNATURE_BYTES))
                .as(SignedSheet::of);
    }

    /** Any certificate with any signature, beside any sheet. */
    public static Arbitrary<CountCertificate> certificate() {
        return Combinators.combine(
                        signed(), hours(Sheet.Paper.OPENING), votes(), cell(), cell(), Arbitraries.integers())
                .as((beside, hours, votes, blank, unreadable, seed) -> CountCertificate.signedBy(
                        Ed25519Secret.ofSeed(
                                Sha256.of(new byte[] {seed.byteValue()}).bytes()),
                        beside,
                        hours.opening(),
                        hours.offset(),
                        votes,
                        blank,
                        unreadable));
    }

    static Arbitrary<Sheet> sheet() {
        Arbitrary<int[]> numbers = Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, Sheet.SHEETS_MOST))
                .flatMap(of -> Arbitraries.integers().between(1, of).map(number -> new int[] {number, of}));
        Arbitrary<PaperAndHours> hours = Arbitraries.of(Sheet.Paper.values())
                .flatMap(paper -> hours(paper).map(h -> new PaperAndHours(paper, h)));
        return Combinators.combine(
                        Arbitraries.of(KeyAlgorithm.values()),
                        id(),
                        definition(),
                        Combinators.combine(id(), id(), id()).as(List::of),
                        numbers,
                        hours,
                        votes(),
                        counts())
                .as((algorithm, election, definition, ids, number, when, votes, counts) -> new Sheet(
                        algorithm,
                        election,
                        definition,
                        new StationCode(ids.get(0)),
                        new ContestId(ids.get(1)),
                        number[0],
                        number[1],
                        when.paper(),
                        new MachineId(ids.get(2)),
                        when.hours(),
                        votes,
                        counts));
    }

    private record PaperAndHours(Sheet.Paper paper, SheetHours hours) {}

    private static Arbitrary<String> id() {
        Arbitrary<Integer> sizes = Arbitraries.oneOf(Arbitraries.integers().between(1, 16), Arbitraries.just(60));
        return sizes.flatMap(size -> Arbitraries.of(PIECES).list().ofSize(size).map(list -> {
            StringBuilder text = new StringBuilder();
            list.stream().filter(piece -> text.length() + piece.length() <= 60).forEach(text::append);
            return text.toString();
        }));
    }

    private static Arbitrary<SpokenHash> definition() {
        return Arbitraries.bigIntegers()
                .between(BigInteger.ZERO, BigInteger.TWO.pow(128).subtract(BigInteger.ONE))
                .map(number -> "0".repeat(40 - number.toString().length()) + number)
                .map(digits -> new SpokenHash(digits.replaceAll("([0-9]{4})(?!$)", "$1 ")));
    }

    private static Arbitrary<SheetHours> hours(Sheet.Paper paper) {
        Arbitrary<LocalDateTime> times = Arbitraries.longs()
                .between(0, 4_223_371_679L)
                .map(minutes -> LocalDateTime.of(1970, 1, 1, 0, 0).plusMinutes(minutes));
        Arbitrary<ZoneOffset> offsets =
                Arbitraries.integers().between(-48, 56).map(quarters -> ZoneOffset.ofTotalSeconds(quarters * 15 * 60));
        return Combinators.combine(times, times, offsets)
                .as((one, other, offset) -> paper == Sheet.Paper.OPENING
                        ? new SheetHours(one, one, offset)
                        : one.isBefore(other)
                                ? new SheetHours(one, other, offset)
                                : new SheetHours(other, one, offset));
    }

    private static Arbitrary<Integer> cell() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 700), Arbitraries.integers().between(0, Cell.MOST));
    }

    private static Arbitrary<List<Integer>> votes() {
        Arbitrary<Integer> sizes = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(20, Arbitraries.integers().between(1, 40)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(41, Sheet.VOTES_MOST)));
        return sizes.flatMap(size -> cell().list().ofSize(size));
    }

    private static Arbitrary<Map<Figure.Count, Integer>> counts() {
        List<Figure.Count> known = List.of(
                Figure.Count.REGISTERED,
                Figure.Count.VOTERS,
                Figure.Count.BALLOTS,
                Figure.Count.NULL,
                Figure.Count.BLANK);
        return Combinators.combine(
                        cell().injectNull(0.3).list().ofSize(known.size()),
                        Arbitraries.integers().between(0, 2))
                .as((values, always) -> {
                    Map<Figure.Count, Integer> counts = new EnumMap<>(Figure.Count.class);
                    for (int i = 0; i < known.size(); i++) {
                        Integer value = values.get(i);
                        if (value != null) {
                            counts.put(known.get(i), value);
                        }
                    }
                    counts.putIfAbsent(known.get(always), 512);
                    return counts;
                });
    }
}
