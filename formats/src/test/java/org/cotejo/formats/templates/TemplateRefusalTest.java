package org.cotejo.formats.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.formats.TestFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake in a file that follows a template is refused with its place, and nothing of the file is taken. */
class TemplateRefusalTest {
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

    private Problem refused(String codeAndPlace, String importer, String text) {
        Path file = folder.file("file", text);
        String code = codeAndPlace.split(" ", 2)[0];
        Problem problem = folder.refused(code, () -> folder.run(importer, file));
        String place = problem.where().toString().replaceFirst("^.*/file", "").strip();
        assertEquals(codeAndPlace, (problem.code() + " " + place).strip(), problem.line("en"));
        return problem;
    }

    @Test
    void recordsNeedADefinitionFirst() {
        TestFolder empty = new TestFolder(base.resolve("e").toFile().mkdir() ? base.resolve("e") : base);
        for (String importer :
                new String[] {"register", "incidents", "announcements", "decisions", "signatures", "copies"}) {
            Path file = empty.file("f", "station,kind,reporter\n1,violence,x\n");
            empty.refused("TEMPLATE-101", () -> empty.run(importer, file));
        }
    }

    @Test
    void columnsOfRecords() {
        refused("TEMPLATE-109 [place]", "incidents", "station,kind,reporter,place\n");
        for (String column :
                new String[] {"note", "Observaciones", "name", "nombre", "testigo", "witness_name", "cédula", "CI"}) {
            Problem problem =
                    refused("TEMPLATE-110 [" + column + "]", "incidents", "station,kind,reporter," + column + "\n");
            assertTrue(problem.sentence().en().contains("stay out"));
        }
        refused("TEXT-111", "incidents", "station,kind\n");
        refused("TEXT-112", "incidents", "station,kind,reporter,kind\n");
    }

    @Test
    void unknownNamesComeWithTheNearest() {
        Problem station =
                refused("TEMPLATE-102 :2 [station]", "incidents", "station,kind,reporter\n0101.03,violence,mission\n");
        assertTrue(
                station.sentence().en().contains("0101.01, 0101.02"),
                station.sentence().en());
        Problem custodian =
                refused("TEMPLATE-104 :2 [reporter]", "incidents", "station,kind,reporter\n0101.01,violence,misson\n");
        assertTrue(
                custodian.sentence().es().contains("mission"),
                custodian.sentence().es());
        Problem word = refused("TEMPLATE-111 :2 [kind]", "incidents", "station,kind,reporter\n0101.01,fight,mission\n");
        assertTrue(word.sentence().en().contains("late_opening, machine_failed"));
        refused(
                "TEMPLATE-105 :2 [side]",
                "signatures",
                "station,holder,role,side,state\n0101.01,mission,member,left,signed\n");
        refused(
                "TEMPLATE-108 :2 [original]",
                "corrections",
                "station,original,corrected,reason\n0101.01,mission/7,mission/1,recount\n");
        refused("TEMPLATE-102 :2 [station]", "roster", "station,body,accredited\n\"two words\",mission,yes\n");
    }

    @Test
    void valuesOfRecords() {
        refused("TEMPLATE-115 :2 [station]", "incidents", "station,kind,reporter\n,violence,mission\n");
        refused("TEMPLATE-116 :2 [hour]", "incidents", "station,kind,reporter,hour\n0101.01,violence,mission,19h\n");
        refused(
                "TEMPLATE-116 :2 [hour]",
                "incidents",
                "station,kind,reporter,hour\n0101.01,violence,mission,1960-01-01T10:00Z\n");
        refused(
                "TEMPLATE-119 :2 [statement]",
                "denials",
                "station,kind,denied,form,statement\n0101.01,not_posted,mission,signed,abc\n");
        refused(
                "TEMPLATE-120 :2 [number]",
                "signatures",
                "station,holder,role,number,state\n0101.01,mission,member,65,signed\n");
        refused(
                "TEMPLATE-121 :3 [number]",
                "signatures",
                "station,holder,role,number,state\n0101.01,mission,member,1,signed\n101.1,mission,member,1,absent\n");
        refused("TEMPLATE-118 :2 [seal]", "custody", "station,item,step,seal\n0101.01,box,sealed,A 1\n");
        refused("TEMPLATE-122 :2 [step]", "custody", "station,item,step,from\n0101.01,box,handed_over,mission\n");
        refused("TEMPLATE-130 :2 [accredited]", "roster", "station,body,accredited\n0101.01,mission,maybe\n");
        refused("TEMPLATE-117 :2 [due]", "calendar", "id,title,due,state\na,A,12/05/2030,planned\n");
        refused("TEMPLATE-123 :2", "calendar", "id,title,due,state\na,A,2030-05-12,done\n");
        refused(
                "TEMPLATE-123 :2 [done_on]",
                "calendar",
                "id,title,due,state,done_on\na,A,2030-05-12,planned,2030-05-12\n");
        refused("TEMPLATE-112 :2 [station]", "register", "State,Municipality,station,registered\nN,M,a/b,5\n");
        refused("TEMPLATE-113 :2 [id]", "calendar", "id,title,due,state\na b,A,2030-05-12,planned\n");
        refused(
                "TEMPLATE-114 :2 [title]",
                "calendar",
                "id,title,due,state\na," + "x".repeat(201) + ",2030-05-12,planned\n");
        refused(
                "TEMPLATE-124 :2 [corrected]",
                "corrections",
                "station,original,corrected,reason\n0101.01,mission/1,mission/1,recount\n");
    }

