package org.cotejo.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotejo.base.Progress;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.bulletin.Publication;
import org.cotejo.crypto.Hash;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.FoldException;
import org.cotejo.entry.EntryBlock;
import org.cotejo.publication.Manifest;
import org.cotejo.publication.SitePath;
import org.cotejo.publication.Succession;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.TilePath;
import org.cotejo.tlog.TileReader;
import org.cotejo.verify.time.TimeTrust;
import org.jspecify.annotations.Nullable;

/** Recomputes everything that a publication claims, from its bytes. */
public final class Verifier {
    /**
     * What is known from elsewhere than the publication.
     *
     * @param policy whose keys are believed; null if nobody's are
     * @param kept the head that was seen before of the same log, if any
     * @param withPages whether the pages are made again too
     * @param time whose clocks are believed
     * @param now by the clock of whoever verifies; null if it has none, and then nothing is held against it
     * @param succession that is known of this log or of the one that it goes on from; null if none is
     */
    public record Trust(
            @Nullable Policy policy,
            @Nullable Checkpoint kept,
            boolean withPages,
            TimeTrust time,
            @Nullable Instant now,
            @Nullable Succession succession) {
        /** Trust where no key was ever given up. */
        public Trust(
                @Nullable Policy policy,
                @Nullable Checkpoint kept,
                boolean withPages,
                TimeTrust time,
                @Nullable Instant now) {
            this(policy, kept, withPages, time, now, null);
        }

        /** Trust in nobody's clock. */
        public Trust(@Nullable Policy policy, @Nullable Checkpoint kept, boolean withPages) {
            this(policy, kept, withPages, TimeTrust.NONE, null);
        }
    }

    /** A verification, and the head that a later one may be held against, if this one did not refute it. */
    public record Outcome(Verification verification, Optional<SignedCheckpoint> head) {}

    private final SiteFiles files;
    private final FileReader reader;
    private final Trust trust;
    private final Progress progress;
    private final Runnable hashed;
    private final Findings findings = new Findings();
    private final List<Claim> claims = new ArrayList<>();
    private List<Timestamped> timestamps = List.of();

    private Verifier(SiteFiles files, Trust trust, Progress progress, Runnable hashed) {
        this.files = files;
        this.reader = new FileReader(files);
        this.trust = trust;
        this.progress = progress;
        this.hashed = hashed;
    }

    /** Verifies a publication. Throws {@link java.io.UncheckedIOException} where disk or network fail. */
    public static Outcome verify(SiteFiles files, Trust trust, Progress progress) {
        return verify(files, trust, progress, () -> {});
    }

    /** As the other; {@code hashed} is run when all bytes of the log are hashed, before the signatures of stations. */
    public static Outcome verify(SiteFiles files, Trust trust, Progress progress, Runnable hashed) {
        return new Verifier(files, trust, progress, hashed).run();
    }

    /** The timestamps of a publication alone, held against this head and not against what its entries say of their time. */
    public static List<Timestamped> timestamps(SiteFiles files, Checkpoint head, TimeTrust trust) {
        Findings none = new Findings();
        FilesCheck all = new FilesCheck(files, none, Progress.NONE);
        ClockCheck clock = new ClockCheck(files, all::listed, trust, none);
        FileReader reader = new FileReader(files);
        clock.check(head, path -> reader.bytes(path.path(), TilePath.FULL_BYTES), List.of());
        return clock.found();
    }

