package org.cotejo.verify.time;

/** What the end of a path in an OpenTimestamps proof refers to. */
sealed interface Attestation {
    /** The header of a Bitcoin block has the message as its Merkle root. */
    record Bitcoin(long height) implements Attestation {}

    /** A calendar promises to commit to the message. */
    record Pending(String calendar) implements Attestation {}

    /** Something that this program does not know, by its tag in hexadecimal digits. */
    record Unknown(String tag) implements Attestation {}
}
