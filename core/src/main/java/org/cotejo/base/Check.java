package org.cotejo.base;

import org.jspecify.annotations.Nullable;

/** Refuses a programmer's mistake with the values that were wrong; never used for what the world sends. */
public final class Check {
    private Check() {}

    /** Throws {@link IllegalArgumentException} with {@code message} formatted with {@code values} unless it holds. */
    public static void that(boolean holds, String message, @Nullable Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }

    /** {@code index} itself; throws {@link IndexOutOfBoundsException} unless it is 0 to {@code size}-1. */
    public static int index(int index, int size) {
        return java.util.Objects.checkIndex(index, size);
    }
}