    private Outcome run() {
        HeadCheck heads = new HeadCheck(findings);
        SignedCheckpoint head = heads.read(reader);
        if (head == null) {
            List.of(Level.SIGNATURES, Level.VERDICTS, Level.PAGES)
                    .forEach(level -> findings.answer(level, Answer.UNCHECKED));
            return outcome(null, "", 0, 0, 0, head);
        }
        Checkpoint checkpoint = head.checkpoint();
        String pinned = heads.judge(head, trust.policy());
        heads.mirrors(reader, head, trust.policy());
        continues(checkpoint);
        SuccessionCheck succession = new SuccessionCheck(findings);
        succession.check(checkpoint, trust.succession(), trust.policy(), this::tile);
        TreeCheck tree = new TreeCheck(reader, checkpoint, findings, progress);
        List<EntryBlock> blocks = tree.check();
        EntryCheck entries = new EntryCheck(blocks, checkpoint.size(), findings);
        FilesCheck filesCheck = new FilesCheck(files, findings, progress);
        Publication newest = entries.newest();
        if (newest != null) {
            // Its files are read beside the folding, which is mostly work of one thread.
            filesCheck.manifest(newest);
        }
        hashed.run();
        if (!blocks.isEmpty()) {
            entries.check(reader);
        }
        shown(filesCheck, entries, blocks, checkpoint);
        ClockCheck clock = new ClockCheck(files, filesCheck::listed, trust.time(), findings);
        clock.check(checkpoint, this::tile, entries.publications());
        if (trust.now() != null) {
            clock.future(entries.publications(), trust.now());
        }
        timestamps = clock.found();
        findings.answer(Level.BYTES, Answer.PROVEN);
        bytesClaim(checkpoint, tree);
        picturesClaim(entries.pictures());
        claims.add(new Claim(
                Level.SIGNATURES.sentence(),
                findings.of(Level.SIGNATURES),
                new Sentence(
                                "{0} signed sheets, {1} signatures of stations recomputed, {2} of them not the"
                                        + " station's and shown as such",
                                "{0} actas firmadas, {1} firmas de mesas recalculadas, {2} de ellas no son de la mesa"
                                        + " y así se muestran")
                        .with(entries.sheets(), entries.signatures(), entries.falseSignatures()),
                Stream.of(heads.claims(), succession.claims(), clock.claims())
                        .flatMap(List::stream)
                        .toList()));
        lastClaims();
        return outcome(
                pinned,
                checkpoint.origin(),
                checkpoint.size(),
                entries.sheets(),
                heads.signatures() + entries.signatures(),
                head);
    }

    private void bytesClaim(Checkpoint checkpoint, TreeCheck tree) {
        claims.add(Claim.of(
                Level.BYTES.sentence(),
                findings.of(Level.BYTES),
                new Sentence(
                                "{0} entries ({1} bytes) hashed again, every tile, every file of the manifest",
                                "{0} asientos ({1} bytes) con su hash recalculado, cada tesela, cada archivo del"
                                        + " manifiesto")
                        .with(checkpoint.size(), tree.bytes())));
    }

    private void picturesClaim(long pictures) {
        if (pictures == 0) {
            return;
        }
        boolean isFalse =
                findings.troubles().stream().anyMatch(trouble -> trouble.kind() == PublicationProblem.PICTURE);
        claims.add(Claim.of(
                new Sentence("public copies of pictures", "copias públicas de imágenes"),
                isFalse ? Answer.REFUTED : Answer.PROVEN,
                new Sentence(
                                "{0} held against their proofs and the roots that entries state: what is not covered is"
                                        + " unchanged, pixel by pixel",
                                "{0} contrastadas con sus pruebas y con las raíces que declaran los asientos: lo que no"
                                        + " está cubierto no ha cambiado, píxel por píxel")
                        .with(pictures)));
    }

    private void lastClaims() {
        for (Level level : List.of(Level.VERDICTS, Level.AUDITS, Level.PAGES)) {
            Sentence evidence = switch (level) {
                case VERDICTS ->
                    new Sentence(
                            "all files of data/, made again from the entries",
                            "todos los archivos de data/, hechos de nuevo de los asientos");
                case PAGES ->
                    trust.withPages()
                            ? new Sentence(
                                    "every page, made again from the entries",
                                    "cada página, hecha de nuevo de los asientos")
                            : new Sentence("left out as asked", "omitidas, como se pidió");
                case AUDITS ->
                    new Sentence(
                            "every audit of boxes: claim, order, draw, counts and p-values made again from entries and"
                                    + " files",
                            "cada auditoría de cajas: afirmación, orden, sorteo, conteos y valores p hechos de nuevo"
                                    + " de asientos y archivos");
                case BYTES, SIGNATURES -> level.sentence();
            };
            claims.add(Claim.of(level.sentence(), findings.of(level), evidence));
        }
    }

