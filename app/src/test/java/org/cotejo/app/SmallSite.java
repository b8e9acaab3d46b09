package org.cotejo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.cotejo.base.Progress;
import org.cotejo.custody.Incident;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.folder.FolderWriter;
import org.cotejo.sim.CountryPlan;
import org.cotejo.sim.Simulation;

/** A small publication of a simulated election, which grows when it is told to. */
record SmallSite(Path temporary, Clock clock) {
    static final String ORIGIN = "results.example.org/2027";

    /** Published at a time of the publisher's own clock. */
    static SmallSite publishedAt(String time, Path temporary) {
        SmallSite small = new SmallSite(temporary, Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
        ElectionFolder folder = ElectionFolder.openOrCreate(small.dir());
        Simulation.write(CountryPlan.asked(40, 3, 7, List.of(), false).orThrow(), folder, Progress.NONE);
        small.publish();
        return small;
    }

    Path dir() {
        return temporary.resolve("election");
    }

    Path site() {
        return temporary.resolve("site");
    }

    Path policy() {
        return temporary.resolve("site.policy");
    }

    /** One entry more, and published again. */
    void grow() {
        ElectionFolder folder = ElectionFolder.open(dir());
        Frame frame = folder.frame(folder.blocks());
        CustodianId custodian =
                frame.definition().orElseThrow().custodians().getFirst().id();
        try (FolderWriter writer = folder.write()) {
            writer.append(new Entry.IncidentReported(new Incident(
                    new StationCode(frame.register().codeText(0)), Incident.Kind.LATE_OPENING, custodian, null)));
            writer.commit();
        }
        publish();
    }

    void publish() {
        new Publisher(new LogKeyFolder(temporary.resolve("keys")), clock, Progress.NONE)
                .publish(dir(), site(), new Publisher.Wishes(ORIGIN, null));
    }

    /** The files in a folder of the publication, by their path from its root. */
    List<String> files(String below) throws IOException {
        Path root = site().resolve(below);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> site().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
