package org.cotejo.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.cotejo.capture.form.FormKind;
import org.cotejo.capture.form.PrintedCell;
import org.cotejo.capture.form.PrintedFact;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;

/** Printed sheets as lines of fields, and back. */
final class FormLines {
    private static final String FORM = "form";
    private static final String FACT = "fact";
    private static final String CELL = "cell";
    private static final String NONE = "-";

    private FormLines() {}

    static List<String> of(PrintedForm form) {
        List<String> lines = new ArrayList<>();
        lines.add(FORM + '\t' + form.kind());
        for (PrintedFact fact : form.facts()) {
            lines.add(String.join(
                    "\t",
                    FACT,
                    fact.what(),
                    flat(fact.text()),
                    Boolean.toString(fact.isTwice()),
                    Double.toString(fact.sure()),
                    Integer.toString(fact.page()),
                    place(fact.place())));
        }
        for (PrintedCell cell : form.cells()) {
            lines.add(String.join(
                    "\t",
                    CELL,
                    cell.row(),
                    flat(cell.label()),
                    number(cell.figure()),
                    number(cell.words()),
                    Double.toString(cell.sure()),
                    Integer.toString(cell.page()),
                    place(cell.place())));
        }
        return lines;
    }

    static boolean isLine(String[] fields) {
        return fields[0].equals(FORM) || fields[0].equals(FACT) || fields[0].equals(CELL);
    }

    /** The forms of lines in their order; throws for lines that are none. */
    static List<PrintedForm> read(List<String[]> lines) {
        List<PrintedForm> forms = new ArrayList<>();
        for (String[] fields : lines) {
            if (fields[0].equals(FORM)) {
                forms.add(new PrintedForm(FormKind.valueOf(fields[1]), List.of(), List.of()));
                continue;
            }
            PrintedForm form = forms.removeLast();
            List<PrintedFact> facts = new ArrayList<>(form.facts());
            List<PrintedCell> cells = new ArrayList<>(form.cells());
            if (fields[0].equals(FACT)) {
                facts.add(new PrintedFact(
                        fields[1],
                        fields[2],
                        Boolean.parseBoolean(fields[3]),
                        Double.parseDouble(fields[4]),
                        Integer.parseInt(fields[5]),
                        place(fields[6])));
            } else {
                cells.add(new PrintedCell(
                        fields[1],
                        fields[2],
                        number(fields[3]),
                        number(fields[4]),
                        Double.parseDouble(fields[5]),
                        Integer.parseInt(fields[6]),
                        place(fields[7])));
            }
            forms.add(new PrintedForm(form.kind(), facts, cells));
        }
        return forms;
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : NONE;
    }

    private static OptionalInt number(String field) {
        return field.equals(NONE) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(field));
    }

    static String place(Quad quad) {
        StringBuilder place = new StringBuilder();
        for (Point corner : quad.corners()) {
            place.append(place.isEmpty() ? "" : " ")
                    .append(corner.x())
                    .append(' ')
                    .append(corner.y());
        }
        return place.toString();
    }

    static Quad place(String field) {
        String[] numbers = field.split(" ", -1);
        Point[] corners = new Point[4];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Point(Double.parseDouble(numbers[2 * i]), Double.parseDouble(numbers[2 * i + 1]));
        }
        return new Quad(corners[0], corners[1], corners[2], corners[3]);
    }

    private static String flat(String text) {
        return text.replaceAll("[\\p{Cntrl}]", " ");
    }
}
