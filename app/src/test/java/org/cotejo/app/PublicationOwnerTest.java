package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Subject;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Progress;
import org.cotejo.tlog.NoteSignature;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log speaks for whose it is, and that it is somebody's takes more than its own word. */
class PublicationOwnerTest {
    @TempDir
    private Path temporary;

    private TwoSides sides;

    @BeforeEach
    void country() {
        sides = new TwoSides(temporary);
    }

    private static Entry[] forged(ElectionFolder in, CustodianId name) {
        return PublicationImportTest.forged(in, name, TwoSides.frame(in).nextSource(name));
    }

    private static Entry announced(ElectionFolder in, CustodianId announcer, long votes) {
        Contest contest =
                TwoSides.frame(in).definition().orElseThrow().contests().getFirst();
        return new Entry.AnnouncementMade(new Announcement(
                "bulletin-x",
                announcer,
                contest.id(),
                null,
                new Coverage.Full(),
                false,
                List.of(new AnnouncedFigure(
                        new Subject.OfCandidate(contest.candidates().getFirst().id()), votes, null))));
    }

    private ElectionFolder withBoth() {
        return sides.part(
                "both",
                source -> TwoSides.isShared(source)
                        || source.id().custodian().equals(sides.one)
                        || source.id().custodian().equals(sides.other));
    }

    private static long deliveriesOf(ElectionFolder folder, CustodianId body) {
        return TwoSides.frame(folder).sources().stream()
                .filter(source -> source.id().custodian().equals(body))
                .count();
    }

    @Test
    void aLogThatCallsItselfSomebodyElsesBringsNoNewerVersionOfTheirs() {
        TwoSides.add(sides.b, forged(sides.b, sides.one));
        Path siteB = sides.publish(sides.b, "b", sides.one);
        long entries = sides.a.entries();
        RefusedException refused = assertThrows(RefusedException.class, () -> sides.take(siteB, "b", sides.a));
        assertEquals("TAKE-115", refused.problem().code());
        assertTrue(String.valueOf(refused.getMessage()).contains(sides.one.value()), refused::getMessage);
        assertEquals(entries, sides.a.entries());
        ImportSummary summary = sides.take(siteB, "b", sides.a, Map.of("whose", sides.other.value()));
        assertEquals(1, summary.count("left_out_second_hand"));
        assertEquals(1, deliveriesOf(sides.a, sides.one));
        assertTrue(deliveriesOf(sides.a, sides.other) >= 1);
    }

    @Test
    void aCopyThatCameByFileIsNotRetractedByALogThatRepeatsIt() {
        ElectionFolder both = withBoth();
        Map<String, String> whose = Map.of("whose", sides.other.value());
        Path siteB = sides.publish(sides.b, "b", sides.other);
        sides.take(siteB, "b", both, whose);
        Frame there = TwoSides.frame(sides.b);
        SourceId copied = there.sources().stream()
                .filter(source -> source.kind() == Source.Kind.COPIES)
                .map(Source::id)
                .filter(id -> id.custodian().equals(sides.other))
                .findFirst()
                .orElseThrow();
        TwoSides.add(
                sides.b,
                new Entry.CopyRetracted(new Retraction(there.register().code(0), copied, Retraction.Reason.MISREAD)));
        sides.publish(sides.b, "b");
        ImportSummary summary = sides.take(siteB, "b", both, whose);
        assertEquals(0, summary.count("copy_retracted"));
        assertEquals(1, summary.count("left_out_copy_retracted"));
    }

    @Test
    void whoeverOnlyAnnouncedIsNotSpokenForByAnotherLog() {
        ElectionFolder announcedHere = sides.part("announced-here", TwoSides::isShared);
        TwoSides.add(announcedHere, announced(announcedHere, sides.one, 7));
        TwoSides.add(sides.b, forged(sides.b, sides.one));
        TwoSides.add(sides.b, announced(sides.b, sides.other, 8));
        Path siteB = sides.publish(sides.b, "b", sides.other);
        ImportSummary summary = sides.take(siteB, "b", announcedHere);
        assertEquals(1, summary.count("left_out_second_hand"));
        assertEquals(0, deliveriesOf(announcedHere, sides.one));
        assertEquals(0, summary.count("announcement_made"), "the id is that of somebody else's announcement");
    }

    @Test
    void recordsThatCameFromALogDoNotSpeakAgainstIt() {
        Path siteB = sides.publish(sides.b, "b", sides.other);
        StationCode station = TwoSides.frame(sides.b).register().code(0);
        for (Incident.Kind kind :
                List.of(Incident.Kind.LATE_OPENING, Incident.Kind.VIOLENCE, Incident.Kind.MACHINE_FAILED)) {
            TwoSides.add(sides.b, new Entry.IncidentReported(new Incident(station, kind, sides.other, null)));
            sides.publish(sides.b, "b");
            assertEquals(1, sides.take(siteB, "b", sides.a).count("incident_reported"), kind::toString);
        }
        TwoSides.add(
                sides.a,
                new Entry.IncidentReported(new Incident(station, Incident.Kind.COUNT_NOT_PUBLIC, sides.other, null)));
        TwoSides.add(sides.b, forged(sides.b, sides.other));
        sides.publish(sides.b, "b");
        assertEquals(
                "TAKE-115",
                assertThrows(RefusedException.class, () -> sides.take(siteB, "b", sides.a))
                        .problem()
                        .code());
    }

