package org.cotejo.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.bulletin.Publication;
import org.cotejo.bulletin.TakenPublication;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.FoldException;
import org.cotejo.dossier.Frame;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryReader;
import org.cotejo.publication.SitePath;
import org.cotejo.tlog.TilePath;
import org.jspecify.annotations.Nullable;

/** Folds the entries of a log and says which of them can't be; counts the sheets and their signatures. */
final class EntryCheck {
    /** Longest blob that is read. */
    private static final long BLOB_MOST = 1L << 28;

    private final Findings findings;
    private final List<EntryBlock> blocks;
    private final long size;
    private final List<Publication> publications = new ArrayList<>();
    private @Nullable Dossier published;
    private JudgedAudits audits = JudgedAudits.NONE;
    private long sheets;
    private long signatures;
    private long falseSignatures;
    private long pictures;

    EntryCheck(List<EntryBlock> blocks, long size, Findings findings) {
        this.blocks = blocks;
        this.size = size;
        this.findings = findings;
    }

    /** Folds all entries, and once more those that the newest publication speaks of, if it does not speak of all before it. */
    void check(FileReader files) {
        try {
            Dossier dossier = endsInPublication() ? foldOnce() : null;
            Frame frame = dossier == null ? Frame.of(blocks) : dossier.frame();
            if (dossier == null) {
                publications.addAll(frame.publications());
            }
            blobs(frame, files);
            new MachineLogCheck(findings, files, frame).check();
            pictures = new PictureCheck(files, findings).check(frame.pictures());
            long shown = publications.isEmpty() ? size : publications.getLast().entries();
            if (dossier == null) {
                dossier = Dossier.of(first(shown));
            }
            published = dossier;
            count(dossier);
            audits(frame, shown, files);
        } catch (FoldException e) {
            locate(String.valueOf(e.getMessage()));
        }
    }

    /** Judges the audits of all entries, and keeps what the pages must show: those of the entries that they speak of. */
    private void audits(Frame frame, long shown, FileReader files) {
        if (frame.commitments().isEmpty()) {
            return;
        }
        JudgedAudits all = new AuditCheck(findings, files).check(blocks, frame);
        boolean isAllShown = frame.commitments().stream().allMatch(step -> step.entry() < shown);
        audits = isAllShown ? all : new AuditCheck(new Findings(), files).check(first(shown), frame);
    }

    /** The first {@code count} entries; every block but the last is a full bundle. */
    private List<EntryBlock> first(long count) {
        int full = Math.toIntExact(count / TilePath.FULL);
        List<EntryBlock> first = new ArrayList<>(blocks.subList(0, full));
        first.addAll(EntryBlock.first(blocks.subList(full, blocks.size()), count % TilePath.FULL));
        return first;
    }

    /** Whether the newest entry is a publication that speaks of all entries before it, as it mostly is. */
    private boolean endsInPublication() {
        Publication newest = newest();
        return newest != null && newest.entries() == size - 1;
    }

    /** The publication that the last entry states, as it mostly does; known before the entries are folded. */
    @Nullable
    Publication newest() {
        return last() instanceof Entry.PublicationMade(Publication publication) ? publication : null;
    }

    private @Nullable Entry last() {
        if (blocks.isEmpty()) {
            return null;
        }
        EntryBlock block = blocks.getLast();
        int[] place = {0, 0};
        block.forEach((bytes, offset, length) -> {
            place[0] = offset;
            place[1] = length;
        });
        return EntryReader.read(block.bytes(), place[0], place[1]) instanceof Result.Ok<Entry>(Entry entry)
                ? entry
                : null;
    }

    /**
     * Folds all entries but the last one, which is the newest publication and changes nothing that the others state; null if they
     * can't be folded, so that what is wrong is found as it is for any other log.
     */
    private @Nullable Dossier foldOnce() {
        try {
            Dossier dossier = Dossier.of(first(size - 1));
            publications.addAll(dossier.frame().publications());
            Publication newest = newest();
            if (newest != null) {
                publications.add(newest);
            }
            return dossier;
        } catch (FoldException e) {
            return null;
        }
    }

