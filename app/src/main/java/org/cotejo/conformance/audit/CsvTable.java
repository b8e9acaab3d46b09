package org.cotejo.conformance.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.cotejo.formats.text.RowFile;
import org.cotejo.formats.text.RowTerms;

/** A CSV file that lies beside the vectors, plain or packed with gzip. */
final class CsvTable {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int UNPACKED_MOST = 1 << 28;

    private final RowFile rows;

    private CsvTable(RowFile rows) {
        this.rows = rows;
    }

    static CsvTable read(String name, byte[] bytes) {
        return new CsvTable(RowFile.open(name, unpacked(name, bytes), RowTerms.PLAIN));
    }

    private static byte[] unpacked(String name, byte[] bytes) {
        if (bytes.length < 2 || (bytes[0] & 0xff) != GZIP_FIRST || (bytes[1] & 0xff) != GZIP_SECOND) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = in.readNBytes(UNPACKED_MOST);
            if (in.read() >= 0) {
                throw new IllegalArgumentException(name + " unpacks to more than " + UNPACKED_MOST + " bytes");
            }
            return plain;
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " is no whole gzip file", e);
        }
    }

    List<String> columns() {
        return rows.columns();
    }

    /** A column as texts. */
    List<String> texts(String column) {
        int place = rows.column(column);
        List<String> texts = new ArrayList<>();
        rows.rows(row -> texts.add(row.text(place)));
        return texts;
    }

    /** A column as numbers; a field that is no number is an illegal argument. */
    double[] numbers(String column) {
        return texts(column).stream().mapToDouble(Double::parseDouble).toArray();
    }

    /** A column as whole numbers. */
    long[] wholes(String column) {
        return texts(column).stream().mapToLong(Long::parseLong).toArray();
    }
}
