package org.cotejo.covered;

import org.cotejo.base.Sentence;

/** Why a text file of a redaction can't be read, in words for whoever has it in hand. */
public final class TextFault {
    private TextFault() {}

    /** It is longer than any. */
    public static Sentence tooLong(int bytes) {
        return new Sentence("it has {0} bytes, which is too long", "tiene {0} bytes, que es demasiado").with(bytes);
    }

    /** Its first line is another one. */
    public static Sentence begins(String expected) {
        return new Sentence("it does not begin with the line \u201c{0}\u201d", "no empieza con la línea «{0}»")
                .with(expected);
    }

    /** A line of it can't be read; counted from 1. */
    public static Sentence line(int number) {
        return new Sentence("its line {0} is not as it must be", "su línea {0} no es como debe ser").with(number);
    }

    /** It has other parts than it says. */
    public static Sentence count(int found, int expected) {
        return new Sentence("it lists {0} parts instead of {1}", "enumera {0} partes en vez de {1}")
                .with(found, expected);
    }

    /** Everything in it can be read, but it is not written as it would be. */
    public static Sentence otherForm() {
        return new Sentence(
                "it is written in another form than the one allowed",
                "está escrita en otra forma que la única permitida");
    }
}
