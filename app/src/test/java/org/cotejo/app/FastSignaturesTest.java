package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.crypto.Ed25519Secret;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Who computes signatures, each time in a process of its own, since a process asks once. */
class FastSignaturesTest {
    private static final Path EDGES =
            Path.of(System.getProperty("cotejo.shared", "../../shared"), "vectors/tlog/ed25519/cctv-edge-cases.json");

    private static Map<String, String> facts(List<String> options, String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SignatureSpeed.class.getName()));
        command.addAll(List.of(words));
        if (Files.exists(EDGES)) {
            command.add(EDGES.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), said);
        return said.lines()
                .filter(line -> line.indexOf(' ') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> line.substring(line.lastIndexOf(' ') + 1),
                        (first, _) -> first));
    }

    private static void assumeItRunsHere() {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "the library is built for Linux on x86-64");
    }

    private static void assertThePlatformDoesTheRest(Map<String, String> facts) {
        assertEquals("SUN", facts.get("SHA-256"));
        assertEquals("SunEC", facts.get("KeyFactory"));
        assertEquals("SunEC", facts.get("KeyPairGenerator"));
        assertEquals("SUN", facts.get("ML-DSA"));
        assertEquals("3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29", facts.get("key"));
        if (Files.exists(EDGES)) {
            assertEquals("0", facts.get("disagreements"));
        }
    }

    @Test
    void nobodyAsksAndThePlatformDoesAll() throws Exception {
        Map<String, String> facts = facts(List.of(), "platform", "0.05");
        assertEquals("SunEC", facts.get("verify"));
        assertThePlatformDoesTheRest(facts);
    }

    @Test
    void whoAsksGetsTheFastOneForSignaturesAlone() throws Exception {
        assumeItRunsHere();
        Map<String, String> facts = facts(List.of(), "prefer", "0.05");
        assertEquals(FastSignatures.PROVIDER, facts.get("verify"));
        assertThePlatformDoesTheRest(facts);
        Map<String, String> platform = facts(List.of(), "platform", "0.05");
        assertTrue(speed(facts) > 3 * speed(platform), () -> facts + " is not much faster than " + platform);
    }

    private static long speed(Map<String, String> facts) {
        return Long.parseLong(String.valueOf(facts.get("per second")));
    }

    /** The platform has read the preference before: slower, and otherwise the same. */
    @Test
    void whoAsksTooLateGetsThePlatform() throws Exception {
        Map<String, String> facts = facts(List.of(), "prefer-late", "0.05");
        assertEquals("SunEC", facts.get("verify"));
        assertThePlatformDoesTheRest(facts);
    }

    @Test
    void whereTheLibraryCannotBeLoadedThePlatformDoesIt() throws Exception {
        Map<String, String> facts =
                facts(List.of("-Dcom.amazon.corretto.crypto.provider.useExternalLib=true"), "prefer", "0.05");
        assertEquals("SunEC", facts.get("verify"));
        assertThePlatformDoesTheRest(facts);
    }

    @Test
    void inAnyProcessAskingDoesNoHarm() throws IOException {
        FastSignatures.prefer();
        Ed25519Secret secret = Ed25519Secret.ofSeed(new byte[32]);
        assertTrue(secret.verifyKey().verifies(new byte[3], secret.sign(new byte[3])));
        try (Stream<String> lines = Files.lines(Path.of(System.getProperty("cotejo.root"), "app/pom.xml"))) {
            assertTrue(lines.anyMatch(line -> line.contains("<optional>true</optional>")));
        }
    }
}