    private void count(Dossier dossier) {
        for (int row = 0; dossier.hasSheets() && row < dossier.rows(); row++) {
            SignatureVerdict verdict = dossier.verdictOf(row);
            switch (verdict) {
                case UNSIGNED -> {
                    // of paper
                }
                case UNCHECKED, OTHER_STATION, OTHER_ELECTION -> sheets++;
                case PROVEN, LATE_KEY -> {
                    sheets++;
                    signatures++;
                }
                case FALSE -> {
                    sheets++;
                    signatures++;
                    falseSignatures++;
                }
            }
        }
    }

    /** Every file that an entry names by its hash. */
    private void blobs(Frame frame, FileReader files) {
        TreeSet<String> named = new TreeSet<>();
        publications.stream().map(Publication::manifest).map(Hash::hex).forEach(named::add);
        frame.taken().stream().map(TakenPublication::checkpoint).map(Hash::hex).forEach(named::add);
        for (CommittedPicture picture : frame.pictures().all()) {
            if (picture.copy() != null) {
                named.add(picture.copy().picture().hex());
                named.add(picture.copy().proof().hex());
            }
        }
        frame.machineLogs().stream().map(given -> given.held().file().hex()).forEach(named::add);
        // What an audit commits to is shown when its time has come: then it must have its hash.
        frame.commitments().stream()
                .map(step -> step.commitment().file().hex())
                .filter(hex -> files.hash(SitePath.blob(Hash.ofHex(hex)), 0).isPresent())
                .forEach(named::add);
        for (String hex : named) {
            Hash hash = Hash.ofHex(hex);
            String path = SitePath.blob(hash);
            FileReader.Seen seen = files.hash(path, BLOB_MOST).orElse(null);
            if (seen == null) {
                findings.add(
                        Level.BYTES,
                        PublicationProblem.BLOB.because(Spot.file(path), new Sentence("it is missing", "falta")));
            } else if (!seen.hash().equals(hash)) {
                findings.add(
                        Level.BYTES,
                        PublicationProblem.BLOB.because(
                                Spot.file(path), new Sentence("it has other bytes", "tiene otros bytes")));
            }
        }
    }

    /** Names the entries that are malformed; if each is well-formed, only that they can't follow each other. */
    void locate(String reason) {
        long before = findings.found();
        for (int block = 0; block < blocks.size(); block++) {
            long[] index = {(long) block * TilePath.FULL};
            int count = (int) Math.min(TilePath.FULL, size - index[0]);
            String path = TilePath.entries(block, count).path();
            blocks.get(block).forEach((bytes, offset, length) -> {
                if (EntryReader.read(bytes, offset, length) instanceof Result.Refused<Entry>(Problem problem)) {
                    findings.add(
                            Level.BYTES,
                            PublicationProblem.ENTRIES.because(new Spot(path, index[0], offset), problem.sentence()));
                }
                index[0]++;
            });
        }
        if (findings.found() == before) {
            findings.add(
                    Level.BYTES,
                    PublicationProblem.ENTRIES.because(
                            Spot.all(),
                            new Sentence(
                                            "the entries can't follow each other: {0}",
                                            "los asientos no pueden seguirse: {0}")
                                    .with(reason)));
        }
    }

    /** The election of the entries that the newest publication speaks of; null if they can't be folded. */
    @Nullable
    Dossier published() {
        return published;
    }

    /** The audits of the entries that the newest publication speaks of. */
    JudgedAudits audits() {
        return audits;
    }

    List<Publication> publications() {
        return publications;
    }

    long sheets() {
        return sheets;
    }

    /** Signatures of stations that were computed, for each copy. */
    long signatures() {
        return signatures;
    }

    /** Public copies of pictures that were held against their proofs and roots. */
    long pictures() {
        return pictures;
    }

    /** Copies whose signature is not the station's; the publication must show them as such. */
    long falseSignatures() {
        return falseSignatures;
    }
}
