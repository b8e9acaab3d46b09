package org.cotejo.covered;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.WholeTree;

/** A picture with covered parts beside its proof, as anybody may have got them; whether they hold is what {@link #faults} says. */
public final class PublicCopy {
    private final Pixels picture;
    private final RedactionProof proof;

    private PublicCopy(Pixels picture, RedactionProof proof) {
        this.picture = picture;
        this.proof = proof;
    }

    /** Reads the picture; refused where it is none, or holds anything beside its pixels. */
    public static Result<PublicCopy> read(byte[] png, RedactionProof proof) {
        return PublicPng.read(png).then(picture -> Result.ok(new PublicCopy(picture, proof)));
    }

    /** The picture as it is. */
    public Pixels picture() {
        return picture;
    }

    /** What is said of it. */
    public RedactionProof proof() {
        return proof;
    }

    /** Everything that refutes it; nothing where it holds against its own root. */
    public List<Problem> faults() {
        Tiles tiles = proof.tiles();
        if (picture.width() != tiles.width() || picture.height() != tiles.height()) {
            return List.of(RedactProblem.SIZE.with(picture.width(), picture.height(), tiles.width(), tiles.height()));
        }
        List<Problem> faults = new ArrayList<>();
        WholeTree tree = new WholeTree();
        int first = LeafBody.FIRST_FIELD + proof.fields();
        for (int i = 0; i < proof.leaves().size(); i++) {
            RedactionProof.Leaf leaf = proof.leaves().get(i);
            tree.append(leaf.hash());
            switch (leaf) {
                case RedactionProof.Leaf.Seen(Salt salt, Hash hash) -> {
                    byte[] body = i == LeafBody.HEADER
                            ? LeafBody.header(tiles, proof.fields())
                            : LeafBody.tile(tiles, i - first, picture);
                    if (!salt.leaf(body).equals(hash)) {
                        faults.add(
                                i == LeafBody.HEADER
                                        ? RedactProblem.HEADER.with()
                                        : RedactProblem.CHANGED.with(proof.place(i)));
                    }
                }
                case RedactionProof.Leaf.Covered _ -> {
                    if (i >= first && !isBlack(tiles.pixels(i - first, picture))) {
                        faults.add(RedactProblem.NOT_BLACK.with(proof.place(i)));
                    }
                }
            }
        }
        if (!tree.root().equals(proof.root())) {
            faults.add(RedactProblem.TREE.with());
        }
        return faults;
    }

    /** As {@link #faults}, and against a root that is known from elsewhere. */
    public List<Problem> faults(Hash expected) {
        List<Problem> faults = new ArrayList<>(faults());
        if (!proof.root().equals(expected)) {
            faults.add(RedactProblem.ROOT.with(proof.root(), expected));
        }
        return faults;
    }

    private static boolean isBlack(byte[] pixels) {
        for (byte pixel : pixels) {
            if (pixel != 0) {
                return false;
            }
        }
        return true;
    }
}
