package org.cotejo.bench.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.paper.PrintedCode;

/** Prints how large the codes of signed sheets are: characters, version, and the size of a module on thermal paper. */
public final class SheetCodes {
    /** What a thermal printer for paper of 80 mm prints on. */
    private static final int PRINTED_MM = 72;

    private SheetCodes() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        rows().forEach(System.out::println);
    }

    /** The table of docs/formats/sheet.md, section 5, line by line. */
    static List<String> rows() {
        List<String> rows = new ArrayList<>(
                List.of("| ballot | characters | version | modules | module on 72 mm |", "|---|---|---|---|---|"));
        add(rows, "10 candidates", ExampleSheet.of("VE-2024", "PRESIDENT", 1, 1, 10, 1));
        add(rows, "38 options", ExampleSheet.of("VE-2024", "PRESIDENT", 1, 1, 38, 2));
        add(rows, "60 options", ExampleSheet.of("VE-2024", "PRESIDENT", 1, 1, 60, 3));
        add(rows, "three contests: 38 options", ExampleSheet.of("VE-2024", "PRESIDENT", 1, 3, 38, 4));
        add(rows, "three contests: 20 options", ExampleSheet.of("VE-2024", "GOVERNOR", 2, 3, 20, 5));
        add(rows, "three contests: 12 options", ExampleSheet.of("VE-2024", "MAYOR", 3, 3, 12, 6));
        add(rows, "38 options, ids in small letters", ExampleSheet.of("ve-2024", "president", 1, 1, 38, 2));
        add(rows, "200 options", ExampleSheet.of("VE-2024", "ASSEMBLY", 1, 1, 200, 7));
        add(rows, "250 options", ExampleSheet.of("VE-2024", "ASSEMBLY", 1, 1, 250, 8));
        add(rows, "1,000 options", ExampleSheet.of("VE-2024", "ASSEMBLY", 1, 1, 1_000, 9));
        return rows;
    }

    /** Of chained parts the first, which is the longest. */
    private static void add(List<String> rows, String ballot, SignedSheet sheet) {
        List<PrintedCode> codes = PrintedCode.of(sheet.text());
        PrintedCode code = codes.getFirst();
        String part = codes.size() == 1 ? "" : ", each of " + codes.size() + " chained parts";
        rows.add(String.format(
                Locale.ROOT,
                "| %s%s | %d | %d | %d | %.2f mm |",
                ballot,
                part,
                code.text().length(),
                code.version(),
                code.modules(),
                code.hundredths(PRINTED_MM) / 100.0));
    }
}
