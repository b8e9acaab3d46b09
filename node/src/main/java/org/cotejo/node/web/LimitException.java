package org.cotejo.node.web;

import java.io.IOException;
import org.cotejo.base.Sentence;

/** The other side did what nobody has to put up with: an answer too long, too slow, or a redirection elsewhere. */
public final class LimitException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    LimitException(Sentence sentence) {
        super(sentence.en());
        this.sentence = sentence;
    }

    /** What it did. */
    public Sentence sentence() {
        return sentence;
    }

    static LimitException tooLong(String url, long most) {
        return new LimitException(
                new Sentence("{0} sends more than {1} bytes", "{0} envía más de {1} bytes").with(url, most));
    }
}
