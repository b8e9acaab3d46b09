package org.cotejo.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.capture.picture.Picture;
import org.cotejo.capture.picture.PictureDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that do what they should not, in place of one that reads HEIC. */
class HeicProgramTest {
    private static final byte[] HEIC = "\0\0\0\30ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    private Path folder;

    private HeicProgram program(String script) throws IOException {
        return program(script, Duration.ofSeconds(30));
    }

    private HeicProgram program(String script, Duration longest) throws IOException {
        Path file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return HeicProgram.of(file.toString(), longest);
    }

    private static String refused(Result<?> result) {
        return assertInstanceOf(Result.Refused.class, result).problem().code();
    }

    @Test
    void whatItWritesIsThePictureUnderEitherName() throws IOException {
        for (String out : new String[] {"$2", "\"${2%.png}-1.png\""}) {
            Result<byte[]> made = program("cat \"$1\" > " + out).decoded(HEIC);
            assertTrue(Arrays.equals(HEIC, made.orThrow()), out);
        }
    }

    @Test
    void whatItWritesIsHeldToTheLimitsOfAnyPicture() throws IOException {
        assertEquals("PICTURE-101", refused(decoded("echo no picture > \"$2\"")));
        assertEquals("PICTURE-102", refused(decoded("cat \"$1\" > \"$2\"")), "not asked again of what it made");
    }

    private Result<Picture> decoded(String script) throws IOException {
        return PictureDecoder.decode(HEIC, program(script));
    }

    @Test
    void aProgramThatFailsOrMakesNothingIsSaid() throws IOException {
        assertEquals("READ-116", refused(program("exit 3").decoded(HEIC)));
        assertEquals("READ-116", refused(program("exit 0").decoded(HEIC)));
        assertEquals("READ-116", refused(program("echo x > \"$2\"; exit 1").decoded(HEIC)));
        assertEquals("READ-116", refused(program("kill -9 $$").decoded(HEIC)));
    }

    @Test
    void aProgramThatDoesNotEndIsStopped() throws IOException {
        assertEquals(
                "READ-116",
                refused(program("sleep 600 & sleep 600", Duration.ofMillis(700)).decoded(HEIC)));
    }

    @Test
    void itSeesNothingOfTheEnvironmentAndLeavesNothingBehind() throws IOException {
        Path seen = folder.resolve("seen");
        program("env > " + seen + "; pwd >> " + seen + "; echo x > leftover; exit 1")
                .decoded(HEIC);
        String all = Files.readString(seen);
        assertTrue(all.lines().noneMatch(line -> line.startsWith("HOME=") || line.startsWith("COTEJO")), all);
        Path where = Path.of(all.lines().toList().getLast());
        assertTrue(where.getFileName().toString().startsWith("cotejo-heic") && !Files.exists(where), all);
    }

    @Test
    void whereThereIsNoSuchProgramThatIsSaidAtOnce() {
        for (String name : new String[] {"no-such-program-at-all", folder.toString(), "/dev/null", ""}) {
            RefusedException refused = assertThrows(RefusedException.class, () -> HeicProgram.of(name));
            assertEquals("READ-115", refused.problem().code());
        }
    }
}
