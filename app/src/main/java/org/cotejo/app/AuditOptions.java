package org.cotejo.app;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.base.Where;
import org.cotejo.custody.BallotManifest;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.RowFile;
import org.cotejo.formats.text.RowTerms;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import org.cotejo.tally.Cell;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What the plans of all kinds of audits are told on the command line. */
final class AuditOptions {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final CommandSpec spec;

    AuditOptions(CommandSpec spec) {
        this.spec = spec;
    }

    /** Refuses an id that can't be one, or that an audit has already. */
    static void checkNew(Frame frame, String id) {
        if (!id.matches("[A-Za-z0-9._-]{1,60}")) {
            throw AuditProblem.VALUE.of(
                    "--audit",
                    id,
                    "1 to 60 letters, digits, dots, low lines or dashes",
                    "1 a 60 letras, dígitos, puntos, guiones bajos o guiones");
        }
        if (frame.commitments().stream()
                .anyMatch(one -> one.commitment().audit().equals(id))) {
            throw AuditProblem.THERE_ALREADY.of("--audit", id);
        }
    }

    /** The contest that is named, or the only one. */
    ContestResult contest(Reconciliation election) {
        String wanted = Options.text(spec, "--contest");
        List<ContestResult> contests = election.contests();
        if (wanted == null && contests.size() == 1) {
            return contests.getFirst();
        }
        return contests.stream()
                .filter(result -> result.contest().id().value().equals(wanted))
                .findFirst()
                .orElseThrow(() -> AuditProblem.NO_CONTEST.of(
                        "--contest",
                        wanted == null ? "" : wanted,
                        contests.stream()
                                .map(result -> result.contest().id().value())
                                .collect(Collectors.joining(", "))));
    }

    /** Whether the published sheets are the claim; {@code otherwise} where nothing is said. */
    boolean isSheets(boolean otherwise) {
        String claim = Options.text(spec, "--claim");
        if (claim == null) {
            return otherwise;
        }
        return switch (claim) {
            case "sheets" -> true;
            case "announced" -> false;
            default -> throw AuditProblem.VALUE.of("--claim", claim, "announced or sheets", "announced o sheets");
        };
    }

    /** As {@code 5%} or {@code 0.05}. */
    BigDecimal share(String option) {
        String text = Objects.requireNonNull(Options.text(spec, option));
        boolean isPercent = text.endsWith("%");
        BigDecimal share =
                decimal(isPercent ? text.substring(0, text.length() - 1).strip() : text);
        if (share == null) {
            throw AuditProblem.VALUE.of(option, text, "a share, such as 5% or 0.05", "una proporción, como 5% o 0.05");
        }
        return isPercent ? share.divide(HUNDRED, 12, RoundingMode.HALF_UP).stripTrailingZeros() : share;
    }

    static @Nullable BigDecimal decimal(String text) {
        return text.matches("[0-9]{1,4}(\\.[0-9]{1,10})?") ? new BigDecimal(text) : null;
    }

    /** Bounds of a file of poll books, by station. */
    Map<StationCode, BallotManifest.Box> bounds(Register register) {
        String file = Options.text(spec, "--manifest");
        Map<StationCode, BallotManifest.Box> bounds = new HashMap<>();
        if (file == null) {
            return bounds;
        }
        RowFile rows = RowFile.open(file, InputFile.read(Path.of(file)).bytes(), RowTerms.TEMPLATE);
        int station = rows.column("station");
        int ballots = rows.column("ballots_at_most");
        int basis = rows.has("basis") ? rows.column("basis") : -1;
        rows.rows(row -> {
            StationCode code = OpenForms.station(register, row, station);
            String from = basis < 0 ? BallotManifest.Basis.POLL_BOOK.key() : row.text(basis);
            if (!from.equals(BallotManifest.Basis.POLL_BOOK.key())) {
                throw refused(
                        row.where(basis),
                        from,
                        "poll_book: registers are imported",
                        "poll_book: los registros se importan");
            }
            int most = row.cell(ballots);
            if (most < 0 || most > Cell.MOST) {
                throw refused(row.where(ballots), row.text(ballots), "a number of ballots", "un número de papeletas");
            }
            BallotManifest.Box before =
                    bounds.put(code, new BallotManifest.Box(code, most, BallotManifest.Basis.POLL_BOOK, ""));
            if (before != null && before.ballotsAtMost() != most) {
                throw refused(row.where(station), code.value(), "each station once", "cada mesa una vez");
            }
        });
        return bounds;
    }

    private static RuntimeException refused(Where where, String given, String en, String es) {
        return AuditProblem.VALUE.at(where, given, en, es);
    }
}
