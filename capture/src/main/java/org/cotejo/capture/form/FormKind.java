package org.cotejo.capture.form;

/** Whose layout a printed sheet has. */
public enum FormKind {
    /** The strip of Venezuela, 28 July 2024. */
    VENEZUELA_2024("ve-2024"),
    /** A sheet that a machine of Cotejo printed, on a strip or on A4. */
    COTEJO("cotejo"),
    /** A sheet with printed names and boxes in which figures were written by hand, one digit a box; nothing of it counts. */
    HANDWRITTEN("handwritten");

    private final String key;

    FormKind(String key) {
        this.key = key;
    }

    /** As JSON names it. */
    public String key() {
        return key;
    }
}
