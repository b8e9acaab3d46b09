package org.cotejo.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Workers;
import org.cotejo.covered.PublicCopy;
import org.cotejo.covered.PublicPng;
import org.cotejo.covered.RedactionProof;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.dossier.Pictures;
import org.cotejo.publication.SitePath;

/** Holds every public copy of a picture against its proof and both against the root that its entry states (docs/formats/redaction.md, section 2). */
final class PictureCheck {
    private final FileReader files;
    private final Findings findings;

    PictureCheck(FileReader files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** Checks all of them side by side; returns how many there are. */
    long check(Pictures pictures) {
        List<CommittedPicture> shown = new ArrayList<>();
        for (CommittedPicture picture : pictures.all()) {
            if (picture.copy() != null) {
                shown.add(picture);
            }
        }
        Workers.run(
                shown.stream().map(picture -> (Runnable) () -> check(picture)).toList());
        return shown.size();
    }

    private void check(CommittedPicture picture) {
        CommittedPicture.Copy copy = java.util.Objects.requireNonNull(picture.copy());
        String path = SitePath.blob(copy.picture());
        Optional<byte[]> png = file(copy.picture(), PublicPng.BYTES_MOST);
        Optional<byte[]> proof = file(copy.proof(), RedactionProof.BYTES_MOST);
        if (png.isEmpty() || proof.isEmpty()) {
            // PUB-203 says of the file that is missing or another. One too long for any copy has its hash, and is none.
            sayTooLong(copy.picture(), PublicPng.BYTES_MOST);
            sayTooLong(copy.proof(), RedactionProof.BYTES_MOST);
            return;
        }
        List<Problem> faults = faults(png.get(), proof.get(), picture.root());
        if (!faults.isEmpty()) {
            Problem first = faults.getFirst();
            findings.add(
                    Level.BYTES,
                    PublicationProblem.PICTURE.because(
                            Spot.file(path),
                            new Sentence(
                                    first.code() + ": " + first.sentence().en(),
                                    first.code() + ": " + first.sentence().es())));
        }
    }

    /** What refutes a copy; nothing where it is what was committed to, but for what is covered. */
    static List<Problem> faults(byte[] png, byte[] proof, Hash root) {
        Result<List<Problem>> checked = RedactionProof.parse(proof)
                .then(read -> PublicCopy.read(png, read).then(copy -> Result.ok(copy.faults(root))));
        return switch (checked) {
            case Result.Ok<List<Problem>>(List<Problem> faults) -> faults;
            case Result.Refused<List<Problem>>(Problem problem) -> List.of(problem);
        };
    }

    private void sayTooLong(Hash hash, int most) {
        if (files.bytes(SitePath.blob(hash), most)
                .filter(bytes -> bytes.length > most)
                .isPresent()) {
            findings.add(
                    Level.BYTES,
                    PublicationProblem.PICTURE.because(
                            Spot.file(SitePath.blob(hash)),
                            new Sentence(
                                            "it has more than {0} bytes, as no public copy and no proof has",
                                            "tiene más de {0} bytes, como ninguna copia pública ni prueba")
                                    .with(most)));
        }
    }

    /** A file that is there and has its hash. */
    private Optional<byte[]> file(Hash hash, int most) {
        return files.bytes(SitePath.blob(hash), most)
                .filter(bytes -> bytes.length <= most && Sha256.of(bytes).equals(hash));
    }
}
