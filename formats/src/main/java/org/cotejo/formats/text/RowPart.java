package org.cotejo.formats.text;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Where;

/** Some rows of a file that follow each other. Their lines are counted within the part until somebody needs the file's. */
public final class RowPart {
    private final LongSupplier linesBefore;
    private final Consumer<Consumer<Row>> rows;

    RowPart(LongSupplier linesBefore, Consumer<Consumer<Row>> rows) {
        this.linesBefore = linesBefore;
        this.rows = rows;
    }

    /** Gives each row to {@code sink}, the same {@link Row} filled anew; what it refuses, it refuses with lines within the part. */
    public void rows(Consumer<Row> sink) {
        rows.accept(sink);
    }

    /** A refusal with a line within the part as one with the line of the file. */
    public RefusedException inFile(RefusedException refused) {
        Problem problem = refused.problem();
        Where where = problem.where();
        return where.line() == 0
                ? refused
                : new RefusedException(new Problem(
                        problem.code(),
                        new Where(where.file(), where.line() + linesBefore.getAsLong(), where.field()),
                        problem.sentence()));
    }
}
