package org.cotejo.node.witness;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.TreeHash;

/**
 * The body of {@code add-checkpoint}: {@code old <size>}, the hashes of a consistency proof, an empty line, a note. Nothing of it is
 * believed.
 *
 * @param old the size of the head that the witness is thought to have
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record AddCheckpoint(long old, List<Hash> proof, byte[] note) {
    /** Most hashes of a proof. */
    static final int PROOF_MOST = 63;

    private static final String BEGIN = "old ";
    private static final int DIGITS_MOST = 13;
    private static final int HEADER_MOST = BEGIN.length() + DIGITS_MOST + 1 + PROOF_MOST * 45;

    AddCheckpoint {
        proof = List.copyOf(proof);
        Check.that(old >= 0 && proof.size() <= PROOF_MOST, "old %d with %d hashes", old, proof.size());
    }

    /** Reads a body; empty where its framing is not that of the protocol. */
    static Optional<AddCheckpoint> parse(byte[] body) {
        int split = 0;
        while (split + 1 < body.length && (body[split] != '\n' || body[split + 1] != '\n')) {
            split++;
        }
        if (split + 1 >= body.length || split > HEADER_MOST) {
            return Optional.empty();
        }
        String header;
        try {
            header = StandardCharsets.US_ASCII
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body, 0, split))
                    .toString();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        List<String> lines = List.of(header.split("\n", -1));
        Optional<Long> old = size(lines.getFirst());
        List<Hash> proof = new ArrayList<>();
        lines.stream().skip(1).flatMap(line -> hash(line).stream()).forEach(proof::add);
        return old.isEmpty() || proof.size() != lines.size() - 1 || proof.size() > PROOF_MOST
                ? Optional.empty()
                : Optional.of(new AddCheckpoint(old.get(), proof, Arrays.copyOfRange(body, split + 2, body.length)));
    }

    private static Optional<Long> size(String line) {
        String digits = line.startsWith(BEGIN) ? line.substring(BEGIN.length()) : "";
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= DIGITS_MOST
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        return isNumber
                ? Optional.of(Long.parseLong(digits)).filter(size -> size <= TreeHash.SIZE_MOST)
                : Optional.empty();
    }

    private static Optional<Hash> hash(String line) {
        try {
            byte[] bytes = Base64.getDecoder().decode(line);
            boolean isHash = bytes.length == Hash.SIZE
                    && Base64.getEncoder().encodeToString(bytes).equals(line);
            return isHash ? Optional.of(new Hash(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The bytes, which {@link #parse} reads back. */
    byte[] bytes() {
        StringBuilder header = new StringBuilder(BEGIN).append(old).append('\n');
        proof.forEach(hash ->
                header.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n'));
        byte[] begin = header.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(begin.length + note.length)
                .put(begin)
                .put(note)
                .array();
    }
}