    @Test
    void aDeliveryDatedAfterThePublicationThatBringsItIsLeftOut() {
        Entry[] entries = forged(sides.b, sides.other);
        Source source = ((Entry.SourceOpened) entries[0]).source();
        entries[0] = new Entry.SourceOpened(new Source(
                source.id(),
                source.kind(),
                source.contest(),
                source.provenance(),
                source.figures(),
                Instant.parse("2099-01-01T00:00:00Z"),
                source.isPart(),
                source.file()));
        TwoSides.add(sides.b, entries);
        long honest = deliveriesOf(sides.b, sides.other) - 1;
        Path siteB = sides.publish(sides.b, "b", sides.other);
        ImportSummary summary = sides.take(siteB, "b", sides.a);
        assertEquals(1, summary.count("left_out_ahead_of_time"));
        assertEquals(honest, deliveriesOf(sides.a, sides.other));
    }

    @Test
    void itIsSaidWhoseLogItIsAndForWhomElseItSpoke() {
        StationCode station = TwoSides.frame(sides.b).register().code(0);
        ElectionFolder fresh = sides.part("fresh", TwoSides::isShared);
        TwoSides.add(
                sides.b, new Entry.IncidentReported(new Incident(station, Incident.Kind.VIOLENCE, sides.one, null)));
        Path siteB = sides.publish(sides.b, "b", sides.other);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        take(siteB.toString(), fresh, new Console(out, out, "en", false));
        String text = said.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("Taken as the log of " + sides.other + ":"), text);
        assertTrue(
                text.contains("Taken in the name of " + sides.one + ", whose log this is not: 0 deliveries, 1 records"),
                text);
        assertFalse(text.contains("Taken in the name of " + sides.other + ","), text);
    }

    private void take(String address, ElectionFolder into, Console console) {
        new PublicationImport(List.of(address), console)
                .run(new ImportRequest(
                        List.of(Path.of("site")),
                        null,
                        into,
                        Map.of("policy", sides.policy("b").toString()),
                        Progress.NONE));
    }

    @Test
    void signatureLinesOfStrangersAreNotKeptInPublic() throws IOException {
        Path siteB = sides.publish(sides.b, "b", sides.other);
        Path checkpoint = siteB.resolve("checkpoint");
        byte[] signed = Files.readAllBytes(checkpoint);
        String stranger = new NoteSignature("juana.perez.12345678", 7, new byte[] {1, 2, 3}).line();
        Files.delete(checkpoint);
        Files.writeString(checkpoint, new String(signed, StandardCharsets.UTF_8) + stranger + "\n");
        sides.take(siteB, "b", sides.a);
        SignedCheckpoint kept = SignedCheckpoint.parse(
                        sides.a.blob(TwoSides.frame(sides.a).taken().getFirst().checkpoint()))
                .orThrow();
        Policy policy = Policy.parse(Files.readAllBytes(sides.policy("b"))).orThrow();
        assertEquals(SignedCheckpoint.parse(signed).orThrow().checkpoint(), kept.checkpoint());
        assertInstanceOf(Result.Ok.class, policy.judge(kept));
        assertEquals(
                1,
                kept.note().signatures().size(),
                () -> kept.note().signatures().toString());
    }

    @Test
    void aServerThatAnswersTwiceDifferentlyHidesNoFork() throws IOException {
        Path siteB = sides.publish(sides.b, "b", sides.other);
        Path twin = temporary.resolve("twin");
        Folders.copy(sides.b.path(), twin);
        Folders.copy(temporary.resolve("keys-b"), temporary.resolve("keys-twin"));
        StationCode station = TwoSides.frame(sides.b).register().code(0);
        TwoSides.add(
                sides.b,
                new Entry.IncidentReported(new Incident(station, Incident.Kind.LATE_OPENING, sides.other, null)));
        sides.publish(sides.b, "b");
        sides.take(siteB, "b", sides.a);
        long entries = sides.a.entries();
        Path siteTwin = temporary.resolve("twin-site");
        sides.publisher("keys-twin").publish(twin, siteTwin, new Publisher.Wishes(null, null));
        byte[] another = Files.readAllBytes(sides.publish(sides.whole, "whole").resolve("checkpoint"));
        HttpHandler files = SimpleFileServer.createFileHandler(siteTwin);
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean isHead = exchange.getRequestURI().getPath().equals("/checkpoint");
            if (isHead && asked.getAndIncrement() == 0) {
                exchange.sendResponseHeaders(200, another.length);
                try (OutputStream body = exchange.getResponseBody()) {
                    body.write(another);
                }
            } else {
                files.handle(exchange);
            }
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort();
            assertThrows(NotProvenException.class, () -> take(address, sides.a, TwoSides.silent()));
        } finally {
            server.stop(0);
        }
        assertEquals(1, asked.get(), "the head is asked for once");
        assertEquals(entries, sides.a.entries());
    }
}
