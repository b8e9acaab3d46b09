package org.cotejo.pictures;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.capture.form.FormReader;
import org.cotejo.capture.print.PrintReader;
import org.jspecify.annotations.Nullable;

/** The one reader of print of a run, opened when the first print is to be read. Where it can't be, that is said once. */
public final class PrintForms implements Supplier<Optional<FormReader>> {
    private final Consumer<Sentence> listener;
    private boolean wasAsked;
    private @Nullable FormReader reader;

    /** {@code listener} hears why print can't be read. */
    public PrintForms(Consumer<Sentence> listener) {
        this.listener = listener;
    }

    @Override
    public synchronized Optional<FormReader> get() {
        if (!wasAsked) {
            wasAsked = true;
            switch (PrintReader.open()) {
                case Result.Ok<PrintReader>(PrintReader opened) -> reader = new FormReader(opened);
                case Result.Refused<PrintReader>(Problem problem) ->
                    listener.accept(new Sentence(problem.line("en"), problem.line("es")));
            }
        }
        return Optional.ofNullable(reader);
    }
}
