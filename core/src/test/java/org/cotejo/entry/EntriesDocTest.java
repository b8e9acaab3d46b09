package org.cotejo.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Result;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.Correction;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.SignatureSlot;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.DossierFinding;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.Test;

/** Holds docs/formats/entries.md against the code: its examples, its kinds, its alternatives, its refusals. */
class EntriesDocTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Za-z.]+) \\| ([A-Z_0-9]+(?:, [A-Z_0-9]+)*) \\|$");
    private static final Pattern KIND = Pattern.compile("(?m)^\\| ([0-9]+) \\| ([A-Za-z]+) \\|");

    private static String document() throws IOException {
        return Files.readString(Path.of(System.getProperty("cotejo.root"), "docs/formats/entries.md"));
    }

    private static List<String> blocks(String fence) throws IOException {
        Matcher block = Pattern.compile("(?s)```" + fence + "\n(.*?)```").matcher(document());
        List<String> blocks = new ArrayList<>();
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }

    private static List<byte[]> examples() throws IOException {
        return blocks("entry").stream()
                .map(text -> HexFormat.of().parseHex(text.replaceAll("\\s", "")))
                .toList();
    }

    @Test
    void everyExampleIsReadAndPrintedAgain() throws IOException {
        for (byte[] example : examples()) {
            assertArrayEquals(
                    example, EntryWriter.bytes(EntryReader.read(example).orThrow()));
        }
    }

    @Test
    void theExamplesAreTheSamplesOfTheTests() throws IOException {
        assertEquals(
                EntrySamples.all(),
                examples().stream()
                        .map(example -> EntryReader.read(example).orThrow())
                        .toList());
    }

    @Test
    void theExamplesTogetherAreAnElectionThatWasFrozenWithItsHash() throws IOException {
        CanonicalWriter to = new CanonicalWriter();
        for (byte[] example : examples()) {
            to.octet(example.length >>> 8).octet(example.length & 0xff).raw(example, 0, example.length);
        }
        Dossier dossier = Dossier.of(List.of(new EntryBlock(to.toBytes(), 0, to.size())));
        assertEquals(2, dossier.frame().register().size());
        assertEquals(3, dossier.rows());
        assertEquals(SignatureVerdict.PROVEN, dossier.verdictOf(2));
        assertTrue(dossier.frame().frozen().isPresent());
        assertTrue(dossier.findings().stream().noneMatch(found -> found.kind().equals(DossierFinding.FROZEN_HASH)));
    }

    @Test
    void whatIsSaidToBeRefusedIsRefusedWithThatCode() throws IOException {
        List<String> lines = blocks("refused").stream().flatMap(String::lines).toList();
        assertTrue(lines.size() > 10, "the examples of refusals are gone");
        for (String line : lines) {
            byte[] bytes = HexFormat.of().parseHex(line.substring("ENTRY-000 ".length()));
            Result.Refused<?> refused = assertInstanceOf(Result.Refused.class, EntryReader.read(bytes), line);
            assertEquals(
                    line.substring(0, "ENTRY-000".length()), refused.problem().code(), line);
        }
    }

    @Test
    void theKindsAreThoseOfTheCode() throws IOException {
        Map<Integer, String> documented = new TreeMap<>();
        Matcher row = KIND.matcher(document());
        while (row.find()) {
            documented.put(Integer.parseInt(row.group(1)), row.group(2));
        }
        Map<Integer, String> actual = new TreeMap<>();
        for (Entry entry : EntrySamples.all()) {
            actual.put((int) EntryWriter.bytes(entry)[1], entry.getClass().getSimpleName());
        }
        assertEquals(actual, documented);
    }

    @Test
    void theAlternativesStandInTheOrderOfTheCode() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        Matcher row = ROW.matcher(document());
        while (row.find()) {
            documented.put(row.group(1), row.group(2));
        }
        Map<String, String> actual = new TreeMap<>();
        List<Enum<?>[]> choices = List.of(
                ElectionDefinition.Origin.values(),
                Source.Kind.values(),
                Provenance.values(),
                Figure.Count.values(),
                StationFigures.Paper.values(),
                StationFigures.Way.values(),
                Correction.Reason.values(),
                SignatureSlot.Role.values(),
                SignatureSlot.State.values(),
                Incident.Kind.values(),
                Denial.Kind.values(),
                Denial.Form.values(),
                CustodyEvent.Item.values(),
                CustodyEvent.Step.values(),
                AuditDue.State.values(),
                Coverage.Base.values(),
                Coverage.Rounding.values(),
                KeyAlgorithm.values(),
                Retraction.Reason.values(),
                Commitment.Kind.values(),
                Decision.Kind.values());
        for (Enum<?>[] choice : choices) {
            Class<?> type = choice[0].getDeclaringClass();
            Class<?> around = type.getDeclaringClass();
            String name = around == null ? type.getSimpleName() : around.getSimpleName() + "." + type.getSimpleName();
            actual.put(name, Stream.of(choice).map(Enum::name).collect(Collectors.joining(", ")));
        }
        assertEquals(actual, documented);
    }
}
