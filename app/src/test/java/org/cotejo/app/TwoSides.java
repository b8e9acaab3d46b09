package org.cotejo.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.cotejo.base.Progress;
import org.cotejo.base.Result;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CustodianId;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryReader;
import org.cotejo.entry.FiguresBytes;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.folder.FolderWriter;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.reconcile.Reconciler;
import org.cotejo.reconcile.Reconciliation;
import org.cotejo.sim.CountryPlan;
import org.cotejo.sim.Simulation;

/**
 * A simulated country of which each of two sides holds only its own copies: the same definition, register, keys and announced results
 * in two folders.
 */
final class TwoSides {
    /** After every day of the simulated country: nobody publishes deliveries of days to come. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2030-03-01T20:00:00Z"), ZoneOffset.UTC);

    final Path temporary;
    final ElectionFolder whole;
    final CustodianId one;
    final CustodianId other;
    final ElectionFolder a;
    final ElectionFolder b;

    TwoSides(Path temporary, String... lies) {
        this.temporary = temporary;
        whole = ElectionFolder.openOrCreate(temporary.resolve("whole"));
        Simulation.write(CountryPlan.asked(40, 4, 11, List.of(lies), true).orThrow(), whole, Progress.NONE);
        Frame frame = whole.frame(whole.blocks());
        CustodianId announcer =
                Objects.requireNonNull(frame.definition().orElseThrow().announcer());
        List<CustodianId> holders = frame.sources().stream()
                .filter(source -> source.kind() == Source.Kind.COPIES)
                .map(source -> source.id().custodian())
                .filter(custodian -> !custodian.equals(announcer))
                .distinct()
                .toList();
        one = holders.get(0);
        other = holders.get(1);
        a = part("a", source -> isShared(source) || source.id().custodian().equals(one));
        b = part("b", source -> isShared(source) || source.id().custodian().equals(other));
    }

    static boolean isShared(Source source) {
        return source.kind() != Source.Kind.COPIES;
    }

    /** A folder with the frame of the country and those deliveries alone. */
    ElectionFolder part(String name, Predicate<Source> keeps) {
        ElectionFolder part = ElectionFolder.openOrCreate(temporary.resolve(name));
        List<SourceId> kept = new ArrayList<>();
        FiguresBytes cursor = new FiguresBytes();
        try (FolderWriter writer = part.write()) {
            for (EntryBlock block : whole.blocks()) {
                block.forEach((bytes, offset, length) -> {
                    if (FiguresBytes.isFigures(bytes, offset, length)) {
                        cursor.over(bytes, offset, length);
                        if (kept.contains(id(cursor, bytes))) {
                            writer.append(new byte[0], bytes, offset, length);
                        }
                    } else if (EntryReader.isFrameKind(bytes, offset, length)) {
                        Entry entry = ((Result.Ok<Entry>) EntryReader.read(bytes, offset, length)).value();
                        if (!(entry instanceof Entry.SourceOpened(Source source))) {
                            writer.append(entry);
                        } else if (keeps.test(source)) {
                            kept.add(source.id());
                            writer.append(entry);
                        }
                    }
                });
            }
            writer.commit();
        }
        return part;
    }

    private static SourceId id(FiguresBytes cursor, byte[] bytes) {
        return new SourceId(
                new CustodianId(
                        new String(bytes, cursor.custodianAt(), cursor.custodianLength(), StandardCharsets.UTF_8)),
                cursor.sourceNumber());
    }

    Publisher publisher(String keys) {
        return new Publisher(new LogKeyFolder(temporary.resolve(keys)), CLOCK, Progress.NONE);
    }

    /** Publishes a folder as {@code NAME-site}, with {@code NAME-site.policy} beside it. */
    Path publish(ElectionFolder folder, String name) {
        return publish(folder, name, null);
    }

    Path publish(ElectionFolder folder, String name, @org.jspecify.annotations.Nullable CustodianId owner) {
        Path site = temporary.resolve(name + "-site");
        publisher("keys-" + name)
                .publish(
                        folder.path(),
                        site,
                        new Publisher.Wishes(name + ".example/2027", owner == null ? null : owner.value()));
        return site;
    }

    Path policy(String name) {
        return temporary.resolve(name + "-site.policy");
    }

    /** Takes a publication with the policy of this name. */
    ImportSummary take(Path site, String policy, ElectionFolder into, Map<String, String> options) {
        Map<String, String> all = new java.util.HashMap<>(options);
        all.put("policy", policy(policy).toString());
        return new PublicationImport(List.of(site.toString()), silent())
                .run(new ImportRequest(List.of(site), null, into, all, org.cotejo.formats.importer.Progress.NONE));
    }

    ImportSummary take(Path site, String policy, ElectionFolder into) {
        return take(site, policy, into, Map.of());
    }

    static Console silent() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Console(nowhere, nowhere, "en", false);
    }

    static Reconciliation reconciled(ElectionFolder folder) {
        return Reconciler.reconcile(Dossier.of(folder.blocks()));
    }

    static Frame frame(ElectionFolder folder) {
        return folder.frame(folder.blocks());
    }

    static void add(ElectionFolder folder, Entry... entries) {
        try (FolderWriter writer = folder.write()) {
            for (Entry entry : entries) {
                writer.append(entry);
            }
            writer.commit();
        }
    }
}
