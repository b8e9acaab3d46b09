package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.base.Progress;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.bulletin.LogOrigin;
import org.cotejo.bulletin.PublicLog;
import org.cotejo.bulletin.Publication;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.CustodianId;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.folder.FolderWriter;
import org.cotejo.node.log.LogFolders;
import org.cotejo.node.log.LogKeys;
import org.cotejo.node.log.LogWriter;
import org.cotejo.publication.Manifest;
import org.cotejo.publication.SitePath;
import org.cotejo.site.Renderer;
import org.cotejo.site.ReportInput;
import org.cotejo.site.ReportSite;
import org.cotejo.site.SiteFolder;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * Publishes an election folder. The folder is the truth: pages are made of its entries, an entry commits to them, then the log
 * takes what it does not have yet, and the whole site takes the place of the one before. Cut off anywhere, publishing again goes on.
 */
final class Publisher {
    /** What the user asked for; null where nothing. */
    record Wishes(@Nullable String origin, @Nullable String custodian) {}

    /** What was published. */
    record Published(Checkpoint head, long added, Path policy) {}

    private static final int NAME_BYTES = 6;

    private final LogKeyFolder keyFolder;
    private final Clock clock;
    private final Progress progress;

    Publisher(LogKeyFolder keyFolder, Clock clock, Progress progress) {
        this.keyFolder = keyFolder;
        this.clock = clock;
        this.progress = progress;
    }

    Published publish(Path dir, Path site, Wishes wishes) {
        keyFolder.checkOutside(dir);
        keyFolder.checkOutside(site);
        ElectionFolder folder = ElectionFolder.open(dir);
        try (PublishLock _ = PublishLock.of(dir)) {
            return publish(folder, site, wishes);
        }
    }

    private Published publish(ElectionFolder folder, Path site, Wishes wishes) {
        LogKeys keys = keys(folder, wishes);
        SiteFolder place = SiteFolder.at(site).orThrow();
        Path fresh = place.begin();
        boolean isOurs = originOf(site).equals(keys.origin());
        Log log = new Log(keys, fresh);
        if (isOurs) {
            // Keys that were brought back know nothing yet of what they signed: then the log is made anew from the
            // entries.
            boolean isKnown = log.kept().isPresent();
            place.carry(path -> isKnown && SitePath.isOfLog(path) || path.equals(SitePath.MIRRORS));
        }
        log.checkRestored(folder);
        render(folder, fresh);
        long before = log.kept().orElse(0);
        List<EntryBlock> blocks = folder.blocks();
        SignedCheckpoint head = log.bring(blocks, site);
        blobs(folder, blocks, fresh);
        place.finish(place.begun());
        Path policy = site.resolveSibling(site.getFileName() + ".policy");
        replace(policy, PublicationPolicy.of(keyFolder, keys.keys().getFirst()));
        return new Published(head.checkpoint(), head.checkpoint().size() - before, policy);
    }

    /** The keys of the folder's log; a folder without one gets a log, which is an entry. */
    private LogKeys keys(ElectionFolder folder, Wishes wishes) {
        Frame frame = folder.frame(folder.blocks());
        String named = frame.log().map(log -> log.origin().value()).orElse(null);
        String wished = wishes.origin() != null ? wishes.origin() : successor(named);
        if (named != null && (wished == null || wished.equals(named))) {
            return keyFolder.usable(named);
        }
        String origin = wished != null ? wished : madeUp(frame);
        if (!isOrigin(origin)) {
            throw new RefusedException(AppProblem.ORIGIN.at("--origin", origin));
        }
        if (keyFolder.has(origin)
                && LogWriter.kept(keyFolder.store(origin), keyFolder.read(origin))
                                .orElse(0)
                        > 0) {
            throw new RefusedException(AppProblem.ORIGIN_TAKEN.at("--origin", origin));
        }
        LogKeys keys = keyFolder.has(origin) ? keyFolder.usable(origin) : keyFolder.make(origin, new SecureRandom());
        Ed25519Key key = (Ed25519Key) keys.keys().getFirst().vkey().key();
        try (FolderWriter writer = folder.write()) {
            writer.append(new Entry.LogOpened(new PublicLog(
                    new LogOrigin(origin),
                    key,
                    wishes.custodian() == null ? null : new CustodianId(wishes.custodian()))));
            writer.commit();
        }
        return keys;
    }

    /** The log that took over from one whose key was given up; null where none did. */
    private @Nullable String successor(@Nullable String named) {
        return named == null
                ? null
                : keyFolder.notes(named).ended().map(ended -> ended.to().name()).orElse(null);
    }

    /** Whether a log can be given this name. */
    static boolean isOrigin(String origin) {
        return Checkpoint.isOrigin(origin) && !origin.startsWith("http") && isPlain(origin);
    }

