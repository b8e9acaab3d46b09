package org.cotejo.sim;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cotejo.base.Where;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.PlaceTree;
import org.cotejo.dossier.DefinitionHash;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.folder.Delivery;
import org.cotejo.folder.DeliveryTerms;
import org.cotejo.folder.FolderWriter;
import org.cotejo.tally.Figure;

/** Writes what is simulated into the folder, in one change. */
final class Scribe {
    private static final Where WHERE = Where.file("cotejo sim country");

    private final Country country;
    private final FolderWriter writer;
    private final Frame frame;

    /** There is no imported file behind any source, so the plan is kept in its place and named by every source. */
    private final Hash file;

    Scribe(Country country, FolderWriter writer, Frame frame) {
        this.country = country;
        this.writer = writer;
        this.frame = frame;
        this.file =
                writer.keepPrivate(Path.of("plan"), country.plan().description().getBytes(StandardCharsets.UTF_8));
    }

    void add(Entry entry) {
        frame.apply(entry);
        writer.append(entry);
    }

    /** Commits to the definition, the register and the keys as they stand; returns their hash. */
    Hash freeze() {
        Hash hash = DefinitionHash.of(frame, frame.definition().orElseThrow());
        add(new Entry.DefinitionFrozen(hash));
        return hash;
    }

    /** The number that the next place gets. */
    int nextPlace() {
        return frame.places().size();
    }

    boolean isPlace(int parent, String name) {
        return frame.places().find(parent, name) >= 0;
    }

    /** Opens a source that is written entry by entry. */
    SourceId open(Holder holder, Source.Kind kind, int figures, boolean isPart, Instant publishedAt) {
        SourceId id = frame.nextSource(holder.id());
        add(new Entry.SourceOpened(new Source(
                id,
                kind,
                kind == Source.Kind.REGISTER ? null : country.ballot().contest().id(),
                holder.provenance(),
                country.ballot().figures().subList(0, figures),
                publishedAt,
                isPart,
                file)));
        return id;
    }

    /** Begins a delivery of station after station. */
    Delivery deliver(Holder holder, Source.Kind kind, int figures, boolean isPart, Instant publishedAt) {
        return deliver(holder, kind, country.ballot().figures().subList(0, figures), isPart, publishedAt);
    }

    /** Begins a delivery that carries these figures. */
    Delivery deliver(Holder holder, Source.Kind kind, List<Figure> figures, boolean isPart, Instant publishedAt) {
        DeliveryTerms terms = new DeliveryTerms(
                holder.id(),
                holder.side().id(),
                kind,
                country.ballot().contest().id(),
                holder.provenance(),
                figures,
                publishedAt,
                isPart,
                List.of(),
                file);
        return Delivery.begin(writer, frame, terms, WHERE);
    }

    /** Adds one station's figures to a delivery. */
    static void give(Delivery delivery, Station station, Sheet sheet, StationFigures.Way way) {
        delivery.station(station.code(), PlaceTree.COUNTRY, StationFigures.Paper.FINAL, way, sheet.cells(), WHERE);
    }

    /** Adds the signed sheet that is handed in for a station. */
    static void giveSheet(Delivery delivery, Station station, byte[] text, byte[] signature) {
        byte[] code = station.code().getBytes(StandardCharsets.UTF_8);
        delivery.sheet(code, StationFigures.Way.UNSTATED, text, text.length, signature, WHERE);
    }

    static void finish(Delivery delivery) {
        delivery.finish(WHERE);
    }
}
