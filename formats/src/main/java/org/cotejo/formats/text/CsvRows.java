package org.cotejo.formats.text;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.cotejo.base.RefusedException;

/**
 * The rows of a file of separated values (RFC 4180 with any of the four delimiters). This is the loop that millions of rows
 * go through: a field's characters go from the reader's buffer straight into the row.
 */
final class CsvRows implements Table {
    private static final int SAMPLE = 1 << 16;

    private final Encoding encoding;
    private final char delimiter;
    private final RowTerms terms;

    private CsvRows(Encoding encoding, char delimiter, RowTerms terms) {
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.terms = terms;
    }

    static CsvRows of(String file, byte[] bytes, RowTerms terms) {
        Encoding encoding = Encoding.of(file, bytes, terms.encoding());
        String begin = begin(encoding);
        FileKind.refuseMarkup(file, begin);
        return new CsvRows(encoding, Delimiter.of(file, terms, begin), terms);
    }

    /** The first characters, up to the end of a line where there are more. */
    private static String begin(Encoding encoding) {
        char[] sample = new char[SAMPLE];
        int size = 0;
        try (Reader reader = encoding.reader()) {
            int more = reader.read(sample, 0, SAMPLE);
            while (more > 0) {
                size += more;
                more = reader.read(sample, size, SAMPLE - size);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        String text = new String(sample, 0, size);
        int end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
        return size < SAMPLE || end < 0 ? text : text.substring(0, end + 1);
    }

    /** The same rows cut at line ends, where the file has no quotes, so that each part can be read by itself. */
    @Override
    public Optional<PlainLines> plainLines() {
        return encoding.hasPlainLines() && !terms.hasComments()
                ? Optional.of(new PlainLines(encoding, delimiter))
                : Optional.empty();
    }

    @Override
    public void read(Row row, Sink sink) {
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .commentStrategy(terms.hasComments() ? CommentStrategy.SKIP : CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
        try (CsvReader<Row> reader = builder.build(new Filler(row), encoding.reader())) {
            if (terms.skipRows() > 0) {
                reader.skipLines(terms.skipRows());
            }
            for (Row filled : reader) {
                if (!filled.isBlank() && !sink.row(filled)) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            // The reader wraps what the row refuses while it is filled.
            throw e.getCause() instanceof RefusedException refused ? refused : TextProblem.QUOTE.at(row.where());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /** Fills the one row over and over. */
    private static final class Filler extends AbstractBaseCsvCallbackHandler<Row> {
        private final Row row;

        Filler(Row row) {
            this.row = row;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            row.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean isQuoted) {
            row.add(buffer, offset, length);
        }

        @Override
        protected Row buildRecord() {
            return row;
        }
    }
}
