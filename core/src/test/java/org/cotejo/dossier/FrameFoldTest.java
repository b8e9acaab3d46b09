package org.cotejo.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.EntryBlock;
import org.cotejo.sheet.MachineId;
import org.junit.jupiter.api.Test;

/** A reader of entries that keeps none of them gets the frame that one gets who holds them all. */
class FrameFoldTest {
    private static final StationCode STATION = new StationCode("S1");
    private static final MachineId MACHINE = new MachineId("m1");

    private static ElectionInBytes election() {
        return new ElectionInBytes()
                .contest("president", "A", "B")
                .side("authority", "cne")
                .side("opposition", "party")
                .copies("party", "A", "S1: 1", "S2: 2", "S9: 3", "ñ4: 4")
                .key("S1", "m1")
                .register("cne", "S1=10 in Zulia/Maracaibo", "S2=20", "S3=30", "ñ4=1 in Lara")
                .register("party", "S2=21", "S3=31", "S4=40 in Zulia")
                .register("cne", "S4=41", "S5=50")
                .key("S2", "m1")
                .frozen()
                .announced("cne", "A B", "S1: 1 2");
    }

    private static List<Object> shown(Frame frame) {
        List<String> stations = IntStream.range(0, frame.register().size())
                .mapToObj(station -> frame.register().codeText(station) + "="
                        + frame.register().registered(station) + " in "
                        + frame.places().path(frame.register().place(station)))
                .toList();
        return List.of(
                stations,
                frame.definition(),
                frame.sources(),
                frame.claims(),
                frame.keys().size(),
                frame.keyOf(STATION, MACHINE),
                frame.frozen(),
                frame.stationsFrozen(),
                frame.sheetsSeen(),
                frame.chronicle().entries(),
                frame.chronicle().steps());
    }

    @Test
    void ofABlockThatWasAddedNoByteIsNeeded() {
        FrameFold fold = new FrameFold();
        byte[] place = new byte[1 << 12];
        for (EntryBlock block : election().blocks()) {
            block.forEach((bytes, offset, length) -> {
                int whole = EntryBlock.LENGTH_BYTES + length;
                System.arraycopy(bytes, offset - EntryBlock.LENGTH_BYTES, place, 0, whole);
                fold.add(new EntryBlock(place, 0, whole));
                Arrays.fill(place, (byte) 0x7f);
            });
        }
        assertEquals(shown(Frame.of(election().blocks())), shown(fold.frame()));
    }
}
