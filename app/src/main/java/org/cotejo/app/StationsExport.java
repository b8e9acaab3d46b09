package org.cotejo.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotejo.audit.forensics.StationTable;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Register;
import org.cotejo.reconcile.Reconciliation;

/**
 * Writes stations with the columns that forensic programs elsewhere take (docs/formats/forensics.md): {@code N} voters,
 * {@code a} abstentions and {@code w} votes of the leader are those of eforensics.
 */
final class StationsExport {
    private StationsExport() {}

    static void write(Reconciliation reconciliation, ForensicsCommand.Looked looked, Path file) {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            StringBuilder header = new StringBuilder("station,area,place,N,cast,a,w,valid,null,blank,arrival");
            looked.result()
                    .contest()
                    .candidates()
                    .forEach(candidate -> header.append(',')
                            .append(quoted("votes_" + candidate.id().value())));
            out.write(header.append('\n').toString());
            for (int row = 0; row < looked.figures().table().size(); row++) {
                out.write(line(reconciliation, looked, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private static String line(Reconciliation reconciliation, ForensicsCommand.Looked looked, int row) {
        Register register = reconciliation.dossier().frame().register();
        PlaceTree places = reconciliation.dossier().frame().places();
        StationTable table = looked.figures().table();
        int registered = table.registered(row);
        StringBuilder line = new StringBuilder(String.join(
                ",",
                quoted(register.codeText(looked.figures().station()[row])),
                quoted(String.join(" / ", places.path(table.area(row)))),
                quoted(String.join(" / ", places.path(table.place(row)))),
                known(registered),
                String.valueOf(table.cast(row)),
                registered == Register.UNKNOWN ? "" : String.valueOf(registered - table.cast(row)),
                String.valueOf(table.votes(row, looked.report().leader())),
                String.valueOf(table.valid(row)),
                String.valueOf(table.nullVotes(row)),
                String.valueOf(table.blankVotes(row)),
                known(table.arrival(row))));
        for (int option = 0; option < table.options(); option++) {
            line.append(',').append(table.votes(row, option));
        }
        return line.append('\n').toString();
    }

    private static String known(long value) {
        return value == StationTable.UNKNOWN ? "" : String.valueOf(value);
    }

    /** Quoted where it must be, and never read as a formula by a spreadsheet. */
    static String quoted(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
