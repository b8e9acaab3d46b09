package org.cotejo.verify.time;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.jspecify.annotations.Nullable;

/** A token of a time-stamping authority (RFC 3161), bare or in the response that brought it. */
final class Rfc3161Token implements Timestamp {
    private static final Map<ASN1ObjectIdentifier, String> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384",
            NISTObjectIdentifiers.id_sha512, "SHA-512");

    private static final int GRANTED_WITH_MODS = 1;
    private static final int REASON_MOST = 200;

    /** Authorities put two to five into a token; paths among hundreds take minutes to look for. */
    static final int CERTIFICATES_MOST = 32;

    private static final long SECONDS_MOST = 86_400;

    private final TimeStampToken token;
    private final List<X509CertificateHolder> carried;
    private final ASN1ObjectIdentifier algorithm;
    private final byte[] imprint;
    private final Instant time;
    private final Duration accuracy;

    private Rfc3161Token(TimeStampToken token) {
        this.token = token;
        this.carried = List.copyOf(token.getCertificates().getMatches(null));
        TimeStampTokenInfo info = token.getTimeStampInfo();
        this.algorithm = info.getMessageImprintAlgOID();
        this.imprint = info.getMessageImprintDigest();
        this.time = info.getGenTime().toInstant();
        this.accuracy = accuracy(info.getGenTimeAccuracy());
    }

    private static Duration accuracy(@Nullable GenTimeAccuracy accuracy) {
        if (accuracy == null) {
            return Duration.ZERO;
        }
        long seconds = Math.clamp(accuracy.getSeconds(), 0, SECONDS_MOST);
        return Duration.ofSeconds(seconds)
                .plusMillis(Math.clamp(accuracy.getMillis(), 0, 999))
                .plusNanos(1000L * Math.clamp(accuracy.getMicros(), 0, 999));
    }

    static Result<Timestamp> read(byte[] file) {
        if (file.length > SIZE_MOST) {
            return Result.refused(TimeProblem.TOKEN.because("it is too long", "es demasiado largo"));
        }
        try {
            ASN1Sequence outer = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(file));
            if (outer.size() > 0 && outer.getObjectAt(0) instanceof ASN1ObjectIdentifier) {
                return taken(new TimeStampToken(ContentInfo.getInstance(outer)));
            }
            TimeStampResponse response = new TimeStampResponse(TimeStampResp.getInstance(outer));
            TimeStampToken token = response.getTimeStampToken();
            if (response.getStatus() < 0 || response.getStatus() > GRANTED_WITH_MODS || token == null) {
                return Result.refused(notGranted(response));
            }
            return taken(token);
        } catch (TSPValidationException e) {
            return Result.refused(TimeProblem.TOKEN.because(
                    "what it says of itself does not fit together, such as two times or two certificates",
                    "lo que dice de sí mismo no concuerda, como dos horas o dos certificados"));
        } catch (IOException | TSPException e) {
            return malformed();
        } catch (RuntimeException e) {
            // The library tells malformed bytes by exceptions of every kind.
            return malformed();
        }
    }

    private static Result<Timestamp> taken(TimeStampToken token) {
        int carried = token.getCertificates().getMatches(null).size();
        return carried > CERTIFICATES_MOST
                ? Result.refused(TimeProblem.MANY.because(
                        carried + ", at most " + CERTIFICATES_MOST, carried + ", a lo sumo " + CERTIFICATES_MOST))
                : Result.ok(new Rfc3161Token(token));
    }

    private static Result<Timestamp> malformed() {
        return Result.refused(TimeProblem.TOKEN.because(
                "its bytes are not in that form, or are cut off", "sus bytes no tienen esa forma, o está cortado"));
    }

    private static Problem notGranted(TimeStampResponse response) {
        String said = response.getStatusString();
        String reason = "status " + response.getStatus() + (said == null ? "" : ", " + Plain.of(said, REASON_MOST));
        return TimeProblem.NOT_GRANTED.because(reason, reason);
    }

    @Override
    public boolean isOver(byte[] stamped) {
        String name = DIGESTS.get(algorithm);
        return name != null && MessageDigest.isEqual(digest(name, stamped), imprint);
    }

    @Override
    public TimeVerdict judge(byte[] stamped, TimeTrust trust) {
        if (!DIGESTS.containsKey(algorithm)) {
            return new TimeVerdict.Unchecked(
                    time,
                    new Sentence(
                                    "its imprint is made by {0}; SHA-256, SHA-384 or SHA-512 was expected",
                                    "su resumen está hecho con {0}; se esperaba SHA-256, SHA-384 o SHA-512")
                            .with(algorithm));
        }
        if (!isOver(stamped)) {
            return new TimeVerdict.Refuted(new Sentence("it is over something else", "es de otra cosa"));
        }
        SignerCheck check = new SignerCheck(token, time, accuracy, trust.authorities(), carried);
        List<TimeVerdict> verdicts = new ArrayList<>();
        for (X509CertificateHolder certificate : signers(trust)) {
            verdicts.add(check.under(certificate));
        }
        // More than one can say to be the signer's; the one that is lets the signature hold.
        return verdicts.stream()
                .filter(verdict -> !(verdict instanceof TimeVerdict.Refuted))
                .findFirst()
                .or(() -> verdicts.stream().findFirst())
                .orElseGet(() -> new TimeVerdict.Unchecked(
                        time,
                        new Sentence(
                                "it does not carry its authority's certificate: give that with --tsa-cert",
                                "no lleva el certificado de su autoridad: délo con --tsa-cert")));
    }

    /** The certificates that may be the signer's: those that it carries and those that are pinned. */
    private Set<X509CertificateHolder> signers(TimeTrust trust) {
        SignerId id = token.getSID();
        Set<X509CertificateHolder> signers = new LinkedHashSet<>();
        for (Collection<X509CertificateHolder> some : List.of(Certificates.holders(trust.authorities()), carried)) {
            some.stream().filter(id::match).forEach(signers::add);
        }
        return signers;
    }

    private static byte[] digest(String name, byte[] stamped) {
        try {
            return MessageDigest.getInstance(name).digest(stamped);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }
}
