package org.cotejo.tlog;

import static org.cotejo.tlog.NoteTest.code;
import static org.cotejo.tlog.NoteTest.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Result;
import org.junit.jupiter.api.Test;

/** Two heads of one log that can't both be true convince anybody; two that can, or that were made up, do not. */
class ForkEvidenceTest {
    private static final Skey LOG = key("log.example", Vkey.Kind.NOTE, 1);

    private final Map<TilePath, byte[]> files = new HashMap<>();

    /** The head of a log of {@code size} entries that swapped the entry {@code lie} for another; none if it is negative. */
    private SignedCheckpoint head(int size, int lie) {
        files.clear();
        TileWriter writer = new TileWriter();
        for (int i = 0; i < size; i++) {
            writer.append(new byte[] {(byte) i, (byte) (i == lie ? 1 : 0)}, files::put);
        }
        writer.flush(files::put);
        return SignedCheckpoint.of(new Checkpoint("log.example", size, writer.root()), List.of(LOG), 1);
    }

    private TileReader tiles(SignedCheckpoint head) {
        return TileReader.open(head.checkpoint(), path -> Optional.ofNullable(files.get(path)))
                .orThrow();
    }

    @Test
    void twoHeadsOfOneSizeAreAFork() {
        ForkEvidence fork = ForkEvidence.of(head(7, -1), head(7, 3));
        assertEquals(Result.ok(fork), fork.verify(List.of(LOG.vkey())));
        assertEquals(Result.ok(fork), ForkEvidence.parse(fork.bytes()));
    }

    @Test
    void aHeadThatDoesNotContinueAnOlderOneIsAFork() {
        for (int older = 1; older < 40; older++) {
            SignedCheckpoint first = head(older, older - 1);
            SignedCheckpoint second = head(40, -1);
            ForkEvidence fork = ForkEvidence.of(first, second, tiles(second)).orThrow();
            assertEquals(Result.ok(fork), fork.verify(List.of(LOG.vkey())));
            assertEquals(Result.ok(fork), ForkEvidence.parse(fork.bytes()));
        }
    }

    @Test
    void aHeadThatContinuesAnOlderOneIsNone() {
        SignedCheckpoint first = head(5, -1);
        SignedCheckpoint second = head(40, -1);
        ForkEvidence none = ForkEvidence.of(first, second, tiles(second)).orThrow();
        assertEquals("TLOG-112", code(none.verify(List.of(LOG.vkey()))));
        assertEquals("TLOG-112", code(ForkEvidence.of(first, first).verify(List.of(LOG.vkey()))));
    }

    @Test
    void evidenceThatSomebodyMadeUpConvincesNobody() {
        SignedCheckpoint first = head(5, 1);
        SignedCheckpoint second = head(40, -1);
        ForkEvidence fork = ForkEvidence.of(first, second, tiles(second)).orThrow();
        ForkEvidence otherRoot =
                new ForkEvidence(first, second, second.checkpoint().root(), fork.proof());
        assertEquals("PROOF-104", code(otherRoot.verify(List.of(LOG.vkey()))));
        ForkEvidence noProof = new ForkEvidence(first, second, fork.instead(), List.of());
        assertEquals("PROOF-103", code(noProof.verify(List.of(LOG.vkey()))));
        Skey other = key("log.example", Vkey.Kind.NOTE, 2);
        assertEquals("NOTE-107", code(fork.verify(List.of(other.vkey()))));
        SignedCheckpoint forged = SignedCheckpoint.of(first.checkpoint(), List.of(other), 1);
        ForkEvidence byAnother = new ForkEvidence(forged, second, fork.instead(), fork.proof());
        assertEquals("NOTE-107", code(byAnother.verify(List.of(LOG.vkey()))));
        Checkpoint elsewhere =
                new Checkpoint("other.example", 7, first.checkpoint().root());
        SignedCheckpoint otherLog = SignedCheckpoint.of(elsewhere, List.of(LOG), 1);
        ForkEvidence twoLogs = ForkEvidence.of(head(7, -1), otherLog);
        assertEquals("TLOG-111", code(twoLogs.verify(List.of(LOG.vkey()))));
        ForkEvidence wrongInstead =
                new ForkEvidence(head(7, -1), head(7, 2), first.checkpoint().root(), List.of());
        assertEquals("TLOG-112", code(wrongInstead.verify(List.of(LOG.vkey()))));
    }

    @Test
    void whatIsNotTheOneFormIsRefused() {
        String good = new String(ForkEvidence.of(head(7, -1), head(7, 3)).bytes(), StandardCharsets.UTF_8);
        String swapped = new String(ForkEvidence.of(head(7, -1), head(8, 3)).bytes(), StandardCharsets.UTF_8)
                .replace("\n8\n", "\n6\n");
        for (String bad : List.of(
                "",
                "\n\n",
                good + "\n",
                good.substring(0, good.length() - 1),
                good.replace("fork 1", "fork 2"),
                good.replaceFirst("older ", "older 0"),
                good.replaceFirst("older ", "older 9"),
                good.replaceFirst("newer ", "newer 9223372036854775807"),
                good.replaceFirst("root ", "root A"),
                good.replaceFirst("root ", "AQ==\nroot "),
                swapped)) {
            assertEquals("TLOG-113", code(ForkEvidence.parse(bad.getBytes(StandardCharsets.UTF_8))), () -> bad);
        }
    }
}
