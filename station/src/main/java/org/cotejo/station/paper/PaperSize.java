package org.cotejo.station.paper;

/** What is printed on: rolls of a thermal printer at 203 dots an inch (8 dots a millimetre), or A4. */
public enum PaperSize {
    /** A roll of 80 mm, of which 72 mm are printed. */
    ROLL_80(80, 576),
    /** A roll of 58 mm, of which 48 mm are printed. */
    ROLL_58(58, 384),
    /** A sheet of 210 by 297 mm. */
    A4(210, 0);

    /** Dots a millimetre of the rolls. */
    public static final int DOTS_A_MM = 8;

    private final int millimetres;
    private final int dots;

    PaperSize(int millimetres, int dots) {
        this.millimetres = millimetres;
        this.dots = dots;
    }

    /** Width of the paper. */
    public int millimetres() {
        return millimetres;
    }

    /** Dots across what is printed of a roll; 0 for A4, which is not printed in dots. */
    public int dots() {
        return dots;
    }

    public boolean isRoll() {
        return dots > 0;
    }
}
