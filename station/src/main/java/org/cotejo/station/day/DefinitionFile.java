package org.cotejo.station.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Names;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryReader;
import org.cotejo.entry.EntryWriter;
import org.cotejo.tally.Cell;

/** The definition as the machine keeps it; public, and bound to the machine's box by its hash. */
final class DefinitionFile {
    static final int BYTES_MOST = 1 << 20;
    private static final int TEXT = 4 * Names.NAME_MOST;
    private static final int PLACES_MOST = 12;

    private DefinitionFile() {}

    static byte[] bytes(StationDefinition setup) {
        CanonicalWriter to = new CanonicalWriter().octet(1);
        CanonicalWriter entry = new CanonicalWriter();
        EntryWriter.write(new Entry.DefinitionStated(setup.election()), entry);
        to.bytes(entry.toBytes());
        to.raw(setup.hash().bytes(), 0, Hash.SIZE);
        to.text(setup.station().value());
        to.number(setup.places().size());
        setup.places().forEach(to::text);
        to.number(setup.registered() + 1L);
        return to.toBytes();
    }

    /** What {@link #bytes} wrote; nothing for anything else. */
    static Optional<StationDefinition> read(byte[] bytes) {
        try {
            CanonicalReader from = new CanonicalReader().over(bytes);
            from.octetBelow(2, "version");
            byte[] entry = from.bytes(Entry.SIZE_MOST);
            Hash hash = new Hash(from.raw(Hash.SIZE));
            StationCode station = new StationCode(from.text(TEXT));
            List<String> places = new ArrayList<>();
            for (int left = from.count(PLACES_MOST, "places"); left > 0; left--) {
                places.add(from.text(TEXT));
            }
            int registered = from.count(Cell.MOST + 1, "registered") - 1;
            from.atEnd();
            return EntryReader.read(entry) instanceof Result.Ok<Entry>(Entry.DefinitionStated(ElectionDefinition of))
                    ? Optional.of(new StationDefinition(of, hash, station, places, registered))
                    : Optional.empty();
        } catch (CanonicalReader.Malformed | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
