package org.cotejo.formats.venezuela;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Where;
import org.cotejo.definition.Contest;
import org.cotejo.tally.Figure;

/**
 * The text of the QR on one sheet: {@code acta "!" votes "!" nulls "!" empties} with {@code acta = centre(9) "." table(2) ".1"
 * ".0001"} and exactly 38 numbers of votes (docs/formats/venezuela.md, section 3). It has no check digit and no signature, so
 * nothing that is not exactly this is taken.
 *
 * @param station centre and table, such as {@code 010111043.01}
 * @param cells votes of the 38 cards in the order of the ballot, then null and void votes
 */
@SuppressWarnings("ArrayRecordComponent") // handed to a delivery, never compared
public record QrText(String station, int[] cells) {
    /** Cards of the ballot. */
    public static final int CARDS = 38;

    private static final Pattern LIKE = Pattern.compile("[0-9]{9}\\.[0-9]{1,3}\\.[0-9]");
    private static final Pattern FORM = Pattern.compile("([0-9]{9}\\.[0-9]{2})\\.1\\.0001!([^!]*)!([^!]*)!([^!]*)");

    /** Reads a text that a code is said to hold, or says why it is none of these. */
    public static Result<QrText> read(String text) {
        try {
            return Result.ok(read(text, Where.field("qr")));
        } catch (RefusedException e) {
            return Result.refused(e.problem());
        }
    }

    /** Whether a text begins as these do, so that somebody should look at it if it is none. */
    public static boolean isLike(String text) {
        return LIKE.matcher(text).lookingAt();
    }

    /** The figures that the cells are: the cards in the order of the ballot, then null and void votes. */
    public static List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int position = 1; position <= CARDS; position++) {
            figures.add(new Figure.OfOption(position));
        }
        figures.add(Figure.Count.NULL);
        figures.add(Figure.Count.BLANK);
        return figures;
    }

    /** The contest of these texts, as the frame of this election has it. */
    public static Contest contest() {
        return VeFrame.definition().contest(VeFrame.CONTEST).orElseThrow();
    }

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
