package org.cotejo.base;

import java.util.function.Function;

/** What came of reading something from the world: a value, or the problem for which it was refused. */
public sealed interface Result<T> {
    /** It was read, and {@code value} is valid. */
    record Ok<T>(T value) implements Result<T> {}

    /** It was refused. */
    record Refused<T>(Problem problem) implements Result<T> {}

    static <T> Result<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Result<T> refused(Problem problem) {
        return new Refused<>(problem);
    }

    /** Goes on with the value, or passes the refusal on. */
    default <U> Result<U> then(Function<T, Result<U>> next) {
        return switch (this) {
            case Ok<T>(T value) -> next.apply(value);
            case Refused<T>(Problem problem) -> refused(problem);
        };
    }

    /** The value; throws {@link RefusedException} with the problem where there is none. */
    default T orThrow() {
        return orThrow(RefusedException::new);
    }

    /** The value; throws what {@code refusal} makes of the problem where there is none. */
    default <X extends RuntimeException> T orThrow(Function<Problem, X> refusal) {
        if (this instanceof Refused<T>(Problem problem)) {
            throw refusal.apply(problem);
        }
        return ((Ok<T>) this).value();
    }
}
