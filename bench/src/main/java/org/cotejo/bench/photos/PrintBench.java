package org.cotejo.bench.photos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.cotejo.capture.checker.Checked;
import org.cotejo.capture.checker.Checker;
import org.cotejo.capture.checker.Known;
import org.cotejo.capture.checker.SheetReading;
import org.cotejo.capture.form.FormReader;
import org.cotejo.capture.form.PrintedCell;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.print.PrintReader;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tally.Figure;

/**
 * What is read of photos of sheets without a code, by turns thermal strips and A4, each photographed at every level: how many numbers
 * are taken and right, how many go to people, how many whole sheets would count.
 */
final class PrintBench {
    private PrintBench() {}

    /** One level of hardness. */
    private static final class Score {
        private int photos;
        private int seen;
        private int numbers;
        private int taken;
        private int wrong;
        private int whole;
        private int counted;
        private int countedWrong;
        private final List<Double> seconds = new ArrayList<>();

        String row(String level) {
            double[] sorted =
                    seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return String.format(
                    Locale.ROOT,
                    "| %s | %d of %d | %d | %d | %d | %.1f %% | %d | %d | %d | %.1f |",
                    level,
                    seen,
                    photos,
                    numbers,
                    taken,
                    wrong,
                    100.0 * (numbers - taken) / Math.max(1, numbers),
                    whole,
                    counted,
                    countedWrong,
                    sorted[sorted.length / 2]);
        }

        void add(Score other) {
            photos += other.photos;
            seen += other.seen;
            numbers += other.numbers;
            taken += other.taken;
            wrong += other.wrong;
            whole += other.whole;
            counted += other.counted;
            countedWrong += other.countedWrong;
            seconds.addAll(other.seconds);
        }
    }

    /** Takes how many sheets are photographed at each level, and a seed. */
    public static void main(String[] args) {
        int sheets = Integer.parseInt(args[0]);
        long seed = Long.parseLong(args[1]);
        FormReader reader = new FormReader(PrintReader.open().orThrow());
        Score[] scores = new Score[Hardness.LEVELS];
        Arrays.setAll(scores, _ -> new Score());
        for (int number = 0; number < sheets; number++) {
            SplittableRandom random = new SplittableRandom(seed * 3_000_017 + number);
            SignedSheet signed = SheetTexts.plain(number, random);
            Contest contest = SheetTexts.plainContest();
            Grey paper =
                    number % 2 == 0 ? Strips.withoutCode(signed, contest) : Strips.pageWithoutCode(signed, contest);
            for (int level = 1; level <= Hardness.LEVELS; level++) {
                Grey photo = Strips.photoOfAll(paper, Hardness.of(level, random), random);
                one(reader, photo, signed, scores[level - 1], "sheet " + number + " at level " + level);
            }
        }
        System.out.println(
                "| level | sheets seen | numbers | taken | of these wrong | for people | all numbers right | whole sheets that count | of these wrong | median s |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        Score all = new Score();
        for (int i = 0; i < scores.length; i++) {
            System.out.println(scores[i].row(Integer.toString(i + 1)));
            all.add(scores[i]);
        }
        System.out.println(all.row("all"));
    }

    private static void one(FormReader reader, Grey photo, SignedSheet signed, Score score, String name) {
        long start = System.nanoTime();
        Optional<PrintedForm> form = reader.read(photo, 0);
        score.seconds.add((System.nanoTime() - start) / 1e9);
        score.photos++;
        score.seen += form.isPresent() ? 1 : 0;
        Map<String, Integer> truth = truth(signed);
        int right = 0;
        for (Map.Entry<String, Integer> row : truth.entrySet()) {
            OptionalInt taken = form.flatMap(read -> read.cell(row.getKey()))
                    .map(PrintedCell::agreed)
                    .orElse(OptionalInt.empty());
            if (taken.isPresent()) {
                score.taken++;
                if (taken.getAsInt() == row.getValue()) {
                    right++;
                } else {
                    score.wrong++;
                    System.err.printf(
                            "%s: %s is %d, taken for %d%n", name, row.getKey(), row.getValue(), taken.getAsInt());
                }
            }
        }
        score.numbers += truth.size();
        score.whole += right == truth.size() ? 1 : 0;
        form.flatMap(read -> counting(read, signed)).ifPresent(reading -> {
            score.counted++;
            boolean isRight = reading.station().equals(signed.sheet().station().value())
                    && reading.contests()
                            .getFirst()
                            .cells()
                            .subList(0, signed.sheet().votes().size())
                            .equals(signed.sheet().votes());
            score.countedWrong += isRight ? 0 : 1;
        });
    }

    /** What would count of a form, held against an election whose register has the sheet's station. */
    private static Optional<SheetReading> counting(PrintedForm form, SignedSheet signed) {
        Frame frame = new Frame();
        CustodianId custodian = new CustodianId("authority");
        SideId side = new SideId("authority");
        frame.apply(new Entry.DefinitionStated(new ElectionDefinition(
                signed.sheet().election(),
                "An election",
                ElectionDefinition.Origin.IMPORTED,
                List.of(),
                List.of(SheetTexts.plainContest()),
                List.of(new Side(side, "Authority")),
                List.of(new Custodian(custodian, side, "Authority")),
                null,
                null,
                null)));
        SourceId source = new SourceId(custodian, 1);
        frame.apply(new Entry.SourceOpened(new Source(
                source,
                Source.Kind.REGISTER,
                null,
                Provenance.OFFICIAL,
                List.of(),
                null,
                false,
                Sha256.of(new byte[0]))));
        frame.apply(new Entry.StationListed(
                source,
                signed.sheet().station(),
                PlaceTree.COUNTRY,
                signed.sheet().counts().getOrDefault(Figure.Count.REGISTERED, 0)));
        Checker checker = new Checker(Known.of(frame).orElseThrow());
        return checker.check(List.of(), List.of(form)).getFirst() instanceof Checked.Taken taken
                ? Optional.of(taken.reading())
                : Optional.empty();
    }

    private static Map<String, Integer> truth(SignedSheet signed) {
        Map<String, Integer> truth = new LinkedHashMap<>();
        List<Integer> votes = signed.sheet().votes();
        for (int i = 0; i < votes.size(); i++) {
            truth.put("votes " + (i + 1), votes.get(i));
        }
        Map<Figure.Count, Integer> counts = signed.sheet().counts();
        counts.forEach((count, number) -> truth.put(count.toString(), number));
        int valid = votes.stream().mapToInt(Integer::intValue).sum();
        truth.put("valid", valid);
        truth.put(
                "total",
                valid + counts.getOrDefault(Figure.Count.NULL, 0) + counts.getOrDefault(Figure.Count.BLANK, 0));
        return truth;
    }
}
