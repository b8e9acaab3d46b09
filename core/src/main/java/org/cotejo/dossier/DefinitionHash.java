package org.cotejo.dossier;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Register;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryWriter;

/**
 * The hash of an election's definition and register (docs/formats/entries.md, section 5): over the canonical definition without
 * custodians, sides and announcer, who may join later, over each station in the order of codes with the names of its places and
 * its register, and over the keys of their machines. The same election gives the same hash whatever the order of the files was.
 */
public final class DefinitionHash {
    private DefinitionHash() {}

    /** The hash with the first {@code stations} stations of the register and the first {@code keys} keys of machines. */
    @SuppressWarnings("EnumOrdinal") // part of what is hashed (docs/formats/entries.md, section 4)
    public static Hash of(Frame frame, ElectionDefinition definition, int stations, int keys) {
        Sha256 hash = new Sha256();
        CanonicalWriter to = new CanonicalWriter();
        EntryWriter.write(new Entry.DefinitionStated(ballot(definition)), to);
        add(hash, to);
        Register register = frame.register();
        int[] order = order(register, stations);
        for (int station : order) {
            to.reset().text(register.codeText(station));
            List<String> path = frame.places().path(register.place(station));
            to.number(path.size());
            path.forEach(to::text);
            to.number(register.registered(station) + 1L);
            add(hash, to);
        }
        StationKeys stated = frame.keys();
        for (int station : keys == 0 ? new int[0] : order) {
            for (int key : stated.inOrder(station, keys)) {
                to.reset()
                        .text(register.codeText(station))
                        .text(stated.machine(key).value());
                to.octet(stated.algorithm(key).ordinal()).raw(stated.bytes(key), 0, Ed25519Key.SIZE);
                add(hash, to);
            }
        }
        return hash.hash();
    }

    /** The first stations by their codes; mostly they are listed so. */
    private static int[] order(Register register, int stations) {
        String[] codes = new String[stations];
        boolean isOrder = true;
        for (int station = 0; station < stations; station++) {
            codes[station] = register.codeText(station);
            isOrder &= station == 0 || codes[station - 1].compareTo(codes[station]) <= 0;
        }
        IntStream order = IntStream.range(0, stations);
        return isOrder
                ? order.toArray()
                : order.boxed()
                        .sorted(Comparator.comparing(station -> codes[station]))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    /** The hash with the first {@code stations} stations of the register and all keys of their machines. */
    public static Hash of(Frame frame, ElectionDefinition definition, int stations) {
        return of(frame, definition, stations, frame.keys().size());
    }

    /** The hash of the definition and register as they stand. */
    public static Hash of(Frame frame, ElectionDefinition definition) {
        return of(frame, definition, frame.register().size());
    }

    private static ElectionDefinition ballot(ElectionDefinition d) {
        return new ElectionDefinition(
                d.id(),
                d.title(),
                d.origin(),
                d.levels(),
                d.contests(),
                List.of(),
                List.of(),
                d.roll(),
                d.stations(),
                null);
    }

    private static void add(Sha256 hash, CanonicalWriter written) {
        byte[] bytes = written.toBytes();
        hash.add(bytes, 0, bytes.length);
    }
}
