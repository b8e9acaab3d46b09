package org.cotejo.verify.time;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Result;

/**
 * Whose clocks are believed, known from elsewhere than the publication.
 *
 * @param authorities certificates of time-stamping authorities, their own or those of the authorities above them
 * @param headers headers of Bitcoin blocks
 */
public record TimeTrust(List<X509Certificate> authorities, BlockHeaders headers) {
    /** Nobody's clock is believed. */
    public static final TimeTrust NONE = new TimeTrust(List.of(), BlockHeaders.NONE);

    /** Most bytes of a file of certificates. */
    public static final int CERTIFICATES_MOST = 1 << 20;

    public TimeTrust {
        authorities = List.copyOf(authorities);
    }

    /** Whether anything is there to check a timestamp with. */
    public boolean isAsked() {
        return !authorities.isEmpty() || !headers.isEmpty();
    }

    /** The certificates in a file, PEM or DER, one or more. */
    public static Result<List<X509Certificate>> certificates(byte[] file) {
        if (file.length > CERTIFICATES_MOST) {
            return Result.refused(TimeProblem.CERTIFICATES.because("it is longer than 1 MiB", "tiene más de 1 MiB"));
        }
        try {
            List<X509Certificate> found = new ArrayList<>();
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file))) {
                found.add((X509Certificate) one);
            }
            return found.isEmpty()
                    ? Result.refused(TimeProblem.CERTIFICATES.because("there is none in it", "no contiene ninguno"))
                    : Result.ok(List.copyOf(found));
        } catch (CertificateException e) {
            return Result.refused(TimeProblem.CERTIFICATES.because("it is malformed", "está mal formado"));
        }
    }
}
