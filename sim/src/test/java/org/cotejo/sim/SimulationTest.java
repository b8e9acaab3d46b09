package org.cotejo.sim;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cotejo.base.Progress;
import org.cotejo.base.RefusedException;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Source;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.DefinitionHash;
import org.cotejo.entry.Entry;
import org.cotejo.folder.ElectionFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
    @TempDir
    private Path temp;

    private Told told(String name, CountryPlan plan) {
        return Told.of(plan, temp.resolve(name));
    }

    /** Every file of a folder, the private ones too. */
    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void sameSeedGivesTheSameBytes() throws IOException {
        CountryPlan plan = new CountryPlan(300, 4, 42, Told.liesOnPaper());
        told("one", plan);
        told("other", plan);
        Map<String, byte[]> one = files(temp.resolve("one"));
        Map<String, byte[]> other = files(temp.resolve("other"));
        assertEquals(one.keySet(), other.keySet());
        one.forEach((name, bytes) -> assertArrayEquals(bytes, other.get(name), name));
    }

    /** Golden: a seed means the same country on every machine and in every later version, or this says that it does not. */
    @Test
    void seedSevenIsStillTheSameCountry() throws IOException {
        told("golden", new CountryPlan(120, 3, 7, Told.liesOnPaper()));
        byte[] segment = Files.readAllBytes(temp.resolve("golden/entries/00000001.entries"));
        assertEquals(
                "432a8e6bf1a9b5b5429f27ceee6b24f0a4bccb4539ebc031f62a6c95b8d1fd53",
                Sha256.of(segment).hex());
    }

    @Test
    void anotherSeedGivesOtherBytes() throws IOException {
        told("one", new CountryPlan(60, 2, 1, List.of()));
        told("other", new CountryPlan(60, 2, 2, List.of()));
        String segment = "entries/00000001.entries";
        assertNotEquals(
                Sha256.of(requireNonNull(files(temp.resolve("one")).get(segment))),
                Sha256.of(requireNonNull(files(temp.resolve("other")).get(segment))));
    }

    @Test
    void theFrameIsAnImportedElectionWithItsRegisterAndRoll() {
        Told told = told("frame", new CountryPlan(500, 3, 3, List.of()));
        ElectionDefinition definition = told.definition();
        assertEquals(ElectionDefinition.Origin.IMPORTED, definition.origin());
        assertEquals(Holder.AUTHORITY.id(), definition.announcer());
        assertEquals(10, definition.contests().getFirst().candidates().size());
        assertEquals(500, told.registered.size());
        long roll =
                told.registered.values().stream().mapToLong(Integer::longValue).sum();
        assertEquals(roll, definition.roll());
        assertEquals(roll, told.truth.registered());
        assertEquals(List.of("región", "municipio", "parroquia"), definition.levels());
        var frame = told.folder.frame(told.folder.blocks());
        assertTrue(frame.isRegisterImported());
        assertEquals(3, frame.places().depth(frame.register().place(499)));
        assertEquals(List.of(), frame.claims());
    }

    @Test
    void eachCoalitionHasTwoPartiesWhateverTheNumberOfCopies() {
        ElectionDefinition definition =
                told("sides", new CountryPlan(30, 1, 3, List.of())).definition();
        for (String side : List.of("faro", "molino")) {
            long parties = definition.custodians().stream()
                    .map(Custodian::side)
                    .filter(id -> id.value().equals(side))
                    .count();
            assertEquals(2, parties);
        }
    }

    @Test
    void asManyHoldersHandInCopiesAsThePlanSays() {
        for (int copies : new int[] {1, 2, 3, 4, 8, 20}) {
            Told told = told("copies" + copies, new CountryPlan(80, copies, 9, List.of()));
            List<Source> delivered = told.sources.values().stream()
                    .filter(source -> source.kind() == Source.Kind.COPIES)
                    .toList();
            assertEquals(copies, delivered.size());
            assertTrue(delivered.stream().noneMatch(Source::isPart));
        }
    }

    @Test
    void evenOneStationIsACountry() {
        Told told = told("one", new CountryPlan(1, 3, 1, List.of()));
        assertEquals(1, told.registered.size());
    }

    @Test
    void progressGoesUpToTheEnd() {
        List<Long> steps = new ArrayList<>();
        List<Long> all = new ArrayList<>();
        Simulation.write(
                new CountryPlan(5_000, 2, 1, List.of()),
                ElectionFolder.openOrCreate(temp.resolve("progress")),
                (_, done, of) -> {
                    steps.add(done);
                    all.add(of);
                });
        assertEquals(steps.stream().sorted().toList(), steps);
        assertEquals(25_000, steps.getLast());
        assertEquals(25_000, all.getFirst());
    }

    @Test
    void aFolderWithEntriesIsRefusedAndLeftAsItWas() throws IOException {
        CountryPlan plan = new CountryPlan(30, 2, 1, List.of());
        Told told = told("full", plan);
        Map<String, byte[]> before = files(temp.resolve("full"));
        RefusedException refused =
                assertThrows(RefusedException.class, () -> Simulation.write(plan, told.folder, Progress.NONE));
        assertEquals("SIM-105", refused.problem().code());
        Map<String, byte[]> after = files(temp.resolve("full"));
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
    }

    @Test
    void everySourceNamesThePlanThatIsKeptInPrivate() throws IOException {
        Told told = told("private", new CountryPlan(60, 3, 1, List.of(Lie.TRIPLE_MATCH)));
        for (Source source : told.sources.values()) {
            Path file = temp.resolve("private/private/sources")
                    .resolve(source.file().hex());
            assertEquals(
                    "Simulated, not imported.\nseed 1\nstations 60\ncopies 3\nabsences FEW\nlies triple-match\n",
                    Files.readString(file));
        }
    }

    @Test
    void theDefinitionIsFrozenAsItIsRead() {
        Told told = told("frozen", new CountryPlan(100, 3, 1, Told.liesOnPaper()));
        var frame = told.folder.frame(told.folder.blocks());
        assertEquals(DefinitionHash.of(frame, told.definition()), frame.frozen().orElseThrow());
    }

    @Test
    void theDemonstrationsWinnerDoesNotFollowFromTheSheets() {
        for (int seed = 0; seed < 40; seed++) {
            Told told = told("demo" + seed, CountryPlan.demo(200, seed));
            Ballot ballot = Ballot.of(seed);
            assertTrue(
                    told.rows.keySet().stream().allMatch(s -> told.announced(s).isEmpty()));
            assertTrue(told.announcement().isCalledIrreversible());
            List<Long> announced = told.announcedVotes();
            assertTrue(announced.get(ballot.second()) > announced.get(ballot.first()), "seed " + seed);
            long known = 0;
            for (var station : told.registered.keySet()) {
                var copy = told.copies(station).stream().findFirst();
                known += copy.map(row -> row.votes().get(ballot.first())).orElse(0);
            }
            assertTrue(known > announced.get(ballot.first()), "seed " + seed + ": " + known + " " + announced);
        }
    }

    @Test
    void theDemonstrationLacksASixthOfTheFirstPartysCopiesAndSaysWhyOfMost() {
        Told told = told("demo", CountryPlan.demo(6_000, 1));
        long held = told.registered.keySet().stream()
                .filter(station -> told.copy(station, Holder.FIRST).isPresent())
                .count();
        assertTrue(Math.abs(held - 6_000 * 84 / 100) <= 120, "held: " + held);
        assertTrue(told.denials.size() > 500);
        assertFalse(told.incidents.isEmpty());
        assertTrue(told.count(Entry.SignaturesSeen.class) > 100);
        assertTrue(told.count(Entry.CustodyStepped.class) > 100);
        assertTrue(told.count(Entry.RosterPlanned.class) > 100);
    }

    @Test
    void liesAboutAnnouncedStationsAreNotToldWhereNoneIsAnnounced() {
        Told told = Told.of(new CountryPlan(60, 3, 1, Told.liesOnPaper()), temp.resolve("all"));
        Set<Lie> lies = new HashSet<>();
        told.truth.told().forEach(deed -> lies.add(deed.lie()));
        assertEquals(Told.liesOnPaper().size() - 4, lies.size());
        assertFalse(lies.contains(Lie.ALTERED_TRANSMISSION));
    }

    @Test
    void stationsThatNoLieIsAboutStayHonest() {
        List<Lie> aboutStations = new ArrayList<>(Told.liesOnPaper());
        aboutStations.removeAll(List.of(Lie.TOTAL_WITHOUT_DETAIL, Lie.SWAPPED_CANDIDATE_MAP, Lie.UNLAWFUL_DUMP));
        Told told = Told.of(new CountryPlan(600, 4, 8, aboutStations), temp);
        Set<StationCode> about = new HashSet<>();
        aboutStations.forEach(lie -> about.addAll(told.about(lie)));
        for (StationCode station : told.registered.keySet()) {
            if (!about.contains(station)) {
                Set<List<Integer>> different = new HashSet<>();
                told.rows(station).forEach(row -> different.add(row.votes()));
                assertEquals(1, different.size(), station::toString);
            }
        }
    }
}
