package org.cotejo.capture.checker;

/** Which grammar a text has. */
public enum SheetKind {
    /** A sheet that a station's machine signed (docs/formats/sheet.md). */
    COTEJO("cotejo"),
    /** The code on a sheet of Venezuela, 28 July 2024 (docs/formats/venezuela.md, section 3). */
    VENEZUELA_2024("ve-2024"),
    /** The codes of a Brazilian ballot box report (docs/formats/brazil.md). */
    BRAZIL_BU("br-bu");

    private final String key;

    SheetKind(String key) {
        this.key = key;
    }

    /** As JSON names it. */
    public String key() {
        return key;
    }
}
