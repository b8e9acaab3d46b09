package org.cotejo.formats.venezuela;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Where;

/**
 * The text of the QR on one sheet: {@code acta "!" votes "!" nulls "!" empties} with {@code acta = centre(9) "." table(2) ".1"
 * ".0001"} and exactly 38 numbers of votes (docs/formats/venezuela.md, section 3). It has no check digit and no signature, so
 * nothing that is not exactly this is taken.
 *
 * @param station centre and table, such as {@code 010111043.01}
 * @param cells votes of the 38 cards in the order of the ballot, then null and void votes
 */
@SuppressWarnings("ArrayRecordComponent") // handed to a delivery, never compared
record QrText(String station, int[] cells) {
    static final int CARDS = 38;

    private static final Pattern FORM = Pattern.compile("([0-9]{9}\\.[0-9]{2})\\.1\\.0001!([^!]*)!([^!]*)!([^!]*)");

    static QrText read(String line, Where where) {
        Matcher form = FORM.matcher(line);
        if (line.length() > 400 || !form.matches()) {
            throw VeProblem.QR_FORM.at(where);
        }
        String[] votes = form.group(2).split(",", -1);
        if (votes.length != CARDS) {
            throw VeProblem.QR_NUMBERS.at(where, votes.length);
        }
        int[] cells = new int[CARDS + 2];
        for (int i = 0; i < CARDS; i++) {
            cells[i] = number(votes[i], where);
        }
        cells[CARDS] = number(form.group(3), where);
        cells[CARDS + 1] = number(form.group(4), where);
        return new QrText(form.group(1), cells);
    }

    private static int number(String text, Where where) {
        if (!text.matches("[0-9]{1,6}")) {
            throw VeProblem.QR_NUMBER.at(where, text.length() > 20 ? text.substring(0, 20) : text);
        }
        return Integer.parseInt(text);
    }
}
