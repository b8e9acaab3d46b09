package org.cotejo.verify.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.tsp.TimeStampRequest;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of a real authority are proven by its pinned certificate alone, and every false one is told from one that can't be checked. */
class Rfc3161TokenTest {
    private static final byte[] HEAD =
            "log.example/2027\n3\nWqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "log.example/2027\n4\n".getBytes(StandardCharsets.UTF_8);
    private static final List<String> RSA = List.of("-newkey", "rsa:2048");
    private static final List<String> EC = List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");

    @TempDir
    static Path folder;

    private static TestAuthority authority;
    private static TestAuthority stranger;

    @BeforeAll
    static void makeAuthorities() throws IOException {
        authority = TestAuthority.in(folder.resolve("authority"));
        authority.signer("rsa", RSA, "tsa_cert", 30);
        authority.signer("ecdsa", EC, "tsa_cert", 30);
        stranger = TestAuthority.in(folder.resolve("stranger"));
        stranger.signer("foreign", EC, "tsa_cert", 30);
    }

    private static TimeTrust pinned(X509Certificate... certificates) {
        return new TimeTrust(List.of(certificates), BlockHeaders.NONE);
    }

    private static TimeVerdict judge(byte[] file, byte[] stamped, TimeTrust trust) {
        return Timestamp.read(Timestamp.Kind.TSR, file).orThrow().judge(stamped, trust);
    }

    private static byte[] ask(String signer) throws IOException {
        return authority.answer(signer, TimestampRequest.of(HEAD, BigInteger.valueOf(4711)));
    }

    @Test
    void theRequestIsOverTheHeadAndAsksForTheCertificate() throws Exception {
        TimeStampRequest request = new TimeStampRequest(TimestampRequest.of(HEAD, BigInteger.valueOf(4711)));
        assertEquals(Sha256.of(HEAD), new org.cotejo.crypto.Hash(request.getMessageImprintDigest()));
        assertTrue(request.getCertReq());
        assertEquals(BigInteger.valueOf(4711), request.getNonce());
    }

    @Test
    void aTokenIsProvenByItsAuthoritysRootAndByItsOwnCertificate() throws IOException {
        Instant before = Instant.now().minusSeconds(2);
        for (String signer : List.of("rsa", "ecdsa")) {
            byte[] answer = ask(signer);
            assertTrue(authority.isGood(answer, HEAD), "openssl agrees");
            for (String pin : List.of("root", signer)) {
                TimeVerdict verdict = judge(answer, HEAD, pinned(authority.certificate(pin)));
                TimeVerdict.Proven proven = assertInstanceOf(TimeVerdict.Proven.class, verdict, verdict::toString);
                assertTrue(proven.at().isAfter(before.minusSeconds(1)), proven::toString);
                assertEquals(Duration.ofMillis(1500), proven.give());
            }
        }
    }

    @Test
    void aBareTokenCountsAsMuchAsTheResponseAroundIt() throws IOException {
        byte[] token = authority.token(ask("rsa"));
        assertInstanceOf(TimeVerdict.Proven.class, judge(token, HEAD, pinned(authority.certificate("root"))));
    }

    @Test
    void longerImprintsAreTakenAndAWeakOneIsNot() throws IOException {
        TimeTrust trust = pinned(authority.certificate("root"));
        for (String digest : List.of("sha256", "sha384", "sha512")) {
            byte[] answer = authority.answer("rsa", authority.question(HEAD, digest, true));
            assertInstanceOf(TimeVerdict.Proven.class, judge(answer, HEAD, trust), digest);
            assertInstanceOf(TimeVerdict.Refuted.class, judge(answer, OTHER, trust), digest);
        }
        byte[] weak = authority.answer("rsa", authority.question(HEAD, "sha1", true));
        assertInstanceOf(TimeVerdict.Unchecked.class, judge(weak, HEAD, trust));
    }

    @Test
    void nobodyPinnedIsNeverProven() throws IOException {
        TimeVerdict verdict = judge(ask("rsa"), HEAD, TimeTrust.NONE);
        TimeVerdict.Unchecked unchecked = assertInstanceOf(TimeVerdict.Unchecked.class, verdict, verdict::toString);
        assertTrue(unchecked.claimed() != null && unchecked.why().en().contains("--tsa-cert"), unchecked::toString);
    }

    @Test
    void anotherAuthorityThanThePinnedOneIsUnchecked() throws IOException {
        byte[] foreign = stranger.answer("foreign", TimestampRequest.of(HEAD, BigInteger.TWO));
        for (String pin : List.of("root", "rsa")) {
            assertInstanceOf(
                    TimeVerdict.Unchecked.class, judge(foreign, HEAD, pinned(authority.certificate(pin))), pin);
        }
        assertInstanceOf(TimeVerdict.Proven.class, judge(foreign, HEAD, pinned(stranger.certificate("root"))));
    }

