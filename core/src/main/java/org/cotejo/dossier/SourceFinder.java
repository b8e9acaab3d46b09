package org.cotejo.dossier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CustodianId;

/** Finds the index of a source by the bytes of its custodian and its number; entries of one source mostly follow each other. */
final class SourceFinder {
    private final Map<SourceId, Integer> indexes;
    private byte[] lastCustodian = new byte[0];
    private int lastNumber;
    private int lastSource = -1;

    SourceFinder(Map<SourceId, Integer> indexes) {
        this.indexes = indexes;
    }

    /** The index of the source; throws {@link FoldException} if it was never opened. */
    int find(byte[] bytes, int at, int length, int number) {
        if (lastSource >= 0
                && number == lastNumber
                && Arrays.equals(bytes, at, at + length, lastCustodian, 0, lastCustodian.length)) {
            return lastSource;
        }
        SourceId id = id(bytes, at, length, number);
        Integer source = indexes.get(id);
        if (source == null) {
            throw new FoldException("source " + id + " was never opened");
        }
        lastCustodian = Arrays.copyOfRange(bytes, at, at + length);
        lastNumber = number;
        lastSource = source;
        return source;
    }

    /** The id of a source by the bytes of its custodian and its number; throws {@link FoldException} if it is none. */
    static SourceId id(byte[] bytes, int at, int length, int number) {
        try {
            return new SourceId(new CustodianId(new String(bytes, at, length, StandardCharsets.UTF_8)), number);
        } catch (IllegalArgumentException e) {
            throw new FoldException(String.valueOf(e.getMessage()));
        }
    }
}
