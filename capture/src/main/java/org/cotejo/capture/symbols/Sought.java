package org.cotejo.capture.symbols;

/** What a reader of symbols is to look for; it goes on while nothing of that was found. */
public interface Sought {
    /** Whether a text is of the kind that is looked for. */
    boolean isSought(String text);

    /** Whether nothing in a text itself can show that it was misread, so that a second decoder must read it too. */
    boolean needsSecond(String text);

    /** Everything, each read twice. */
    Sought ANYTHING = new Sought() {
        @Override
        public boolean isSought(String text) {
            return true;
        }

        @Override
        public boolean needsSecond(String text) {
            return true;
        }
    };
}
