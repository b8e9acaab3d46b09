package org.cotejo.formats.text;

import java.util.function.Consumer;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Where;
import org.jspecify.annotations.Nullable;

/** Some rows of a file that follow each other. Their lines are counted within the part until somebody needs the file's. */
public final class RowPart {
    private final RowFile file;
    private final @Nullable PlainLines lines;
    private final PlainLines.@Nullable Part part;

    RowPart(RowFile file, @Nullable PlainLines lines, PlainLines.@Nullable Part part) {
        this.file = file;
        this.lines = lines;
        this.part = part;
    }

    /**
     * Gives each row to {@code sink}, the same {@link Row} filled anew; what it refuses, it refuses with lines within the part.
     * Returns how many lines the part has, 0 where its lines are those of the file.
     */
    public int rows(Consumer<Row> sink) {
        PlainBytes bytes = plainBytes();
        if (bytes == null) {
            file.rows(sink);
            return 0;
        }
        return bytes.rows(sink);
    }

    /**
     * The part's lines as bytes, for a reader that looks for what is usual by itself; null where the rows are not plain lines.
     */
    public @Nullable PlainBytes plainBytes() {
        return lines == null || part == null ? null : lines.bytes(file, part);
    }

    /** A refusal with a line within the part as one with the line of the file, in which so many lines come before the part. */
    public RefusedException inFile(RefusedException refused, long linesBefore) {
        Problem problem = refused.problem();
        Where where = problem.where();
        if (where.line() == 0 || lines == null || part == null) {
            return refused;
        }
        Where inFile = new Where(where.file(), where.line() + linesBefore, where.field());
        return new RefusedException(new Problem(problem.code(), inFile, problem.sentence()));
    }
}
