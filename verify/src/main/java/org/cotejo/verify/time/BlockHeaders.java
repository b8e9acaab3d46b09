package org.cotejo.verify.time;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cotejo.base.Result;

/**
 * Headers of Bitcoin blocks by their height, as whoever verifies has them from a node that he trusts. That they are those of the
 * longest chain is for that node to say.
 */
public final class BlockHeaders {
    /** No header is known. */
    public static final BlockHeaders NONE = new BlockHeaders(new byte[0], Map.of());

    /** Most bytes of a file. */
    public static final int SIZE_MOST = 1 << 28;

    /** Every header from the first block on, one after the other. */
    private final byte[] chain;

    private final Map<Long, byte[]> single;

    private BlockHeaders(byte[] chain, Map<Long, byte[]> single) {
        this.chain = chain;
        this.single = single;
    }

    /** All headers of the chain from block 0 on, 80 bytes each. The array is kept, not copied. */
    public static Result<BlockHeaders> ofChain(byte[] chain) {
        return chain.length == 0 || chain.length % BlockHeader.SIZE != 0
                ? Result.refused(TimeProblem.HEADERS.because(
                        chain.length + " bytes are no whole headers of " + BlockHeader.SIZE,
                        chain.length + " bytes no son cabeceras enteras de " + BlockHeader.SIZE))
                : Result.ok(new BlockHeaders(chain, Map.of()));
    }

    /** Single headers by their height, 0 or more. */
    public static Result<BlockHeaders> ofHeights(Map<Long, byte[]> headers) {
        for (Map.Entry<Long, byte[]> one : headers.entrySet()) {
            if (one.getKey() < 0 || one.getValue().length != BlockHeader.SIZE) {
                return Result.refused(TimeProblem.HEADERS.because(
                        "block " + one.getKey() + ": " + one.getValue().length + " bytes, " + BlockHeader.SIZE
                                + " were expected",
                        "bloque " + one.getKey() + ": " + one.getValue().length + " bytes, se esperaban "
                                + BlockHeader.SIZE));
            }
        }
        return headers.isEmpty()
                ? Result.refused(TimeProblem.HEADERS.because("there is none", "no hay ninguna"))
                : Result.ok(new BlockHeaders(new byte[0], new TreeMap<>(headers)));
    }

    boolean isEmpty() {
        return chain.length == 0 && single.isEmpty();
    }

    Optional<BlockHeader> at(long height) {
        if (height >= 0 && height < chain.length / BlockHeader.SIZE) {
            int from = (int) height * BlockHeader.SIZE;
            return Optional.of(new BlockHeader(Arrays.copyOfRange(chain, from, from + BlockHeader.SIZE)));
        }
        return Optional.ofNullable(single.get(height)).map(BlockHeader::new);
    }
}
