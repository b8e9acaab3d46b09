package org.cotejo.formats.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.SignatureSlots;
import org.cotejo.custody.Source;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.DefinitionHash;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Frame;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.entry.Entry;
import org.cotejo.folder.FolderWriter;
import org.cotejo.formats.Importers;
import org.cotejo.formats.TestFolder;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The templates as they are written make a working toy election. */
class TemplatesTest {
    @TempDir
    private Path base;

    private TestFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new TestFolder(base);
    }

    private void importAll() {
        Templates.writeInto(base);
        for (Templates.Template template : Templates.all()) {
            ImportSummary summary = folder.run(template.importer(), base.resolve(template.file()));
            assertEquals(template.importer(), summary.importer());
            assertTrue(summary.counts().values().stream().anyMatch(count -> count > 0), template.file());
        }
    }

    @Test
    void everyTemplateHasItsImporterAndBothLanguages() {
        for (Templates.Template template : Templates.all()) {
            Importer importer = Importers.of(template.importer()).orElseThrow();
            assertTrue(!importer.needsMap() && !importer.what().es().isBlank());
            String text = new String(Templates.bytes(template), StandardCharsets.UTF_8);
            assertTrue(text.matches("(?s).*\\b(de|la|el|una|por|las)\\b.*"), template.file() + " has no Spanish");
        }
        assertEquals(Templates.all().size() + 6, Importers.all().size());
        assertTrue(Importers.of("brazil").isEmpty());
    }

    @Test
    void theToyElectionCanBeImportedAsItIs() {
        importAll();
        ElectionDefinition definition = folder.frame().definition().orElseThrow();
        assertEquals("toy-2030", definition.id());
        assertEquals(3, definition.contests().getFirst().options().size());
        assertEquals(4, folder.frame().register().size());
        assertTrue(folder.frame().isRegisterImported());
        assertEquals(List.of("North", "Lakeside"), folder.placeOf("0102.01"));
        assertEquals(
                510,
                folder.frame().register().registered(folder.frame().register().find(new StationCode("0102.01"))));
        assertEquals(
                "[commission/1, coalition/1, mission/1, commission/2, mission/2]",
                folder.sources().stream().map(Source::id).toList().toString());
        assertEquals(Provenance.POSTED, folder.sources().get(2).provenance());
        assertEquals(5, folder.figures().size());
        assertEquals("[140, 190, 330, 4, 0]", folder.cells("0102.01"));
    }

    @Test
    void recordsHoldWhatTheirRowsSay() {
        importAll();
        Incident incident =
                folder.entries(Entry.IncidentReported.class).getFirst().incident();
        assertEquals(Incident.Kind.LATE_OPENING, incident.kind());
        assertEquals(Instant.parse("2030-05-12T11:00:00Z"), incident.hour());
        Denial denial = folder.entries(Entry.DenialStated.class).getFirst().denial();
        assertEquals(Denial.Form.SIGNED, denial.form());
        assertEquals("coalition", denial.denied().value());
        List<Entry.SignaturesSeen> signatures = folder.entries(Entry.SignaturesSeen.class);
        assertEquals(1, signatures.size());
        SignatureSlots slots = signatures.getFirst().slots();
        assertEquals(4, slots.slots().size());
        List<Entry.CustodyStepped> custody = folder.entries(Entry.CustodyStepped.class);
        assertEquals("A-0001", custody.getFirst().event().seal());
        assertEquals(CustodyEvent.Step.MISSING, custody.get(2).event().step());
        assertEquals(4, folder.entries(Entry.RosterPlanned.class).size());
        assertEquals(2, folder.entries(Entry.AuditScheduled.class).size());
        Decision decision = folder.entries(Entry.DecisionMade.class).getFirst().decision();
        assertEquals(List.of(new StationCode("0101.02")), decision.stations());
        assertEquals(
                "coalition/1",
                folder.entries(Entry.CorrectionMade.class)
                        .getFirst()
                        .correction()
                        .original()
                        .toString());
    }

    @Test
    void theToysSheetsAreProvenAndItsCopyIsTakenBack() {
        importAll();
        Dossier dossier = Dossier.of(folder.open().blocks());
        assertEquals(Map.of(SignatureVerdict.PROVEN, 2), dossier.signatureCounts());
        assertEquals(2, dossier.frame().keys().size());
        assertEquals(
                "coalition/1",
                folder.entries(Entry.CopyRetracted.class)
                        .getFirst()
                        .retraction()
                        .source()
                        .toString());
        assertEquals(
                Commitment.Kind.STATION_RESULTS,
                dossier.commitments().getFirst().kind());
    }

    /** The toy's sheets name the definition that its templates give; it stays so when that is frozen. */
    @Test
    void theToysSheetsAreProvenWhenTheDefinitionIsFrozen() {
        importAll();
        Frame frame = folder.frame();
        try (FolderWriter writer = folder.open().write()) {
            writer.append(new Entry.DefinitionFrozen(
                    DefinitionHash.of(frame, frame.definition().orElseThrow())));
            writer.commit();
        }
        assertEquals(
                Map.of(SignatureVerdict.PROVEN, 2),
                Dossier.of(folder.open().blocks()).signatureCounts());
    }

    @Test
    void theAnnouncementKeepsItsDecimals() {
        importAll();
        Announcement bulletin =
                folder.entries(Entry.AnnouncementMade.class).getFirst().announcement();
        assertEquals(
                "80 %", ((Coverage.Percent) bulletin.coverage()).percentage().toString());
        assertEquals("51.2 %", String.valueOf(bulletin.figures().getFirst().percentage()));
        assertTrue(bulletin.isCalledIrreversible());
        folder.run("announcements", folder.file("a.json", """
                [{"id": "b2", "announcer": "commission", "coverage": {"kind": "stations", "value": 3}, "figures": [
                  {"candidate": "alfa", "percent": 51.20}, {"count": "valid", "votes": 7}]}]"""));
        Announcement second =
                folder.entries(Entry.AnnouncementMade.class).getLast().announcement();
        assertEquals("51.20 %", String.valueOf(second.figures().getFirst().percentage()));
        assertEquals(new Coverage.Stations(3), second.coverage());
    }

    @Test
    void writingTemplatesLeavesFilesThatAreThere() throws IOException {
        Files.writeString(base.resolve("register.csv"), "mine");
        Templates.writeInto(base);
        assertEquals("mine", Files.readString(base.resolve("register.csv")));
        assertTrue(Files.size(base.resolve("definition.json")) > 100);
    }

    @Test
    void aLaterRegisterIsSetAgainstTheFirst() {
        importAll();
        folder.run("register", folder.file("r2.csv", """
                State,Municipality,station,registered
                North,Northville,0101.01,500
                South,Northville,0101.02,450
                North,Lakeside,0102.01,999
                South,Harbour,0301.01,
                """));
        assertEquals(5, folder.frame().register().size());
        assertEquals(2, folder.frame().claims().size());
        assertEquals("commission/3", folder.sources().getLast().id().toString());
    }

    @Test
    void aRegisterReplacesStationsThatWereReadOffFiles() {
        folder.csv(
                "{\"custodian\": \"c\", \"side\": \"s\", \"contest\": \"president\", \"station\": [\"m\"], \"votes\": {\"alfa\": \"a\"}}",
                "m,a\n101.01,5\n9999.01,6\n");
        folder.refused(
                "TEMPLATE-127",
                () -> folder.run(
                        "definition",
                        folder.file("d.json", Templates.bytes(Templates.all().getFirst()))));
        String definition = new String(Templates.bytes(Templates.all().getFirst()), StandardCharsets.UTF_8)
                .replace(
                        "\"custodians\": [",
                        "\"custodians\": [{\"id\": \"c\", \"side\": \"observers\", \"name\": \"C\"},");
        folder.run("definition", folder.file("d.json", definition));
        folder.run(
                "register", folder.file("r.csv", Templates.bytes(Templates.all().get(1))));
        assertEquals(4, folder.frame().register().size());
        ImportSummary again = folder.csv(
                "{\"custodian\": \"c\", \"side\": \"observers\", \"contest\": \"president\", \"station\": [\"m\"], \"votes\": {\"alfa\": \"a\"}}",
                "m,a\n101.01,5\n9999.01,6\n");
        assertEquals(1, again.count("quarantined"));
        assertEquals(1, again.count("restored_codes"));
    }

    @Test
    void lostZerosAreRestoredWhereOneStationFits() {
        importAll();
        folder.run("incidents", folder.file("i.csv", "station,kind,reporter\n101.1,violence,mission\n"));
        assertEquals(
                "0101.01",
                folder.entries(Entry.IncidentReported.class)
                        .getLast()
                        .incident()
                        .station()
                        .value());
    }

    @Test
    void aRegisterMayBeAnotherCustodians() {
        folder.run(
                "definition",
                folder.file("d.json", Templates.bytes(Templates.all().getFirst())));
        folder.run(
                "register",
                null,
                Map.of("custodian", "mission"),
                folder.file("r.csv", Templates.bytes(Templates.all().get(1))));
        assertEquals("mission/1", folder.sources().getFirst().id().toString());
    }
}
