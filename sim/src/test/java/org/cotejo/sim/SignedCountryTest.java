package org.cotejo.sim;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.custody.SheetCopy;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.entry.Entry;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.StationKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Countries whose machines sign, honest and not. */
class SignedCountryTest {
    @TempDir
    private Path temp;

    private Told told(String name, List<Lie> lies) {
        return Told.of(new CountryPlan(80, 3, 5, lies).signed(), temp.resolve(name));
    }

    private static Map<SignatureVerdict, Integer> verdicts(Told told) {
        return Dossier.of(told.folder.blocks()).signatureCounts();
    }

    @Test
    void everyCopyOfAnHonestCountryIsTheProvenSheetOfItsMachine() {
        Told told = told("honest", List.of());
        assertEquals(80, told.keys.size());
        int copies = 0;
        for (Map.Entry<StationCode, List<SheetCopy>> station : told.sheets.entrySet()) {
            Set<String> texts = new HashSet<>();
            for (SheetCopy copy : station.getValue()) {
                copies++;
                texts.add(copy.sheet().text());
                assertTrue(copy.sheet().isSignedBy(requireNonNull(told.keys.get(station.getKey()))));
            }
            assertEquals(1, texts.size());
        }
        assertTrue(copies > 200, copies + " copies");
        assertEquals(Map.of(SignatureVerdict.PROVEN, copies), verdicts(told));
        assertTrue(told.rows.values().stream().flatMap(List::stream).noneMatch(Told.Row::isCopy));
    }

    @Test
    void keysAreARehearsalsAndInTheDefinitionThatTheSheetsName() {
        Told told = told("keys", List.of());
        assertTrue(told.definition().id().startsWith("sim-"));
        assertTrue(told.keys.values().stream().allMatch(key -> key.algorithm() == KeyAlgorithm.ED25519_DEMO));
        assertEquals(
                80, told.keys.values().stream().map(StationKey::key).distinct().count());
        SpokenHash frozen = SpokenHash.of(
                told.first(Entry.DefinitionFrozen.class).orElseThrow().definition());
        told.sheets
                .values()
                .forEach(copies -> copies.forEach(
                        copy -> assertEquals(frozen, copy.sheet().sheet().definition())));
    }

    @Test
    void theFiguresAreThoseOfTheCountryThatDoesNotSign() {
        Told signed = told("signed", List.of());
        Told plain = Told.of(new CountryPlan(80, 3, 5, List.of()), temp.resolve("plain"));
        assertEquals(plain.truth.votes(), signed.truth.votes());
        for (StationCode station : plain.registered.keySet()) {
            assertEquals(
                    plain.copies(station).size(),
                    signed.sheets.getOrDefault(station, List.of()).size());
            if (!plain.copies(station).isEmpty()) {
                assertEquals(
                        plain.copies(station).getFirst().votes().subList(0, Ballot.CANDIDATES),
                        signed.sheets
                                .getOrDefault(station, List.of())
                                .getFirst()
                                .sheet()
                                .sheet()
                                .votes());
            }
        }
    }

    @Test
    void sameSeedGivesTheSameBytesWhateverTheNumberOfThreads() throws IOException {
        told("one", List.of(Lie.values()));
        told("other", List.of(Lie.values()));
        String segment = "entries/00000001.entries";
        assertArrayEquals(
                Files.readAllBytes(temp.resolve("one").resolve(segment)),
                Files.readAllBytes(temp.resolve("other").resolve(segment)));
    }

