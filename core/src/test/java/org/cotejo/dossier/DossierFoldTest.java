package org.cotejo.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.Denial;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryWriter;
import org.cotejo.reconcile.Reconciler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Entries that can't follow each other are refused as such, whoever made them. */
class DossierFoldTest {
    private static ElectionInBytes election() {
        return new ElectionInBytes()
                .contest("president", "A", "B")
                .side("authority", "cne")
                .side("opposition", "party")
                .register("cne", "S1=10 in Zulia/Maracaibo", "S2=20")
                .copies("party", "A B", "S1: 1 2", "S2: 3 ?")
                .announced("cne", "A B", "S1: 1 2")
                .denied("S2", Denial.Kind.COPY_REFUSED, "party")
                .decided(Decision.Kind.ANNULLED, "S2");
    }

    @TestFactory
    Stream<DynamicTest> whatNoProgramOfOursWritesIsRefused() {
        return Stream.of(
                refused("no definition", _ -> election().entries().subList(1, 3)),
                refused("nothing at all", _ -> List.of()),
                refused("a source opened twice", entries -> twice(entries, Entry.SourceOpened.class)),
                refused(
                        "figures of a source that was never opened",
                        entries -> without(entries, Entry.SourceOpened.class, 1)),
                refused(
                        "stations of a source that was never opened",
                        entries -> without(entries, Entry.SourceOpened.class, 0)),
                refused("a place listed twice", entries -> twice(entries, Entry.PlaceListed.class)),
                refused("a place that is not there", entries -> without(entries, Entry.PlaceListed.class, 1)),
                refused("a place out of turn", entries -> plus(entries, new Entry.PlaceListed(4, 1, "Cabimas"))),
                refused(
                        "a place of a name that is there",
                        entries -> plus(entries, new Entry.PlaceListed(3, 1, "Maracaibo"))),
                refused(
                        "a place in a place that is not there",
                        entries -> plus(entries, new Entry.StationListed(by("cne"), new StationCode("S3"), 9, 5))),
                refused(
                        "a row with too many cells",
                        _ -> election().entry(row("A B C")).entries()),
                refused(
                        "a custodian whom the definition does not know",
                        _ -> election().copies("ghost", "A", "S1: 1").entries()));
    }

    private static Entry row(String figures) {
        return new ElectionInBytes()
                .contest("president", "A", "B", "C")
                .side("opposition", "party")
                .copies("party", figures, "S1: 1 2 3")
                .entries()
                .getLast();
    }

    private static SourceId by(String custodian) {
        return new SourceId(new CustodianId(custodian), 1);
    }

    private static DynamicTest refused(String what, UnaryOperator<List<Entry>> changed) {
        return DynamicTest.dynamicTest(what, () -> {
            List<EntryBlock> blocks =
                    ElectionInBytes.blocks(changed.apply(election().entries()));
            assertThrows(FoldException.class, () -> Dossier.of(blocks));
        });
    }

    private static List<Entry> twice(List<Entry> entries, Class<? extends Entry> kind) {
        return plus(
                entries, entries.stream().filter(kind::isInstance).findFirst().orElseThrow());
    }

    private static List<Entry> plus(List<Entry> entries, Entry entry) {
        return Stream.concat(entries.stream(), Stream.of(entry)).toList();
    }

    private static List<Entry> without(List<Entry> entries, Class<? extends Entry> kind, int index) {
        List<Entry> fewer = new ArrayList<>(entries);
        fewer.remove(entries.stream().filter(kind::isInstance).toList().get(index));
        return fewer;
    }

    @Test
    void placesDeeperThanTheTreeHoldsAreRefused() {
        List<Entry> entries = new ArrayList<>(election().entries());
        for (int place = 3; place < 3 + PlaceTree.DEPTH_MOST; place++) {
            entries.add(new Entry.PlaceListed(place, place - 1, "deeper " + place));
        }
        assertThrows(FoldException.class, () -> Dossier.of(ElectionInBytes.blocks(entries)));
    }

