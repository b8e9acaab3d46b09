package org.cotejo.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.capture.PictureReading;
import org.cotejo.capture.checker.Checked;
import org.cotejo.capture.checker.SheetReading;

/**
 * What one picture comes to, for people and programs.
 *
 * @param sheet the sheet whose station and votes are shown; empty where nothing is to be believed
 * @param problems all of them, of file, picture and texts
 */
record Verdict(Status status, Optional<SheetReading> sheet, List<Problem> problems) {
    /** In the order of what is best. */
    enum Status {
        TAKEN,
        NOT_CHECKED,
        DOUBTFUL,
        NO_SHEET,
        REFUSED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Verdict of(PictureRead read) {
        Verdict verdict = judged(read);
        String file = read.file().toString();
        return new Verdict(
                verdict.status(),
                verdict.sheet(),
                // What is said of a code is said once, also where print says it too.
                verdict.problems().stream()
                        .map(problem -> problem.in(file))
                        .distinct()
                        .toList());
    }

    private static Verdict judged(PictureRead read) {
        List<Problem> problems = new ArrayList<>();
        read.problem().ifPresent(problems::add);
        if (read.reading().isEmpty()) {
            return new Verdict(Status.REFUSED, Optional.empty(), problems);
        }
        PictureReading reading = read.reading().get();
        problems.addAll(reading.problems());
        Status best = reading.kind().equals("unknown") || isRefused(reading) ? Status.REFUSED : Status.NO_SHEET;
        Optional<SheetReading> sheet = Optional.empty();
        for (Checked checked : reading.checked()) {
            Status status = status(checked);
            problems.addAll(problems(checked));
            if (status.compareTo(best) < 0) {
                best = status;
                sheet = believed(checked);
            }
        }
        if (best == Status.NO_SHEET) {
            problems.add(PicturesProblem.NOTHING.at(""));
        }
        reading.remarks().forEach(remark -> problems.add(remark.problem()));
        return new Verdict(best, sheet, problems);
    }

    private static boolean isRefused(PictureReading reading) {
        return reading.texts().isEmpty()
                && reading.remarks().isEmpty()
                && !reading.problems().isEmpty();
    }

    static Status status(Checked checked) {
        return switch (checked) {
            case Checked.Taken _ -> Status.TAKEN;
            case Checked.Unchecked _ -> Status.NOT_CHECKED;
            case Checked.Doubtful _ -> Status.DOUBTFUL;
            case Checked.Foreign _ -> Status.NO_SHEET;
        };
    }

    static List<Problem> problems(Checked checked) {
        return switch (checked) {
            case Checked.Taken taken -> taken.notes();
            case Checked.Unchecked open -> open.reasons();
            case Checked.Doubtful doubtful -> doubtful.reasons();
            case Checked.Foreign _ -> List.of();
        };
    }

    /** A doubtful reading is never given out as the picture's. */
    private static Optional<SheetReading> believed(Checked checked) {
        return switch (checked) {
            case Checked.Taken taken -> Optional.of(taken.reading());
            case Checked.Unchecked open -> Optional.of(open.reading());
            case Checked.Doubtful _, Checked.Foreign _ -> Optional.empty();
        };
    }
}
