package org.cotejo.app;

/** The exit codes, relied on from outside. */
final class Exit {
    /** It ran, and what was asked to be proven is proven. */
    static final int PROVEN = 0;
    /** Refuted, with evidence. */
    static final int REFUTED = 1;
    /** The input or the command line is wrong; the message says where. */
    static final int BAD_INPUT = 2;
    /** Could not be checked: never the same as fine. */
    static final int UNCHECKED = 3;
    /** The disk, the network or Cotejo itself failed. */
    static final int MACHINE_FAILED = 4;

    private Exit() {}
}
