package org.cotejo.formats.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.cotejo.entry.Entry;
import org.cotejo.formats.TestFolder;
import org.cotejo.sheet.KeyAlgorithm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every word of every list can be imported, comes out as itself, and stands in the comments of its template. */
class WordListsTest {
    @TempDir
    private Path base;

    private TestFolder folder;

    @BeforeEach
    void toyElection() {
        folder = new TestFolder(base);
        for (int i = 0; i < 3; i++) {
            Templates.Template template = Templates.all().get(i);
            folder.run(template.importer(), folder.file(template.file(), Templates.bytes(template)));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private <E extends Enum<E>> void importAll(String importer, String header, E[] list, Function<String, String> row) {
        String rows = Stream.of(list).map(WordListsTest::word).map(row).collect(Collectors.joining("\n"));
        folder.run(importer, folder.file(importer + ".csv", header + "\n" + rows + "\n"));
        Templates.Template template = Templates.all().stream()
                .filter(t -> t.importer().equals(importer))
                .findFirst()
                .orElseThrow();
        String text = new String(Templates.bytes(template), StandardCharsets.UTF_8);
        for (E constant : list) {
            assertEquals(true, text.contains(word(constant)), template.file() + " does not tell of " + word(constant));
        }
    }

    @Test
    void incidents() {
        importAll("incidents", "station,kind,reporter", Incident.Kind.values(), word -> "0101.01," + word + ",mission");
        assertEquals(
                List.of(Incident.Kind.values()),
                folder.entries(Entry.IncidentReported.class).stream()
                        .map(e -> e.incident().kind())
                        .toList());
    }

    @Test
    void denials() {
        importAll(
                "denials",
                "station,kind,denied,form",
                Denial.Kind.values(),
                word -> "0101.01," + word + ",mission,sworn");
        importAll(
                "denials",
                "station,kind,denied,form",
                Denial.Form.values(),
                word -> "0101.01,not_posted,mission," + word);
        assertEquals(
                Denial.Kind.values().length + Denial.Form.values().length,
                folder.entries(Entry.DenialStated.class).size());
    }

    @Test
    void aStatementIsCommittedTo() {
        String hash = "ab".repeat(32);
        folder.run(
                "denials",
                folder.file(
                        "d.csv",
                        "station,kind,denied,form,statement\n0101.01,not_posted,mission,signed," + hash + "\n"));
        assertEquals(
                hash,
                String.valueOf(folder.entries(Entry.DenialStated.class)
                        .getFirst()
                        .denial()
                        .statement()));
    }

    @Test
    void signatures() {
        importAll(
                "signatures",
                "station,holder,role,state",
                SignatureSlot.Role.values(),
                word -> "0101.01,mission," + word + ",signed");
        AtomicInteger number = new AtomicInteger();
        importAll(
                "signatures",
                "station,holder,role,number,state",
                SignatureSlot.State.values(),
                word -> "0101.01,mission,member," + number.incrementAndGet() + "," + word);
        List<Entry.SignaturesSeen> seen = folder.entries(Entry.SignaturesSeen.class);
        assertEquals(2, seen.size());
        assertEquals(
                List.of(SignatureSlot.State.values()),
                seen.get(1).slots().slots().stream().map(SignatureSlot::state).toList());
    }

    @Test
    void custody() {
        importAll("custody", "station,item,step", CustodyEvent.Item.values(), word -> "0101.01," + word + ",sealed");
        importAll(
                "custody",
                "station,item,step,from,to",
                CustodyEvent.Step.values(),
                word -> "0101.01,box," + word + ",mission,coalition");
        assertEquals(
                CustodyEvent.Item.values().length + CustodyEvent.Step.values().length,
                folder.entries(Entry.CustodyStepped.class).size());
    }

    @Test
    void calendar() {
        importAll(
                "calendar",
                "id,title,due,state,done_on",
                AuditDue.State.values(),
                word -> "a-" + word + ",Audit,2030-05-12," + word + "," + (word.equals("done") ? "2030-05-13" : ""));
        assertEquals(
                true, folder.entries(Entry.AuditScheduled.class).get(1).audit().isLate());
    }

    @Test
    void corrections() {
        importAll(
                "corrections",
                "station,original,corrected,reason",
                Correction.Reason.values(),
                word -> "0102.01,coalition/1,commission/2," + word);
    }

    @Test
    void keys() {
        folder.run(
                "definition",
                folder.file(
                        "d.json",
                        new String(Templates.bytes(Templates.all().getFirst()), StandardCharsets.UTF_8)
                                .replace("toy-2030", "demo-2030")));
        importAll(
                "keys",
                "station,machine,algorithm,key",
                KeyAlgorithm.values(),
                word -> "0101.02,M-" + word + "," + word + "," + KEY);
        assertEquals(
                List.of(KeyAlgorithm.values()),
                folder.entries(Entry.StationKeyStated.class).stream()
                        .map(e -> e.key().algorithm())
                        .toList());
    }

    /** The key of the examples in docs/formats/sheet.md. */
    private static final String KEY = "ff84107363f0967c80fc856cd2ac8482d125c62bd13900cd7dac41186c842985";

    @Test
    void retractions() {
        importAll(
                "retractions",
                "station,delivery,reason",
                Retraction.Reason.values(),
                word -> "0102.01,coalition/1," + word);
    }

    @Test
    void commitments() {
        importAll(
                "commitments",
                "audit,kind,day,hash",
                Commitment.Kind.values(),
                word -> "post-1," + word + ",2030-05-12," + "AB".repeat(32));
        assertEquals(
                "ab".repeat(32),
                folder.entries(Entry.AuditCommitted.class)
                        .getFirst()
                        .commitment()
                        .file()
                        .hex());
    }

    @Test
    void copies() {
        importAll(
                "copies",
                "custodian,station,provenance,alfa",
                Provenance.values(),
                word -> "mission,0201.01," + word + ",3");
        assertEquals(4 + Provenance.values().length, folder.sources().size());
    }

    @Test
    void decisions() {
        String rows = Stream.of(Decision.Kind.values())
                .map(WordListsTest::word)
                .map(word ->
                        "{\"id\": \"%1$s\", \"body\": \"Court\", \"kind\": \"%1$s\", \"day\": \"2030-05-12\", \"stations\": [\"0101.01\"]}"
                                .formatted(word))
                .collect(Collectors.joining(","));
        folder.run("decisions", folder.file("d.json", "[" + rows + "]"));
        assertEquals(
                Decision.Kind.values().length,
                folder.entries(Entry.DecisionMade.class).size());
    }
}
