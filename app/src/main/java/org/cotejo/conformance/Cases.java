package org.cotejo.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;

/** Collects what comes of the cases of one file. */
final class Cases {
    /** How a refused value is written, before its code. */
    static final String REFUSED = "refused ";

    private static final int SHOWN_MOST = 200;

    private final List<String> passed = new ArrayList<>();
    private final List<FileReport.Failure> failures = new ArrayList<>();
    private final List<FileReport.Remark> remarks = new ArrayList<>();

    /** Computes and compares; a case that is itself not in its form is a failure. */
    void same(String id, Supplier<String> expected, Supplier<String> got) {
        String wanted;
        try {
            wanted = expected.get();
        } catch (RefusedException | IllegalArgumentException | ArithmeticException e) {
            failed(id, "a case that can't be read: " + e.getMessage(), "a case of a known form");
            return;
        }
        String computed;
        try {
            computed = got.get();
        } catch (RefusedException | IllegalArgumentException | ArithmeticException e) {
            failed(id, "a case that can't be read: " + e.getMessage(), wanted);
            return;
        }
        if (computed.equals(wanted)) {
            passed.add(id);
        } else {
            failed(id, computed, wanted);
        }
    }

    void same(String id, String expected, Supplier<String> got) {
        same(id, () -> expected, got);
    }

    /** A whole case whose members are read while it is recomputed: what can't be read of it fails it. */
    void read(String id, Runnable one) {
        try {
            one.run();
        } catch (RefusedException | IllegalArgumentException | ArithmeticException e) {
            failed(id, "a case that can't be read: " + e.getMessage(), "a case of a known form");
        }
    }

    void passed(String id) {
        passed.add(id);
    }

    void failed(String id, String got, String expected) {
        failures.add(new FileReport.Failure(id, shown(got), shown(expected)));
    }

    void remark(String id, Sentence sentence) {
        remarks.add(new FileReport.Remark(id, sentence));
    }

    private static String shown(String value) {
        String line = value.strip().replace('\n', ' ');
        return line.length() <= SHOWN_MOST ? line : line.substring(0, SHOWN_MOST) + "...";
    }

    /** {@code taken}, or {@code refused} with the code. */
    static String verdict(Result<?> result, String taken) {
        return switch (result) {
            case Result.Ok<?> _ -> taken;
            case Result.Refused<?>(Problem problem) -> REFUSED + problem.code();
        };
    }

    /** {@code taken} or {@code refused}. */
    static String bareVerdict(Result<?> result) {
        return verdict(result, "taken").startsWith(REFUSED) ? REFUSED.strip() : "taken";
    }

    FileReport report(String file, Sentence kind) {
        if (passed.isEmpty() && failures.isEmpty()) {
            failed("-", "no case", "at least one case");
        }
        return new FileReport(file, kind, passed, failures, remarks);
    }
}