    @Test
    void aSignersOwnCertificateVouchesForNoOther() throws IOException {
        TimeVerdict verdict = judge(ask("ecdsa"), HEAD, pinned(authority.certificate("rsa")));
        assertInstanceOf(TimeVerdict.Unchecked.class, verdict, verdict::toString);
    }

    @Test
    void withoutItsCertificateATokenNeedsThePinnedOne() throws IOException {
        byte[] answer = authority.answer("rsa", authority.question(HEAD, "sha256", false));
        assertInstanceOf(TimeVerdict.Unchecked.class, judge(answer, HEAD, pinned(authority.certificate("root"))));
        assertInstanceOf(TimeVerdict.Proven.class, judge(answer, HEAD, pinned(authority.certificate("rsa"))));
    }

    @Test
    void aTokenOverSomethingElseIsRefuted() throws IOException {
        TimeVerdict verdict = judge(ask("rsa"), OTHER, pinned(authority.certificate("root")));
        assertInstanceOf(TimeVerdict.Refuted.class, verdict, verdict::toString);
    }

    @Test
    void everyByteOfTheSignedTimeCounts() throws IOException {
        TimeTrust trust = pinned(authority.certificate("root"));
        byte[] answer = ask("rsa");
        byte[] time =
                String.valueOf(java.time.Year.now(java.time.ZoneOffset.UTC)).getBytes(StandardCharsets.US_ASCII);
        int at = indexOf(answer, time, indexOf(answer, Sha256.of(HEAD).bytes(), 0));
        byte[] earlier = answer.clone();
        earlier[at + 3]--;
        assertTrue(isRefusedOrRefuted(earlier, trust), "another time than the one that was signed");
        byte[] unsigned = answer.clone();
        unsigned[unsigned.length - 5] ^= 1;
        assertInstanceOf(TimeVerdict.Refuted.class, judge(unsigned, HEAD, trust));
        assertInstanceOf(TimeVerdict.Refuted.class, judge(unsigned, HEAD, TimeTrust.NONE), "without a pin too");
    }

    private static boolean isRefusedOrRefuted(byte[] file, TimeTrust trust) {
        return switch (Timestamp.read(Timestamp.Kind.TSR, file)) {
            case Result.Ok<Timestamp>(Timestamp timestamp) ->
                timestamp.judge(HEAD, trust) instanceof TimeVerdict.Refuted;
            case Result.Refused<Timestamp>(Problem problem) -> problem.code().equals("TIME-101");
        };
    }

