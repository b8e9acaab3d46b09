package org.cotejo.bench.photos;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cotejo.capture.alteration.Alterations;
import org.cotejo.capture.alteration.Hint;
import org.cotejo.capture.form.FormReader;
import org.cotejo.capture.form.PrintedCell;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.print.PrintReader;

/** How often honest photos of sheets give a hint that a number was altered, and how often altered ones do. */
public final class AlterationBench {
    private AlterationBench() {}

    /** One level of hardness. */
    private static final class Score {
        private int photos;
        private int read;
        private int numbers;
        private int wrong;
        private int photosWithFalse;
        private int fluid;
        private int over;
        private int fluidSeen;
        private int overSeen;

        String row(int level) {
            return String.format(
                    Locale.ROOT,
                    "| %d | %d | %d | %d | %d | %d | %d of %d | %d of %d |",
                    level,
                    photos,
                    read,
                    numbers,
                    wrong,
                    photosWithFalse,
                    fluidSeen,
                    fluid,
                    overSeen,
                    over);
        }
    }

    /** Takes how many sheets are photographed at each level, and a seed. */
    public static void main(String[] args) {
        int sheets = Integer.parseInt(args[0]);
        long seed = Long.parseLong(args[1]);
        FormReader reader = new FormReader(PrintReader.open().orThrow());
        Score[] scores = new Score[Hardness.LEVELS];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = new Score();
        }
        for (int sheet = 0; sheet < sheets; sheet++) {
            SplittableRandom random = new SplittableRandom(seed * 9_000_011 + sheet);
            Grey strip = Strips.of(SheetTexts.printed(sheet, random));
            List<PrintedCell> cells =
                    reader.read(strip, 0).map(PrintedForm::cells).orElseThrow();
            for (int level = 1; level <= Hardness.LEVELS; level++) {
                one(reader, strip, cells.get(random.nextInt(cells.size())), level, random, scores[level - 1]);
            }
        }
        System.out.println(
                "| level | photos | sheets read | numbers | hints on honest numbers | honest photos with a hint | fluid seen | overwriting seen |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < scores.length; i++) {
            System.out.println(scores[i].row(i + 1));
        }
    }

    private static void one(
            FormReader reader, Grey strip, PrintedCell cell, int level, SplittableRandom random, Score score) {
        Hardness hardness = Hardness.of(level, random);
        Grey honest = Strips.photo(strip, hardness, random);
        Optional<PrintedForm> form = reader.read(honest, 0);
        score.photos++;
        if (form.isEmpty()) {
            return;
        }
        score.read++;
        score.numbers += form.get().cells().size();
        List<Hint> hints = Alterations.of(honest, 0, form.get());
        score.wrong += hints.size();
        score.photosWithFalse += hints.isEmpty() ? 0 : 1;
        int seen = seen(
                reader, Strips.fluid(strip, cell.digits(), random), hardness, cell, Hint.Kind.CORRECTION_FLUID, random);
        score.fluid += seen >= 0 ? 1 : 0;
        score.fluidSeen += Math.max(0, seen);
        seen = seen(
                reader,
                Strips.overwritten(strip, cell.digits(), random),
                hardness,
                cell,
                Hint.Kind.OVERWRITTEN,
                random);
        score.over += seen >= 0 ? 1 : 0;
        score.overSeen += Math.max(0, seen);
    }

    /** 1 if the alteration of a row was hinted at, 0 if not, -1 if the photo shows no sheet. */
    private static int seen(
            FormReader reader,
            Grey strip,
            Hardness hardness,
            PrintedCell cell,
            Hint.Kind kind,
            SplittableRandom random) {
        Grey photo = Strips.photo(strip, hardness, random);
        return reader.read(photo, 0)
                .map(form -> Alterations.of(photo, 0, form).stream()
                                .anyMatch(hint ->
                                        hint.kind() == kind && hint.row().equals(cell.row()))
                        ? 1
                        : 0)
                .orElse(-1);
    }
}
