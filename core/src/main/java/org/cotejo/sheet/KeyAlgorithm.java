package org.cotejo.sheet;

/** How a machine signs; the order is part of the entries' format. */
public enum KeyAlgorithm {
    /** Ed25519 (RFC 8032), pure. */
    ED25519("ED25519"),
    /** The same arithmetic with a key of a rehearsal, which counts in rehearsals alone. */
    ED25519_DEMO("ED25519-DEMO");

    private final String label;

    KeyAlgorithm(String label) {
        this.label = label;
    }

    /** As it stands in the text of a sheet. */
    public String label() {
        return label;
    }

    /** Whether keys of this kind count in the election of this id: those of rehearsals where its name says that it is one. */
    public boolean countsIn(String election) {
        return this == ED25519 || election.startsWith("sim-") || election.startsWith("demo-");
    }
}