    /** Whether the log continues the head that was seen before. */
    private void continues(Checkpoint head) {
        Checkpoint kept = trust.kept();
        if (kept == null || !kept.origin().equals(head.origin()) || kept.size() == 0) {
            return;
        }
        Spot spot = Spot.file(SitePath.CHECKPOINT);
        if (kept.size() > head.size()) {
            findings.add(
                    Level.BYTES,
                    PublicationProblem.NOT_CONTINUED.because(
                            spot,
                            new Sentence("it had {0} entries, now it has {1}", "tenía {0} asientos, ahora tiene {1}")
                                    .with(kept.size(), head.size())));
            return;
        }
        Result<Hash> root = kept.size() == head.size()
                ? Result.ok(head.root())
                : TileReader.open(head, this::tile).then(tiles -> tiles.root(kept.size()));
        if (!(root instanceof Result.Ok<Hash>(Hash now)) || !now.equals(kept.root())) {
            findings.add(
                    Level.BYTES,
                    PublicationProblem.NOT_CONTINUED.because(
                            spot,
                            new Sentence(
                                            "its first {0} entries are others now",
                                            "sus primeros {0} asientos ahora son otros")
                                    .with(kept.size())));
        }
    }

    private Optional<byte[]> tile(TilePath path) {
        return reader.bytes(path.path(), TilePath.FULL_BYTES);
    }

    /** Files, data and pages of the newest publication. */
    private void shown(FilesCheck filesCheck, EntryCheck entries, List<EntryBlock> blocks, Checkpoint head) {
        @Nullable Manifest manifest = null;
        if (entries.publications().isEmpty()) {
            List.of(Level.VERDICTS, Level.PAGES).forEach(level -> findings.answer(level, Answer.UNCHECKED));
            if (!blocks.isEmpty()) {
                findings.add(Level.PAGES, PublicationProblem.NO_PUBLICATION.at(Spot.all()));
            }
        } else {
            Publication newest = entries.publications().getLast();
            if (newest.entries() + 1 < head.size()) {
                findings.add(
                        Level.PAGES, PublicationProblem.NOT_YET_SHOWN.at(Spot.all(), newest.entries(), head.size()));
            }
            manifest = filesCheck.manifest(newest);
        }
        Dossier dossier = entries.published();
        if (manifest == null || dossier == null) {
            List.of(Level.VERDICTS, Level.PAGES).forEach(level -> findings.answer(level, Answer.UNCHECKED));
        } else {
            madeAgain(manifest, dossier, entries);
        }
        filesCheck.await();
        if (!filesCheck.extra(manifest, blocks, head.size())) {
            claims.add(Claim.of(
                    new Sentence("nothing extra", "nada de más"),
                    Answer.UNCHECKED,
                    new Sentence(
                            "over the web files can't be listed: one that nothing covers would go unseen, and"
                                    + " is no part of the publication",
                            "por la red no se pueden listar los archivos: uno que nada cubre no se vería, y no"
                                    + " es parte de la publicación")));
        }
    }

    /** Cells are read only now, so that a malformed one is found here. */
    private void madeAgain(Manifest manifest, Dossier dossier, EntryCheck entries) {
        try {
            new MadeAgain(manifest, findings, progress).check(dossier, entries.audits(), trust.withPages());
        } catch (FoldException e) {
            entries.locate(String.valueOf(e.getMessage()));
            List.of(Level.VERDICTS, Level.PAGES).forEach(level -> findings.answer(level, Answer.UNCHECKED));
        }
    }

    private Outcome outcome(
            @Nullable String pinned,
            String origin,
            long size,
            long sheets,
            long signatures,
            @Nullable SignedCheckpoint head) {
        Verification verification = new Verification(
                pinned, origin, size, sheets, signatures, findings.answers(), findings.troubles(), claims, timestamps);
        boolean isKept = pinned != null && verification.verdict() != Answer.REFUTED;
        return new Outcome(verification, isKept ? Optional.ofNullable(head) : Optional.empty());
    }
}