    @Test
    void lengthsThatDoNotAddUpAreRefused() {
        for (EntryBlock block : election().blocks()) {
            for (int end = block.start() + 1; end < block.end(); end++) {
                EntryBlock cut = new EntryBlock(block.bytes(), block.start(), end);
                boolean isWhole = cut.forEach((_, _, _) -> {});
                List<EntryBlock> blocks = List.of(cut);
                if (!isWhole) {
                    assertThrows(FoldException.class, () -> Frame.of(blocks));
                }
            }
        }
    }

    /** Rows are read in place, so what a reader of entries would refuse must be refused here too. */
    @Test
    void figuresWhoseIdsAreNoIdsAreRefused() {
        String good = "0106" + "057061727479" + "01" + "0000" + "025331" + "02" + "0304";
        String ghostStation = "0106" + "057061727479" + "01" + "0000" + "022031" + "02" + "0304";
        String badCustodian = "0106" + "052061727479" + "01" + "0000" + "025331" + "02" + "0304";
        String zerothSource = "0106" + "057061727479" + "00" + "0000" + "025331" + "02" + "0304";
        String nobody = "0106" + "00" + "00" + "0000" + "025331" + "02" + "0304";
        assertEquals(4, Dossier.of(withRow(good)).rows());
        for (String hex : List.of(ghostStation, badCustodian, zerothSource, nobody)) {
            assertThrows(FoldException.class, () -> Dossier.of(withRow(hex)), hex);
        }
    }

    private static List<EntryBlock> withRow(String hex) {
        List<EntryBlock> blocks = new ArrayList<>(election().blocks());
        byte[] row = HexFormat.of().parseHex(hex);
        byte[] bytes = new byte[row.length + EntryBlock.LENGTH_BYTES];
        bytes[1] = (byte) row.length;
        System.arraycopy(row, 0, bytes, EntryBlock.LENGTH_BYTES, row.length);
        blocks.add(new EntryBlock(bytes, 0, bytes.length));
        return blocks;
    }

    /** Whatever byte of an election is changed: it is refused as entries, or folded and reconciled without a crash. */
    @Test
    void everyByteOfAnElectionMayBeChangedWithoutACrash() {
        byte[] bytes = together(election().entries());
        Random random = new Random(28);
        int folded = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte original = bytes[at];
            for (int value : new int[] {0, 1, original + 1, original ^ 0x80, random.nextInt(256)}) {
                bytes[at] = (byte) value;
                folded += isFolded(bytes, at) ? 1 : 0;
            }
            bytes[at] = original;
        }
        assertTrue(folded > bytes.length, "most changes should leave an election: " + folded);
    }

    private static boolean isFolded(byte[] bytes, int at) {
        try {
            Reconciler.reconcile(Dossier.of(List.of(new EntryBlock(bytes, 0, bytes.length))));
            return true;
        } catch (FoldException e) {
            return false;
        } catch (RuntimeException e) {
            return fail("byte " + at + " changed to " + bytes[at], e);
        }
    }

    private static byte[] together(List<Entry> entries) {
        byte[] all = new byte[1 << 16];
        int size = 0;
        for (Entry entry : entries) {
            byte[] bytes = EntryWriter.bytes(entry);
            all[size] = (byte) (bytes.length >>> 8);
            all[size + 1] = (byte) bytes.length;
            System.arraycopy(bytes, 0, all, size + EntryBlock.LENGTH_BYTES, bytes.length);
            size += EntryBlock.LENGTH_BYTES + bytes.length;
        }
        return Arrays.copyOf(all, size);
    }

    @Test
    void figuresInARegisterCountNowhere() {
        SourceId register = by("cne");
        List<Entry> entries = plus(
                election().entries(),
                new Entry.FiguresGiven(new org.cotejo.custody.StationFigures(
                        register,
                        new StationCode("S1"),
                        org.cotejo.custody.StationFigures.Paper.FINAL,
                        org.cotejo.custody.StationFigures.Way.UNSTATED,
                        org.cotejo.tally.Cells.of(List.of()))));
        Dossier dossier = Dossier.of(ElectionInBytes.blocks(entries));
        assertEquals(3, dossier.rows());
        assertEquals(Source.Kind.REGISTER, dossier.sources().getFirst().kind());
    }
}
