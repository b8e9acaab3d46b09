package org.cotejo.capture.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.cotejo.base.Problem;
import org.cotejo.capture.TestElection;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.junit.jupiter.api.Test;

/** Ballot box reports: one decoder is enough, since the chain of hashes shows every misreading. */
class BrazilCheckTest {
    private static final String CONTENT = "ORIG:VOTA UNFE:SP MUNI:63452 ZONA:75 SECA:182 APTO:325 COMP:278 FALT:47"
            + " CARG:1 TIPO:0 13:45 22:225 APTA:325 NOMI:270 BRAN:5 NULO:3 TOTC:278";

    private static String report(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-512").digest(content.getBytes(StandardCharsets.US_ASCII));
            return "QRBU:1:1 VRQR:6.0 " + content + " HASH:"
                    + HexFormat.of().withUpperCase().formatHex(hash) + " ASSI:0A1B";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Frame frame(String contest, String... candidates) {
        Frame frame = new Frame();
        frame.apply(new Entry.DefinitionStated(new ElectionDefinition(
                "br-2026",
                "Brazil",
                ElectionDefinition.Origin.IMPORTED,
                List.of(),
                List.of(new Contest(
                        new ContestId(contest),
                        "President",
                        List.of(candidates).stream()
                                .map(id -> new Candidate(new CandidateId(id), "Candidate " + id))
                                .toList(),
                        List.of())),
                List.of(),
                List.of(),
                null,
                null,
                null)));
        return frame;
    }

    private static Checked checked(Frame frame, String text) {
        return new Checker(Known.of(frame).orElseThrow())
                .check(List.of(new ReadText(text, false, false)))
                .getFirst();
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }

    @Test
    void aReportWithATrueHashIsTaken() {
        Checked.Taken taken =
                assertInstanceOf(Checked.Taken.class, checked(frame("cargo-1", "13", "22"), report(CONTENT)));
        assertEquals(Checked.Proof.HASH, taken.proof());
        assertEquals("SP.63452.0075.0182", taken.reading().station());
        assertEquals(225, taken.reading().contests().getFirst().byCandidate().get("22"));
        assertEquals(
                List.of(45, 225, 3, 5), taken.reading().contests().getFirst().cells());
        assertEquals(List.of("READ-217"), codes(taken.notes()));
    }

    @Test
    void anUnknownContestOrCandidateIsForPeople() {
        for (Frame frame : List.of(frame("presidente", "13", "22"), frame("cargo-1", "13"))) {
            Checked.Doubtful doubtful = assertInstanceOf(Checked.Doubtful.class, checked(frame, report(CONTENT)));
            assertTrue(codes(doubtful.reasons()).contains("READ-204"));
        }
    }

    @Test
    void aStationThatTheRegisterDoesNotHaveIsForPeople() {
        Checked checked = new Checker(TestElection.known())
                .check(List.of(new ReadText(report(CONTENT), true, false)))
                .getFirst();
        assertTrue(codes(assertInstanceOf(Checked.Doubtful.class, checked).reasons())
                .contains("READ-202"));
    }

    @Test
    void aChangedFigureIsRefusedByTheChain() {
        Checked.Doubtful doubtful = assertInstanceOf(
                Checked.Doubtful.class,
                checked(frame("cargo-1", "13", "22"), report(CONTENT).replace("13:45", "13:54")));
        assertEquals(List.of("BU-104"), codes(doubtful.reasons()));
        assertTrue(doubtful.reading().isEmpty());
    }

    @Test
    void withoutADefinitionItIsNotChecked() {
        Checked checked = new Checker(null)
                .check(List.of(new ReadText(report(CONTENT), false, false)))
                .getFirst();
        assertEquals(
                List.of("READ-217", "READ-201"),
                codes(assertInstanceOf(Checked.Unchecked.class, checked).reasons()));
    }
}
