package org.cotejo.base;

/**
 * Carries a {@link Problem} through code whose callers all do the same with it: undo what was begun and tell the user.
 * It is thrown while a file is read row by row and caught once, where the import was started.
 */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public RefusedException(Problem problem) {
        super(problem.line("en"), null, false, false);
        this.problem = problem;
    }

    /** What was refused, where and why. */
    public Problem problem() {
        return problem;
    }
}
