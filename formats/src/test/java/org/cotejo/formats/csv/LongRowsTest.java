package org.cotejo.formats.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cotejo.base.Problem;
import org.cotejo.custody.StationFigures;
import org.cotejo.formats.TestFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables with one row for each candidate of a station. */
class LongRowsTest {
    private static final String MAP = """
            {"custodian": "tse", "side": "authority", "station": ["seccion"], "places": ["edo"], "null": "nulos",
             "votes": {"candidate_column": "candidato", "votes_column": "votos"},
             "paper": {"column": "tipo", "opening_report": ["cero"]},
             "way": {"column": "modo", "transmitted": ["t"]}}
            """;
    private static final String HEADER = "edo,seccion,candidato,votos,nulos,tipo,modo\n";

    @TempDir
    private Path base;

    private TestFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new TestFolder(base);
    }

    @Test
    void rowsOfAStationMayStandAnywhere() {
        folder.csv(MAP, HEADER + """
                Norte,1,Ana Pérez,10,3,f,t
                Norte,2,Ana Pérez,11,4,f,x
                Sur,3,Luis/Eva,7,0,cero,t
                Norte,1,Luis/Eva,20,3,f,t
                Norte,2,  Otro   más ,Ilegible,4,f,x
                """);
        assertEquals(
                "[Ana_Pérez, Luis_Eva, Otro_más, null]",
                folder.sources().getFirst().figures().toString());
        assertEquals("[10, 20, -, 3]", folder.cells("1"));
        assertEquals("[11, -, ?, 4]", folder.cells("2"));
        assertEquals("[-, 7, -, 0]", folder.cells("3"));
        assertEquals(List.of("Sur"), folder.placeOf("3"));
        assertEquals(
                StationFigures.Paper.OPENING_REPORT, folder.figures().get(2).paper());
        assertEquals(StationFigures.Way.TRANSMITTED, folder.figures().get(0).way());
    }

    @Test
    void figuresOfAStationMustAgreeInAllItsRows() {
        String first = HEADER + "Norte,1,A,10,3,f,t\n";
        Problem problem = folder.refusedCsv("CSV-105", MAP, first + "Norte,1,B,10,4,f,t\n");
        assertTrue(
                problem.where().toString().endsWith(":3 [nulos]"),
                problem.where().toString());
        assertTrue(
                problem.sentence().en().contains("4 here and 3 in line 2"),
                problem.sentence().en());
        assertEquals(
                "edo",
                folder.refusedCsv("CSV-105", MAP, first + "Sur,1,B,10,3,f,t\n")
                        .where()
                        .field());
        assertEquals(
                "tipo",
                folder.refusedCsv("CSV-105", MAP, first + "Norte,1,B,10,3,cero,t\n")
                        .where()
                        .field());
        assertEquals(
                "modo",
                folder.refusedCsv("CSV-105", MAP, first + "Norte,1,B,10,3,f,\n")
                        .where()
                        .field());
        assertEquals(
                "nulos",
                folder.refusedCsv("CSV-105", MAP, first + "Norte,1,B,10,?,f,t\n")
                        .where()
                        .field());
    }

    @Test
    void aCandidateStandsOnceAtAStation() {
        Problem problem = folder.refusedCsv("CSV-106", MAP, HEADER + "N,1,A,1,0,f,t\nN,2,A,1,0,f,t\nN,1,A,1,0,f,t\n");
        assertEquals(4, problem.where().line());
        assertEquals("candidato", problem.where().field());
    }

    @Test
    void namesThatAreNoIds() {
        folder.refusedCsv("CSV-101", MAP, HEADER + "N,1,,1,0,f,t\n");
        folder.refusedCsv("CSV-101", MAP, HEADER + "N,1," + "x".repeat(61) + ",1,0,f,t\n");
        Problem alike = folder.refusedCsv("CSV-108", MAP, HEADER + "N,1,A B,1,0,f,t\nN,1,A_B,1,0,f,t\n");
        assertTrue(alike.sentence().en().contains("'A_B' and 'A B'"));
    }

    @Test
    void aColumnThatIsNoCandidateIsRefusedEarly() {
        StringBuilder table = new StringBuilder(HEADER);
        for (int i = 0; i < 600; i++) {
            table.append("N,1,station ").append(i).append(",1,0,f,t\n");
        }
        Problem problem = folder.refusedCsv("CSV-107", MAP, table.toString());
        assertTrue(problem.sentence().en().contains("'candidato'"));
    }

    @Test
    void theOrderOfRowsChangesNoFigure() {
        List<String> rows = new ArrayList<>();
        for (int station = 0; station < 50; station++) {
            for (int candidate = 0; candidate < 5; candidate++) {
                rows.add("N,%d,C%d,%d,2,f,t\n".formatted(station, candidate, station * 7 + candidate));
            }
        }
        folder.csv(MAP, HEADER + String.join("", rows));
        List<String> sorted = new ArrayList<>();
        for (int station = 0; station < 50; station++) {
            sorted.add(folder.cells(Integer.toString(station)));
        }
        // The first station's rows stay first, so that the candidates keep their order.
        Collections.shuffle(rows.subList(5, rows.size()), new Random(7));
        folder.csv(MAP, HEADER + String.join("", rows));
        for (int station = 0; station < 50; station++) {
            assertEquals(sorted.get(station), folder.cells(Integer.toString(station)));
        }
    }
}
