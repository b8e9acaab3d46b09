package org.cotejo.verify.time;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampToken;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Holds a token against the certificate of whoever is said to have signed it: may that one give times, was the certificate valid
 * then, is the signature true, and does it lead to somebody who is pinned.
 */
record SignerCheck(
        TimeStampToken token,
        Instant time,
        Duration accuracy,
        List<X509Certificate> pinned,
        Collection<X509CertificateHolder> carried) {
    private static final int RSA_BITS_LEAST = 2048;
    private static final int NAME_MOST = 200;
    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId(),
            NISTObjectIdentifiers.id_sha3_256.getId(),
            NISTObjectIdentifiers.id_sha3_384.getId(),
            NISTObjectIdentifiers.id_sha3_512.getId());

    TimeVerdict under(X509CertificateHolder holder) {
        try {
            X509Certificate certificate = Certificates.of(holder);
            TimeVerdict fault = fault(holder, certificate);
            if (fault != null) {
                return fault;
            }
            return Certificates.isTrusted(certificate, pinned, carried, time)
                    ? new TimeVerdict.Proven(time, accuracy, proven(certificate, holder))
                    : unchecked(notPinned(certificate, holder));
        } catch (GeneralSecurityException | IOException e) {
            return unchecked(new Sentence(
                    "its authority's certificate is of a kind that this platform can't read",
                    "el certificado de su autoridad es de un tipo que esta plataforma no sabe leer"));
        }
    }

    private @Nullable TimeVerdict fault(X509CertificateHolder holder, X509Certificate certificate) {
        try {
            TSPUtil.validateCertificate(holder);
        } catch (TSPValidationException e) {
            return new TimeVerdict.Refuted(
                    new Sentence(
                            "the certificate that signed it is not one for giving times alone (critical extended key usage timeStamping)",
                            "el certificado que lo firmó no es uno sólo para sellar el tiempo (uso extendido crítico timeStamping)"));
        }
        if (!holder.isValidOn(Date.from(time))) {
            return new TimeVerdict.Refuted(new Sentence(
                            "the certificate that signed it was valid from {0} to {1}, and not at {2}",
                            "el certificado que lo firmó fue válido de {0} a {1}, y no en {2}")
                    .with(
                            holder.getNotBefore().toInstant(),
                            holder.getNotAfter().toInstant(),
                            time));
        }
        SignerInformation signer =
                token.toCMSSignedData().getSignerInfos().getSigners().iterator().next();
        boolean isWeak = !DIGESTS.contains(signer.getDigestAlgOID())
                || certificate.getPublicKey() instanceof RSAKey key
                        && key.getModulus().bitLength() < RSA_BITS_LEAST;
        if (isWeak) {
            return unchecked(new Sentence(
                    "it is signed with a hash or a key that is too weak today",
                    "está firmado con un hash o una clave demasiado débil hoy"));
        }
        return signature(holder);
    }

    private @Nullable TimeVerdict signature(X509CertificateHolder holder) {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(holder));
            return null;
        } catch (TSPValidationException e) {
            return falseSignature();
        } catch (TSPException e) {
            return isFalse(e)
                    ? falseSignature()
                    : unchecked(new Sentence(
                            "it is signed in a way that this platform can't verify",
                            "está firmado de un modo que esta plataforma no sabe verificar"));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            return unchecked(new Sentence(
                    "its authority's key is of a kind that this platform does not know",
                    "la clave de su autoridad es de un tipo que esta plataforma no conoce"));
        } catch (RuntimeException e) {
            // The library tells malformed bytes by exceptions of every kind.
            return falseSignature();
        }
    }

    private static boolean isFalse(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CMSSignerDigestMismatchException || cause instanceof SignatureException) {
                return true;
            }
        }
        return false;
    }

    private static TimeVerdict falseSignature() {
        return new TimeVerdict.Refuted(new Sentence(
                "its signature is not by the certificate that it names", "su firma no es del certificado que nombra"));
    }

    private TimeVerdict unchecked(Sentence why) {
        return new TimeVerdict.Unchecked(time, why);
    }

    private Sentence proven(X509Certificate certificate, X509CertificateHolder holder) throws GeneralSecurityException {
        return new Sentence(
                        "it existed at {0}, as {1} has signed (certificate with SHA-256 {2}, pinned or issued below a pinned one; whether it was revoked was not looked at)",
                        "existía en {0}, según firmó {1} (certificado con SHA-256 {2}, fijado o emitido bajo uno fijado; no se miró si fue revocado)")
                .with(time, name(holder), Sha256.of(certificate.getEncoded()));
    }

    private Sentence notPinned(X509Certificate certificate, X509CertificateHolder holder)
            throws GeneralSecurityException {
        return new Sentence(
                        "it says {0}; {1} has signed it (certificate with SHA-256 {2}), which leads to no certificate that you pinned with --tsa-cert",
                        "dice {0}; lo firmó {1} (certificado con SHA-256 {2}), que no lleva a ningún certificado que usted fijara con --tsa-cert")
                .with(time, name(holder), Sha256.of(certificate.getEncoded()));
    }

    private static String name(X509CertificateHolder holder) {
        return "\"" + Plain.of(holder.getSubject().toString(), NAME_MOST) + "\"";
    }
}
