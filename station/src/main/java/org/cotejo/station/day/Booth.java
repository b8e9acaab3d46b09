package org.cotejo.station.day;

/** What happens in the booth while the station is open. */
public sealed interface Booth {
    /** Nobody votes; the presiding officer may release a ballot. */
    record Idle() implements Booth {}

    /** A ballot was released and nothing is confirmed: the voter chooses. */
    record Released() implements Booth {}

    /** The voter confirmed, and the machine waits for what the voter says of the receipt. */
    record Checking(Strip strip) implements Booth {}

    /** What is known of the receipt's strip of paper. */
    enum Strip {
        /** The printer is at it. */
        PRINTING,
        /** The power failed while the printer was at it: nobody knows what came out, and whatever did is void. */
        UNKNOWN,
        /** It did not come out whole; what came out is void. */
        FAILED,
        /** It came out whole. */
        PRINTED
    }
}