    @Test
    void keys() {
        String key = "ff84107363f0967c80fc856cd2ac8482d125c62bd13900cd7dac41186c842985";
        String header = "station,machine,algorithm,key\n";
        refused("TEMPLATE-135 :2 [key]", "keys", header + "0101.01,M-1,ed25519,abc\n");
        refused("TEMPLATE-135 :2 [key]", "keys", header + "0101.01,M-1,ed25519," + key + "00\n");
        refused("TEMPLATE-115 :2 [key]", "keys", header + "0101.01,M-1,ed25519,\n");
        refused("TEMPLATE-112 :2 [machine]", "keys", header + "0101.01,M 1,ed25519," + key + "\n");
        refused("TEMPLATE-111 :2 [algorithm]", "keys", header + "0101.01,M-1,ed448," + key + "\n");
        refused("TEMPLATE-102 :2 [station]", "keys", header + "9999,M-1,ed25519," + key + "\n");
        refused("KEY-101 :2 [key]", "keys", header + "0101.01,M-1,ed25519," + "00".repeat(32) + "\n");
        refused("KEY-101 :2 [key]", "keys", header + "0101.01,M-1,ed25519," + "ff".repeat(32) + "\n");
        refused("KEY-102 :2 [key]", "keys", header + "0101.01,M-1,ed25519_demo," + key + "\n");
        refused("TEMPLATE-110 [name]", "keys", "station,machine,algorithm,key,name\n");
    }

    @Test
    void retractionsAndCommitments() {
        refused("TEMPLATE-108 :2 [delivery]", "retractions", "station,delivery,reason\n0101.01,coalition/9,misread\n");
        refused("TEMPLATE-111 :2 [reason]", "retractions", "station,delivery,reason\n0101.01,coalition/1,wrong\n");
        refused("TEMPLATE-113 :2 [audit]", "commitments", "audit,kind,day,hash\na b,seed,2030-05-12,00\n");
        refused("TEMPLATE-119 :2 [hash]", "commitments", "audit,kind,day,hash\na,seed,2030-05-12,00\n");
        refused("TEMPLATE-115 :2 [hash]", "commitments", "audit,kind,day,hash\na,seed,2030-05-12,\n");
        refused("TEMPLATE-117 :2 [day]", "commitments", "audit,kind,day,hash\na,seed,today," + "00".repeat(32) + "\n");
    }

    @Test
    void registers() {
        refused("TEMPLATE-125 :3 [station]", "register", "State,Municipality,station,registered\nN,M,7,5\nN,M,7,5\n");
        refused(
                "TEMPLATE-126 :2 [registered]",
                "register",
                "State,Municipality,station,registered\nN,M,7,1000000001\n");
        refused("TEMPLATE-126 :2 [registered]", "register", "State,Municipality,station,registered\nN,M,7,?\n");
        refused("TEMPLATE-109 [Parish]", "register", "State,Municipality,Parish,station,registered\nN,M,P,7,5\n");
        refused("TEXT-111", "register", "State,station,registered\nN,7,5\n");
        refused("TEMPLATE-115", "register", "State,Municipality,station,registered\n");
        Path file = folder.file("r", "State,Municipality,station,registered\nN,M,7,5\n");
        folder.refused("TEMPLATE-104", () -> folder.run("register", null, Map.of("custodian", "mision"), file));
        folder.run(
                "definition",
                folder.file("d.json", definition().replace("\"announcer\": \"commission\"", "\"announcer\": null")));
        folder.refused("TEMPLATE-128", () -> folder.run("register", file));
    }