    @Test
    void noPrivateKeyIsInTheFolder() throws IOException {
        Told told = told("secret", List.of());
        byte[] seed = Machines.of(new CountryPlan(80, 3, 5, List.of()).signed())
                .secret(0)
                .seed();
        try (var files = Files.walk(told.folder.path())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int at = 0; at + seed.length <= bytes.length; at++) {
                    assertFalse(java.util.Arrays.equals(seed, 0, seed.length, bytes, at, at + seed.length));
                }
            }
        }
    }

    private static SheetCopy copy(Told told, StationCode station, Holder holder) {
        return told.sheets.getOrDefault(station, List.of()).stream()
                .filter(copy -> copy.source().custodian().equals(holder.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void forgedSheetsHaveOtherFiguresUnderTheSignatureOfTheTrueOnes() {
        Told told = told("forged", List.of(Lie.FORGED_SHEET));
        List<StationCode> about = told.about(Lie.FORGED_SHEET);
        assertFalse(about.isEmpty());
        for (StationCode station : about) {
            SheetCopy forged = copy(told, station, Holder.SECOND);
            SheetCopy printed = copy(told, station, Holder.FIRST);
            assertArrayEquals(printed.sheet().signature(), forged.sheet().signature());
            assertNotEquals(
                    printed.sheet().sheet().votes(), forged.sheet().sheet().votes());
        }
        assertEquals(about.size(), verdicts(told).get(SignatureVerdict.FALSE));
    }

    @Test
    void aMachineThatSignsTwiceSignsOtherFiguresTruly() {
        Told told = told("twice", List.of(Lie.MACHINE_SIGNS_TWICE));
        for (StationCode station : told.about(Lie.MACHINE_SIGNS_TWICE)) {
            SheetCopy again = copy(told, station, Holder.SECOND);
            SheetCopy printed = copy(told, station, Holder.FIRST);
            assertTrue(again.sheet().isSignedBy(requireNonNull(told.keys.get(station))));
            assertNotEquals(
                    printed.sheet().sheet().votes(), again.sheet().sheet().votes());
            assertTrue(again.sheet()
                    .sheet()
                    .hours()
                    .closing()
                    .isAfter(printed.sheet().sheet().hours().closing()));
        }
        assertEquals(Set.of(SignatureVerdict.PROVEN), verdicts(told).keySet());
    }

    @Test
    void theSheetOfAnotherStationIsTrueThere() {
        Told told = told("another", List.of(Lie.SHEET_OF_ANOTHER_STATION));
        List<StationCode> about = told.about(Lie.SHEET_OF_ANOTHER_STATION);
        for (StationCode station : about) {
            SheetCopy wrong = copy(told, station, Holder.SECOND);
            StationCode origin = wrong.sheet().sheet().station();
            assertNotEquals(station, origin);
            assertTrue(wrong.sheet().isSignedBy(requireNonNull(told.keys.get(origin))));
            assertEquals(wrong.sheet(), copy(told, origin, Holder.SECOND).sheet());
        }
        assertEquals(about.size(), verdicts(told).get(SignatureVerdict.OTHER_STATION));
    }

    @Test
    void lateKeysAreStatedAfterTheFreezeAndBeforeTheSheets() {
        Told told = told("late", List.of(Lie.LATE_KEY));
        int frozen = indexOf(told, Entry.DefinitionFrozen.class);
        for (StationCode station : told.about(Lie.LATE_KEY)) {
            int stated = told.entries.indexOf(new Entry.StationKeyStated(requireNonNull(told.keys.get(station))));
            assertTrue(frozen < stated && stated < indexOf(told, Entry.SheetGiven.class));
        }
        assertTrue(verdicts(told).containsKey(SignatureVerdict.LATE_KEY));
    }

    private static int indexOf(Told told, Class<? extends Entry> kind) {
        return told.entries.indexOf(told.first(kind).orElseThrow());
    }

    @Test
    void whereAHoldersFiguresAreNotTheMachinesItHandsThemInOnPaper() {
        Told told = told("paper", List.of(Lie.ONE_SIDE_TWICE, Lie.SHEET_OF_ANOTHER_TABLE));
        Set<StationCode> onPaper = new HashSet<>();
        told.rows.values().stream()
                .flatMap(List::stream)
                .filter(Told.Row::isCopy)
                .forEach(row -> onPaper.add(row.figures().station()));
        Set<StationCode> about = new HashSet<>(told.about(Lie.ONE_SIDE_TWICE));
        about.addAll(told.about(Lie.SHEET_OF_ANOTHER_TABLE));
        assertEquals(about, onPaper);
        assertEquals(Set.of(SignatureVerdict.PROVEN), verdicts(told).keySet());
    }

    @Test
    void veryManyMachinesShareKeys() {
        Machines machines = Machines.of(new CountryPlan(40, 1, 1, List.of()).signed());
        assertEquals(machines.secret(0).verifyKey(), machines.secret(40).verifyKey());
        assertNotEquals(machines.secret(0).verifyKey(), machines.secret(39).verifyKey());
    }
}
