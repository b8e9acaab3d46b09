package org.cotejo.node.web;

import java.io.IOException;
import java.io.OutputStream;

/** Asks others over a network, real or simulated. Safe for use by several threads. */
public interface Web {
    /**
     * Fetches a file into {@code sink} and returns the status. Of any other status than 200 nothing is written. Throws a {@link
     * LimitException} where the answer breaks a limit, and any other {@link IOException} where the network failed; something may have been
     * written then.
     */
    int get(String url, long most, OutputStream sink) throws IOException;

    /** Sends bytes and returns the answer, of at most {@code most} bytes. Never follows a redirection. */
    Answer post(String url, byte[] body, int most) throws IOException;

    /** An answer that was read whole. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Answer(int status, byte[] body) {}
}