    @Test
    void copies() {
        refused("TEMPLATE-109 [gamma]", "copies", "custodian,station,gamma\n");
        refused("TEMPLATE-131", "copies", "custodian,station,valid\n");
        refused("TEXT-113 :2 [alfa]", "copies", "custodian,station,alfa\nmission,0101.01,x\n");
        refused("TEMPLATE-104 :2 [custodian]", "copies", "custodian,station,alfa\nnobody,0101.01,1\n");
        refused("DELIVERY-101 :3", "copies", "custodian,station,alfa\nmission,0101.01,1\nmission,101.1,1\n");
        refused("TEMPLATE-111 :2 [paper]", "copies", "custodian,station,paper,alfa\nmission,0101.01,copy,1\n");
        Path file = folder.file("c", "custodian,station,alfa\nmission,0101.01,1\n");
        folder.refused("TEMPLATE-106", () -> folder.run("copies", null, Map.of("contest", "mayor"), file));
    }

    private static String definition() {
        return new String(Templates.bytes(Templates.all().getFirst()), StandardCharsets.UTF_8);
    }

    private void refusedDefinition(String codeAndPath, String from, String to) {
        assertTrue(definition().contains(from), from);
        Path file = folder.file("file", definition().replace(from, to));
        Problem problem = folder.refused(codeAndPath.split(" ", 2)[0], () -> folder.run("definition", file));
        assertEquals(codeAndPath, problem.code() + " " + problem.where().field(), problem.line("en"));
    }

    @Test
    void definitions() {
        refusedDefinition("JSON-106 custodians[1].side", "\"side\": \"authority\"", "\"side\": \"nobody\"");
        refusedDefinition("JSON-106 announcer", "\"announcer\": \"commission\"", "\"announcer\": \"nobody\"");
        refusedDefinition(
                "JSON-106 contests[1].options[1].candidate",
                "\"party\": \"Party One\", \"candidate\": \"alfa\"",
                "\"party\": \"Party One\", \"candidate\": \"gamma\"");
        refusedDefinition("TEMPLATE-129 contests[1].candidates[2].id", "\"id\": \"beta\"", "\"id\": \"alfa\"");
        refusedDefinition("TEMPLATE-129 sides[2].id", "\"id\": \"opposition\"", "\"id\": \"authority\"");
        refusedDefinition("TEMPLATE-112 id", "\"id\": \"toy-2030\"", "\"id\": \"toy 2030\"");
        refusedDefinition("TEMPLATE-114 title", "\"title\": \"Toy election 2030\"", "\"title\": \"\"");
        refusedDefinition("JSON-106 roll", "\"roll\": 1900", "\"roll\": -1");
        refusedDefinition("JSON-106 stations", "\"stations\": 4", "\"stations\": 20000001");
        refusedDefinition("JSON-103 rol", "\"roll\"", "\"rol\"");
        refusedDefinition("TEMPLATE-127 ", "\"id\": \"mission\"", "\"id\": \"missions\"");
        refusedDefinition("TEMPLATE-127 ", "\"id\": \"president\"", "\"id\": \"mayor\"");
    }