    private static boolean isPlain(String origin) {
        return origin.length() <= LogOrigin.SIZE_MOST
                && origin.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '+')
                && !origin.startsWith("/");
    }

    private static String madeUp(Frame frame) {
        byte[] random = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(random);
        String election = frame.definition().map(definition -> definition.id()).orElse("election");
        String plain = election.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
        return "cotejo.invalid/" + plain + "/" + HexFormat.of().formatHex(random);
    }

    private static String originOf(Path site) {
        Path file = site.resolve(SitePath.CHECKPOINT);
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try {
            return SignedCheckpoint.parse(Files.readAllBytes(file)) instanceof Result.Ok<SignedCheckpoint>(var head)
                    ? head.checkpoint().origin()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** Makes pages and data, and an entry that commits to them, unless the newest entry does already. */
    private void render(ElectionFolder folder, Path fresh) {
        List<EntryBlock> blocks = folder.blocks();
        long entries = folder.entries();
        List<Publication> publications = folder.frame(blocks).publications();
        boolean isShown = !publications.isEmpty() && publications.getLast().entries() == entries - 1;
        long shown = isShown ? entries - 1 : entries;
        Manifest manifest = render(folder, EntryBlock.first(blocks, shown), shown, fresh);
        if (isShown
                && org.cotejo.crypto.Sha256.of(manifest.bytes())
                        .equals(publications.getLast().manifest())) {
            return;
        }
        if (isShown) {
            // Another version of the program made the pages: then they are new, and speak of the entry about the old
            // ones too.
            manifest = render(folder, blocks, entries, fresh);
        }
        try (FolderWriter writer = folder.write()) {
            Hash hash = writer.keepBlob(manifest.bytes());
            writer.append(new Entry.PublicationMade(
                    new Publication(entries, clock.instant().truncatedTo(ChronoUnit.SECONDS), hash)));
            writer.commit();
        }
    }

    private Manifest render(ElectionFolder folder, List<EntryBlock> blocks, long entries, Path fresh) {
        HashedPages pages = new HashedPages(SiteFolder.into(fresh));
        ReportInput input = ReportInput.of(Dossier.of(blocks), JudgedAudits.of(blocks, FolderAudits.files(folder)));
        ReportSite.render(input, pages, progress);
        return Manifest.of(entries, Renderer.fingerprint(), pages.lines());
    }

    /** Every file that an entry names, as far as it is not there. */
    private static void blobs(ElectionFolder folder, List<EntryBlock> blocks, Path fresh) {
        Frame frame = folder.frame(blocks);
        List<Hash> named = new ArrayList<>();
        frame.publications().forEach(publication -> named.add(publication.manifest()));
        frame.taken().forEach(taken -> named.add(taken.checkpoint()));
        frame.machineLogs().forEach(given -> named.add(given.held().file()));
        // An audit may have committed to a file that it shows later.
        frame.commitments().stream()
                .map(step -> step.commitment().file())
                .filter(folder::hasBlob)
                .forEach(named::add);
        for (Hash hash : named) {
            Path file = fresh.resolve(SitePath.blob(hash));
            if (!Files.exists(file)) {
                Folders.make(java.util.Objects.requireNonNull(file.getParent()));
                write(file, folder.blob(hash));
            }
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private static void replace(Path file, byte[] bytes) {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        write(aside, bytes);
        try {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("moving " + aside, e);
        }
    }

    /** The log of the folder, written into the site that is being made. */
    private final class Log {
        private final LogKeys keys;
        private final LogFolders folders;

        Log(LogKeys keys, Path fresh) {
            this.keys = keys;
            this.folders = new LogFolders(keyFolder.store(keys.origin()), fresh);
        }

        OptionalLong kept() {
            return LogWriter.kept(folders.state(), keys);
        }

        /** Keys that were restored sign nothing before the folder holds all that was published with them. */
        void checkRestored(ElectionFolder folder) {
            Checkpoint head = keyFolder
                    .notes(keys.origin())
                    .restored()
                    .map(SignedCheckpoint::checkpoint)
                    .orElse(null);
            if (head == null || kept().isPresent()) {
                return;
            }
            boolean isWhole = head.size() <= folder.entries()
                    && LogBringer.root(folder.blocks(), head.size()).equals(head.root());
            if (!isWhole) {
                throw new RefusedException(AppProblem.RESTORED.at(folder.path().toString(), head.size()));
            }
        }

        SignedCheckpoint bring(List<EntryBlock> blocks, Path site) {
            if (kept().isEmpty()) {
                LogWriter.create(folders, keys, clock);
            }
            return new LogBringer(folders, keys, clock).bring(blocks, kept().orElseThrow(), site);
        }
    }
}
