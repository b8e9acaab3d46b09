package org.cotejo.verify.time;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A real time-stamping authority on this machine: openssl with a root and signers made in a folder for the test. */
final class TestAuthority {
    private static final String CONFIG = """
            [ tsa ]
            default_tsa = tsa_config
            [ tsa_config ]
            serial = serial
            default_policy = 1.2.3.4.1
            digests = sha1, sha256, sha384, sha512
            accuracy = secs:1, millisecs:500
            signer_digest = sha256
            ess_cert_id_chain = no
            ess_cert_id_alg = sha256
            [ req ]
            distinguished_name = name
            prompt = no
            [ name ]
            CN = made for a test
            [ ca ]
            basicConstraints = critical, CA:true
            keyUsage = critical, keyCertSign
            [ tsa_cert ]
            basicConstraints = critical, CA:false
            extendedKeyUsage = critical, timeStamping
            [ not_critical ]
            extendedKeyUsage = timeStamping
            [ mail ]
            extendedKeyUsage = critical, emailProtection
            """;

    private final Path folder;

    private TestAuthority(Path folder) {
        this.folder = folder;
    }

    /** Makes a root in an empty folder. */
    static TestAuthority in(Path folder) throws IOException {
        Files.createDirectories(folder);
        TestAuthority authority = new TestAuthority(folder);
        Files.writeString(authority.file("config"), CONFIG);
        Files.writeString(authority.file("serial"), "01\n");
        authority.openssl(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                "root.key",
                "-out",
                "root.pem",
                "-days",
                "3650",
                "-subj",
                "/CN=a test root",
                "-config",
                "config",
                "-extensions",
                "ca");
        return authority;
    }

    /** A signer below the root; {@code key} is what openssl calls {@code -newkey}, {@code kind} a section of extensions. */
    void signer(String name, List<String> key, String kind, int days) throws IOException {
        List<String> request =
                new ArrayList<>(List.of("req", "-new", "-nodes", "-config", "config", "-subj", "/CN=" + name));
        request.addAll(key);
        request.addAll(List.of("-keyout", name + ".key", "-out", name + ".csr"));
        openssl(request.toArray(String[]::new));
        openssl(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                "root.pem",
                "-CAkey",
                "root.key",
                "-set_serial",
                "7" + name.length(),
                "-days",
                String.valueOf(days),
                "-extfile",
                "config",
                "-extensions",
                kind,
                "-out",
                name + ".pem");
    }

    /** The response of a signer to a request. */
    byte[] answer(String signer, byte[] request) throws IOException {
        Files.write(file("question.tsq"), request);
        openssl(
                "ts",
                "-reply",
                "-config",
                "config",
                "-queryfile",
                "question.tsq",
                "-signer",
                signer + ".pem",
                "-inkey",
                signer + ".key",
                "-out",
                "answer.tsr");
        return Files.readAllBytes(file("answer.tsr"));
    }

    /** A request as openssl itself writes it. */
    byte[] question(byte[] stamped, String digest, boolean withCertificate) throws IOException {
        Files.write(file("stamped"), stamped);
        List<String> words = new ArrayList<>(
                List.of("ts", "-query", "-data", "stamped", "-" + digest, "-no_nonce", "-out", "made.tsq"));
        if (withCertificate) {
            words.add("-cert");
        }
        openssl(words.toArray(String[]::new));
        return Files.readAllBytes(file("made.tsq"));
    }

    /** The token alone out of a response. */
    byte[] token(byte[] response) throws IOException {
        Files.write(file("response.tsr"), response);
        openssl("ts", "-reply", "-in", "response.tsr", "-token_out", "-out", "token.tst");
        return Files.readAllBytes(file("token.tst"));
    }

    X509Certificate certificate(String name) throws IOException {
        return TimeTrust.certificates(Files.readAllBytes(file(name + ".pem")))
                .orThrow()
                .getFirst();
    }

    /** The private key of a signer, for a test that signs what openssl would not. */
    PrivateKey key(String name) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file(name + ".key"));
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    /** What openssl says about a response, judged by its root. */
    boolean isGood(byte[] response, byte[] stamped) throws IOException {
        Files.write(file("response.tsr"), response);
        Files.write(file("stamped"), stamped);
        return run("ts", "-verify", "-data", "stamped", "-in", "response.tsr", "-CAfile", "root.pem") == 0;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void openssl(String... words) throws IOException {
        int code = run(words);
        if (code != 0) {
            throw new IOException("openssl " + String.join(" ", words) + ": " + code + "\n"
                    + Files.readString(file("openssl.log"), StandardCharsets.UTF_8));
        }
    }

    private int run(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(file("openssl.log").toFile())
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