    @Test
    void aDefinitionThatIsNoEntryIsRefused() {
        StringBuilder candidates = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            candidates
                    .append(",{\"id\": \"c")
                    .append(i)
                    .append("\", \"name\": \"")
                    .append("ñ".repeat(200))
                    .append("\"}");
        }
        refusedDefinition(
                "IMPORT-107 ",
                "{\"id\": \"beta\", \"name\": \"Candidate Beta\"}",
                "{\"id\": \"beta\", \"name\": \"Candidate Beta\"}" + candidates);
    }

    private void refusedBulletin(String codeAndPath, String coverage, String figures) {
        Path file = folder.file(
                "file",
                "[{\"id\": \"b\", \"announcer\": \"commission\", \"coverage\": {" + coverage + "}, \"figures\": ["
                        + figures + "]}]");
        Problem problem = folder.refused(codeAndPath.split(" ", 2)[0], () -> folder.run("announcements", file));
        assertEquals(codeAndPath, problem.code() + " " + problem.where().field(), problem.line("en"));
    }

    @Test
    void announcements() {
        String full = "\"kind\": \"full\"";
        String figure = "{\"candidate\": \"alfa\", \"votes\": 5}";
        refusedBulletin("JSON-106 [1].coverage.kind", "\"kind\": \"most\"", figure);
        refusedBulletin("JSON-106 [1].coverage", full + ", \"value\": 3", figure);
        refusedBulletin("JSON-106 [1].coverage", "\"kind\": \"stations\", \"value\": 3, \"of\": \"stations\"", figure);
        refusedBulletin("JSON-104 [1].coverage", "\"kind\": \"register\"", figure);
        refusedBulletin("JSON-106 [1].coverage.value", "\"kind\": \"percent\", \"value\": \"100.1\"", figure);
        refusedBulletin(
                "TEMPLATE-111 [1].coverage.of", "\"kind\": \"percent\", \"value\": 80, \"of\": \"all\"", figure);
        refusedBulletin("JSON-106 [1].figures", full, "");
        refusedBulletin("JSON-106 [1].figures[1]", full, "{\"candidate\": \"alfa\"}");
        refusedBulletin("JSON-106 [1].figures[1]", full, "{\"votes\": 3}");
        refusedBulletin("JSON-106 [1].figures[1]", full, "{\"group\": \"g\", \"votes\": 3}");
        refusedBulletin(
                "JSON-106 [1].figures[1]", full, "{\"group\": \"g\", \"members\": [\"alfa\", \"alfa\"], \"votes\": 3}");
        refusedBulletin("JSON-106 [1].figures[2]", full, figure + "," + figure);
        refusedBulletin("TEMPLATE-107 [1].figures[1].candidate", full, "{\"candidate\": \"alpha\", \"votes\": 3}");
        refusedBulletin("TEMPLATE-111 [1].figures[1].count", full, "{\"count\": \"spoilt\", \"votes\": 3}");
        refusedBulletin("JSON-106 [1].figures[1].percent", full, "{\"candidate\": \"alfa\", \"percent\": 5e1}");
        refused("TEMPLATE-129 :2 [[2]]", "announcements", "[" + bulletin() + ",\n" + bulletin() + "]");
    }

    private static String bulletin() {
        return "{\"id\": \"b\", \"announcer\": \"commission\", \"coverage\": {\"kind\": \"full\"}, \"figures\": [{\"count\": \"valid\", \"votes\": 5}]}";
    }

    @Test
    void decisions() {
        refused(
                "JSON-106 :1 [[1]]",
                "decisions",
                "[{\"id\": \"d\", \"body\": \"B\", \"kind\": \"annulled\", \"day\": \"2030-05-12\"}]");
        refused(
                "TEMPLATE-117 :1 [[1].day]",
                "decisions",
                "[{\"id\": \"d\", \"body\": \"B\", \"kind\": \"certified\", \"day\": \"2030-13-12\"}]");
        refused(
                "TEMPLATE-102 :1 [[1].stations[1]]",
                "decisions",
                "[{\"id\": \"d\", \"body\": \"B\", \"kind\": \"annulled\", \"day\": \"2030-05-12\", \"stations\": [\"x\"]}]");
        refused(
                "JSON-103 :1 [[1].note]",
                "decisions",
                "[{\"id\": \"d\", \"body\": \"B\", \"kind\": \"certified\", \"day\": \"2030-05-12\", \"note\": \"x\"}]");
        refused("JSON-105 :1", "decisions", "{}");
    }

    @Test
    void requestsThatMakeNoSense() {
        folder.refused("IMPORT-103", () -> folder.run("incidents"));
        folder.refused("IMPORT-101", () -> folder.run("incidents", base.resolve("nowhere.csv")));
        folder.refused("IMPORT-101", () -> folder.run("incidents", base));
        Path file = folder.file("i.csv", "station,kind,reporter\n");
        folder.refused("IMPORT-105", () -> folder.run("csv", file));
        folder.refused("IMPORT-106", () -> folder.run("incidents", file, Map.of(), file));
        folder.refused("IMPORT-104", () -> folder.run("incidents", null, Map.of("x", "y"), file));
    }

    @Test
    void anyDamageToATemplateIsARefusalOrNoHarm() {
        Random random = new Random(20240728);
        for (int i = 0; i < 400; i++) {
            Templates.Template template =
                    Templates.all().get(random.nextInt(Templates.all().size()));
            byte[] damaged = Templates.bytes(template);
            for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                folder.run(template.importer(), folder.file("damaged", damaged));
            } catch (RefusedException e) {
                assertTrue(e.problem().code().matches("[A-Z]+-1[0-9]{2}"));
            }
        }
        assertTrue(folder.frame().definition().isPresent());
    }
}
