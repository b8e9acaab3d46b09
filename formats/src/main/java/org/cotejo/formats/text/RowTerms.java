package org.cotejo.formats.text;

/**
 * What the user says about a file of rows.
 *
 * @param encoding {@link #AUTO} or the name of a character set
 * @param delimiter {@link #AUTO}, or one of {@code , ; tab |}
 * @param skipRows lines before the header that belong to no table
 * @param hasComments whether lines that begin with # are passed over, as in the templates
 */
public record RowTerms(String encoding, String delimiter, int skipRows, boolean hasComments) {
    /** Found out by looking at the file. */
    public static final String AUTO = "auto";

    /** Most lines that may be skipped. */
    public static final int SKIP_MOST = 10_000;

    /** Everything found out by looking, no preamble. */
    public static final RowTerms PLAIN = new RowTerms(AUTO, AUTO, 0, false);

    /** A template of ours: as {@link #PLAIN}, with comments. */
    public static final RowTerms TEMPLATE = new RowTerms(AUTO, AUTO, 0, true);
}
