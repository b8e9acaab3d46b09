package org.cotejo.verify.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.cotejo.crypto.Sha256;

/** Asks a time-stamping authority for a token, as bytes that somebody carries there. */
public final class TimestampRequest {
    private TimestampRequest() {}

    /**
     * An RFC 3161 request over the SHA-256 of these bytes, which asks for the authority's certificate too.
     *
     * @param nonce a random number of 64 bits, which the authority repeats
     */
    public static byte[] of(byte[] stamped, BigInteger nonce) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try {
            return generator
                    .generate(
                            NISTObjectIdentifiers.id_sha256, Sha256.of(stamped).bytes(), nonce)
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("encoding a request in memory", e);
        }
    }
}
