package org.cotejo.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryReader;
import org.cotejo.merkle.Inclusion;
import org.cotejo.merkle.TreeHash;
import org.cotejo.merkle.WholeTree;
import org.cotejo.tlog.AnchoredProof;

/**
 * The station tree of the first entries of a log: a second, dense tree with leaf <i>i</i> for station <i>i</i> of the register, a pure
 * function of those entries. Its root is printed when the log is frozen; with it a citizen's proof has 15 to 20 hashes and no signature, and
 * a station of which nothing came has a leaf that says so.
 */
public final class StationTree {
    private final List<StationLeaf> leaves;
    private final WholeTree tree = new WholeTree();

    private StationTree(List<StationLeaf> leaves) {
        this.leaves = leaves;
        leaves.forEach(leaf -> tree.append(leaf.hash()));
    }

    /** The tree of these entries; stations that the register does not have are in no leaf. */
    public static StationTree of(List<EntryBlock> blocks) {
        Register register = Frame.of(blocks).register();
        List<List<StationLeaf.Copy>> copies = new ArrayList<>();
        for (int i = 0; i < register.size(); i++) {
            copies.add(new ArrayList<>(2));
        }
        TreeHash hash = new TreeHash();
        long[] index = {0};
        for (EntryBlock block : blocks) {
            block.forEach((bytes, offset, length) -> {
                station(bytes, offset, length).ifPresent(code -> {
                    int station = register.find(code);
                    if (station >= 0) {
                        copies.get(station).add(new StationLeaf.Copy(index[0], hash.leaf(bytes, offset, length)));
                    }
                });
                index[0]++;
            });
        }
        List<StationLeaf> leaves = new ArrayList<>();
        for (int i = 0; i < register.size(); i++) {
            leaves.add(new StationLeaf(register.code(i), copies.get(i)));
        }
        return new StationTree(leaves);
    }

    private static Optional<StationCode> station(byte[] bytes, int offset, int length) {
        if (EntryReader.isFrameKind(bytes, offset, length)
                || !(EntryReader.read(bytes, offset, length) instanceof Result.Ok<Entry>(Entry entry))) {
            return Optional.empty();
        }
        if (entry instanceof Entry.FiguresGiven(var figures)) {
            return Optional.of(figures.station());
        }
        return entry instanceof Entry.SheetGiven(var copy) ? Optional.of(copy.station()) : Optional.empty();
    }

    /** How many stations there are. */
    public int size() {
        return leaves.size();
    }

    /** What is printed in the gazette. */
    public Hash root() {
        return tree.root();
    }

    /** The leaf of a station by its place in the register. */
    public StationLeaf leaf(int station) {
        return leaves.get(station);
    }

    /** The place of a station in the register; empty if it is not in it. */
    public Optional<Integer> find(StationCode code) {
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).station().equals(code)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The proof that a station's leaf is the one at its place. */
    public AnchoredProof proof(int station) {
        return new AnchoredProof(leaves.size(), station, Inclusion.prove(station, leaves.size(), tree));
    }

    /** What a station's slip on paper says: its leaf, and the proof that it is the one at its place. */
    public StationSlip slip(int station) {
        return new StationSlip(leaf(station), proof(station));
    }

    /** The line that is printed in the gazette. */
    public PrintedRoot printed() {
        return new PrintedRoot(size(), root());
    }
}
