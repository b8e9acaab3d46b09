package org.cotejo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A time-stamping authority of one certificate, in a folder. */
record Openssl(Path folder) {
    private static final String CONFIG = """
            [ tsa ]
            default_tsa = tsa_config
            [ tsa_config ]
            serial = serial
            default_policy = 1.2.3.4.1
            digests = sha256, sha512
            signer_digest = sha256
            [ req ]
            distinguished_name = name
            prompt = no
            [ name ]
            CN = a test authority
            [ tsa_cert ]
            extendedKeyUsage = critical, timeStamping
            """;

    static Openssl authority(Path folder) throws IOException {
        Openssl authority = new Openssl(Files.createDirectories(folder));
        Files.writeString(folder.resolve("config"), CONFIG);
        Files.writeString(folder.resolve("serial"), "01\n");
        authority.run(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "tsa.key",
                "-out",
                "tsa.pem",
                "-days",
                "30",
                "-config",
                "config",
                "-extensions",
                "tsa_cert");
        return authority;
    }

    Path certificate() {
        return folder.resolve("tsa.pem");
    }

    /** Answers a request. */
    Path answer(Path request, String name) throws IOException {
        Path answer = folder.resolve(name);
        run(
                "ts",
                "-reply",
                "-config",
                "config",
                "-queryfile",
                request.toString(),
                "-signer",
                "tsa.pem",
                "-inkey",
                "tsa.key",
                "-out",
                answer.toString());
        return answer;
    }

    private void run(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        Path log = folder.resolve("openssl.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + "\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