    private static int indexOf(byte[] all, byte[] part, int from) {
        for (int i = from; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    /** Openssl signs with no such certificate, so a token of another key is given theirs by the library. */
    @Test
    void aCertificateThatIsNotForGivingTimesIsRefuted() throws Exception {
        for (String kind : List.of("mail", "not_critical")) {
            authority.signer(kind, EC, kind, 30);
            TimeVerdict verdict = judge(
                    MadeToken.of(HEAD, authority.certificate(kind), authority.key(kind), Instant.now()),
                    HEAD,
                    pinned(authority.certificate("root")));
            TimeVerdict.Refuted refuted = assertInstanceOf(TimeVerdict.Refuted.class, verdict, verdict::toString);
            assertTrue(refuted.why().en().contains("timeStamping"), refuted::toString);
        }
    }

    @Test
    void aCertificateThatHadExpiredIsRefuted() throws Exception {
        Instant late = Instant.now().plus(Duration.ofDays(60));
        TimeVerdict verdict = judge(
                MadeToken.of(HEAD, authority.certificate("ecdsa"), authority.key("ecdsa"), late),
                HEAD,
                pinned(authority.certificate("root")));
        TimeVerdict.Refuted refuted = assertInstanceOf(TimeVerdict.Refuted.class, verdict, verdict::toString);
        assertTrue(refuted.why().en().contains("was valid from"), refuted::toString);
    }

    @Test
    void aTokenThatIsMadeHereIsAsGoodAsOneOfOpenssl() throws Exception {
        byte[] made = MadeToken.of(HEAD, authority.certificate("ecdsa"), authority.key("ecdsa"), Instant.now());
        TimeVerdict verdict = judge(made, HEAD, pinned(authority.certificate("root")));
        assertInstanceOf(TimeVerdict.Proven.class, verdict, verdict::toString);
    }

    @Test
    void theKeyOfAnotherUnderTheNameOfTheAuthorityIsRefuted() throws Exception {
        byte[] forged = MadeToken.of(HEAD, authority.certificate("ecdsa"), stranger.key("foreign"), Instant.now());
        assertInstanceOf(TimeVerdict.Refuted.class, judge(forged, HEAD, pinned(authority.certificate("root"))));
    }

    @Test
    void aRefusalOfTheAuthorityIsToldAsSuch() throws IOException {
        byte[] refusal = refusal();
        assertEquals("TIME-102", problem(refusal).code());
        assertTrue(problem(refusal).sentence().en().contains("status 2"));
    }

    private static byte[] refusal() throws IOException {
        return new DERSequence(new DERSequence(new org.bouncycastle.asn1.ASN1Integer(2))).getEncoded();
    }

    private static Problem problem(byte[] file) {
        return assertInstanceOf(Result.Refused.class, Timestamp.read(Timestamp.Kind.TSR, file))
                .problem();
    }

    @Test
    void whateverIsCutOffOrChangedIsNeverProvenAndNeverThrows() throws IOException {
        byte[] answer = ask("ecdsa");
        TimeTrust trust = pinned(authority.certificate("root"));
        for (int length = 0; length < answer.length; length += 7) {
            assertEquals("TIME-101", problem(Arrays.copyOf(answer, length)).code());
        }
        Random random = new Random(1);
        int proven = 0;
        for (int i = 0; i < 1_500; i++) {
            byte[] changed = answer.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            if (Timestamp.read(Timestamp.Kind.TSR, changed) instanceof Result.Ok<Timestamp>(Timestamp timestamp)
                    && timestamp.judge(HEAD, trust) instanceof TimeVerdict.Proven) {
                proven++;
            }
        }
        // What is outside of what is signed may change: status text, the order of certificates, one spelling of a
        // length.
        assertTrue(proven < 150, proven + " changed answers were proven");
    }

    @Test
    void deepNestingAndHugeLengthsAreRefused() throws IOException {
        byte[] deep = new byte[Timestamp.SIZE_MOST];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        assertEquals("TIME-101", problem(deep).code());
        byte[] inner = new byte[0];
        for (int i = 0; i < 20_000 && inner.length < Timestamp.SIZE_MOST - 5; i++) {
            inner = ByteBuffer.allocate(inner.length + 5)
                    .putShort((short) 0x3083)
                    .put((byte) (inner.length >> 16))
                    .putShort((short) inner.length)
                    .put(inner)
                    .array();
        }
        assertEquals("TIME-101", problem(inner).code());
        // The same where a token has its content, and where it has its certificates.
        byte[] answer = ask("ecdsa");
        for (int at = 40; at < answer.length - 20; at += 23) {
            byte[] grafted = answer.clone();
            System.arraycopy(inner, 0, grafted, at, Math.min(inner.length, answer.length - at));
            assertTrue(isRefusedOrRefuted(grafted, TimeTrust.NONE), "from byte " + at);
        }
        byte[] huge = {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x06, 0x01, 0x2a};
        assertEquals("TIME-101", problem(huge).code());
        assertEquals("TIME-101", problem(new byte[Timestamp.SIZE_MOST + 1]).code());
        assertEquals("TIME-101", problem(new byte[0]).code());
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        for (byte[] garbage : List.of(
                new byte[0],
                new byte[100],
                HEAD,
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".getBytes(StandardCharsets.US_ASCII),
                new byte[TimeTrust.CERTIFICATES_MOST + 1])) {
            assertEquals(
                    "TIME-104",
                    assertInstanceOf(Result.Refused.class, TimeTrust.certificates(garbage))
                            .problem()
                            .code());
        }
    }

    @Test
    void aTokenThatCarriesCertificatesByTheHundredIsTooMuchToCheckAndNotFalse() throws Exception {
        List<X509Certificate> carried = new java.util.ArrayList<>();
        carried.add(authority.certificate("ecdsa"));
        while (carried.size() < Rfc3161Token.CERTIFICATES_MOST) {
            carried.add(MadeToken.nobody(
                    carried.size(), authority.certificate("ecdsa").getPublicKey(), authority.key("ecdsa")));
        }
        byte[] most = MadeToken.carrying(carried, HEAD, authority.key("ecdsa"), Instant.now());
        assertInstanceOf(TimeVerdict.Proven.class, judge(most, HEAD, pinned(authority.certificate("root"))));
        carried.add(MadeToken.nobody(
                carried.size(), authority.certificate("ecdsa").getPublicKey(), authority.key("ecdsa")));
        byte[] more = MadeToken.carrying(carried, HEAD, authority.key("ecdsa"), Instant.now());
        Problem refused = assertInstanceOf(Result.Refused.class, Timestamp.read(Timestamp.Kind.TSR, more))
                .problem();
        assertEquals("TIME-106", refused.code());
        assertTrue(Timestamp.isAboveLimit(refused));
        Problem malformed = assertInstanceOf(Result.Refused.class, Timestamp.read(Timestamp.Kind.TSR, new byte[7]))
                .problem();
        assertFalse(Timestamp.isAboveLimit(malformed));
    }
}
