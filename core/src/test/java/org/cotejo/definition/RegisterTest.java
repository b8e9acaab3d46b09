package org.cotejo.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The packed register against the platform's maps. */
class RegisterTest {
    @Test
    void aHundredThousandStationsAreFoundAsInAMap() {
        Random random = new Random(20_240_728);
        Register register = new Register();
        Map<String, Integer> expected = new HashMap<>();
        List<Integer> voters = new ArrayList<>();
        while (register.size() < 100_000) {
            String code = code(random);
            if (!expected.containsKey(code)) {
                expected.put(code, register.size());
                voters.add(random.nextInt(10) == 0 ? Register.UNKNOWN : random.nextInt(1_000));
                int index = register.add(new StationCode(code), random.nextInt(5), voters.getLast());
                assertEquals(expected.size() - 1, index);
            }
        }
        expected.forEach((code, index) -> {
            assertEquals(index, register.find(new StationCode(code)));
            assertEquals(code, register.codeText(index));
            assertEquals(voters.get(index), register.registered(index));
            assertAbsent(register, expected, code + "x");
            assertAbsent(register, expected, code.substring(1));
        });
    }

    /** More stations than lie on two shelves, with codes that are longer on the second than the first let expect. */
    @Test
    void stationsOnSeveralShelvesAreFoundAsThoseOnOne() {
        Register register = new Register();
        int size = 2 * StationShelf.STATIONS_MOST + 10;
        for (int station = 0; station < size; station++) {
            byte[] code = longCode(station).getBytes(StandardCharsets.UTF_8);
            assertEquals(~station, register.list(code, 0, code.length, station % 7, station));
        }
        for (int searches = 0; searches < 2; searches++) {
            for (int station = 0; station < size; station += station % 997 == 0 ? 1 : 31) {
                byte[] code = longCode(station).getBytes(StandardCharsets.UTF_8);
                assertEquals(station, register.find(code, 0, code.length));
                assertEquals(longCode(station), register.codeText(station));
                assertEquals(station % 7, register.place(station));
                assertEquals(station, register.registered(station));
            }
        }
        register.setRegistered(size - 1, 5);
        assertEquals(5, register.registered(size - 1));
        assertEquals(-1, register.find(new StationCode(longCode(size))));
    }

    private static String longCode(int station) {
        return 1_000_000 + station + (station < StationShelf.STATIONS_MOST ? "" : "-of-many");
    }

    /** Ascending codes need no table until one comes out of turn or many were looked up; either way all are found. */
    @Test
    void stationsAreFoundWhateverTheOrderInWhichTheyWereListed() {
        for (int outOfTurnAfter : new int[] {0, 1, 2, 300, 3_000, 6_000}) {
            for (int searchesBetween : new int[] {0, 1, 3}) {
                assertFoundInOrder(outOfTurnAfter, searchesBetween);
            }
        }
    }

    private static void assertFoundInOrder(int outOfTurnAfter, int searchesBetween) {
        Random random = new Random(outOfTurnAfter);
        Register register = new Register();
        List<String> listed = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            String code = (i < outOfTurnAfter ? "b" : "a") + (100_000 + 2 * i) + "ñ";
            assertEquals(i, register.add(new StationCode(code), PlaceTree.COUNTRY, i));
            listed.add(code);
            for (int search = 0; search < searchesBetween; search++) {
                int known = random.nextInt(listed.size());
                assertEquals(known, register.find(new StationCode(listed.get(known))));
                assertEquals(-1, register.find(new StationCode("b" + (100_001 + 2 * known) + "ñ")));
            }
        }
        for (int i = 0; i < listed.size(); i++) {
            assertEquals(i, register.find(new StationCode(listed.get(i))));
            assertEquals(i, register.registered(i));
        }
        assertEquals(-1, register.find(new StationCode("c")));
        assertEquals(-1, register.find(new StationCode("Z")));
    }

    /** Codes of one country differ in few characters; some are of other scripts, and lengths differ. */
    private static String code(Random random) {
        String number = Integer.toString(random.nextInt(400_000));
        return switch (random.nextInt(4)) {
            case 0 -> "0".repeat(random.nextInt(4)) + number;
            case 1 -> "010101." + number;
            case 2 -> "ñ" + number + "中";
            default -> number + ".01.0001";
        };
    }

    private static void assertAbsent(Register register, Map<String, Integer> expected, String code) {
        if (!expected.containsKey(code) && Names.idFault(code).isEmpty()) {
            assertEquals(-1, register.find(new StationCode(code)));
        }
    }

    @Test
    void codesWithoutTheirZerosAreFoundWhereOnlyOneStationFits() {
        Random random = new Random(7);
        Register register = new Register();
        Map<String, List<Integer>> stripped = new HashMap<>();
        while (register.size() < 20_000) {
            StationCode code =
                    new StationCode("0".repeat(random.nextInt(3)) + random.nextInt(15_000) + ".0" + random.nextInt(2));
            if (register.find(code) < 0) {
                int index = register.add(code, PlaceTree.COUNTRY, Register.UNKNOWN);
                stripped.computeIfAbsent(code.withoutZeros(), _ -> new ArrayList<>())
                        .add(index);
            }
        }
        assertTrue(stripped.values().stream().anyMatch(all -> all.size() > 1));
        stripped.forEach((code, all) -> assertEquals(
                all.size() == 1 ? all.getFirst() : Register.AMBIGUOUS,
                register.findWithoutZeros(new StationCode(code))));
        assertEquals(-1, register.findWithoutZeros(new StationCode("999999.1")));
    }

    @Test
    void aStationThatIsListedLaterMakesACodeAmbiguous() {
        Register register = new Register();
        register.add(new StationCode("01"), 0, 5);
        assertEquals(0, register.findWithoutZeros(new StationCode("1")));
        assertEquals(0, register.findWithoutZeros(new StationCode("001")));
        register.add(new StationCode("001"), 0, 5);
        assertEquals(Register.AMBIGUOUS, register.findWithoutZeros(new StationCode("1")));
    }

    @Test
    void aCodeIsFoundInTheMiddleOfBytes() {
        Register register = new Register();
        register.add(new StationCode("ñ1"), 3, 0);
        byte[] bytes = "xxñ1yy".getBytes(StandardCharsets.UTF_8);
        assertEquals(0, register.find(bytes, 2, 3));
        assertEquals(-1, register.find(bytes, 2, 4));
        assertEquals(-1, register.find(bytes, 1, 3));
        assertEquals(-1, register.find(bytes, 2, 0));
        assertTrue(register.isCode(0, bytes, 2, 3));
        assertFalse(register.isCode(0, bytes, 2, 2));
        assertFalse(register.isCode(1, bytes, 2, 3));
        assertEquals(3, register.place(0));
    }

    @Test
    void aStationIsListedOnceAndItsRegisterStatedLater() {
        Register register = new Register();
        StationCode code = new StationCode("S1");
        register.add(code, 0, Register.UNKNOWN);
        assertThrows(IllegalArgumentException.class, () -> register.add(code, 0, 5));
        assertThrows(IllegalArgumentException.class, () -> register.add(new StationCode("S2"), 0, -2));
        assertThrows(IllegalArgumentException.class, () -> register.setRegistered(0, Register.UNKNOWN));
        register.setRegistered(0, 512);
        assertEquals(512, register.registered(0));
        assertEquals(code, register.code(0));
        assertEquals(1, register.size());
    }

    /** A register put together from files, each in ascending order: up to so many runs are searched one by one, beyond them in a table. */
    @Test
    void stationsOfSevenToTenAscendingRunsAreFoundByTheRegisterAndByAWalk() {
        for (int runs = 7; runs <= 10; runs++) {
            Register register = new Register();
            List<String> listed = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                for (int i = 0; i < 700; i++) {
                    // Runs lie between each other's stations, and every second code is nobody's.
                    String code = String.format("%07d", 2 * (i * runs + (runs - run)));
                    assertEquals(listed.size(), register.add(new StationCode(code), PlaceTree.COUNTRY, i));
                    listed.add(code);
                }
                assertEquals(0, register.find(new StationCode(listed.getFirst())));
                assertEquals(listed.size() - 1, register.find(new StationCode(listed.getLast())));
            }
            assertFound(register, listed, new Random(runs));
        }
    }

    /** Deliveries that list what they bring: known and new stations in any order, with and without a table, beside a map. */
    @Test
    void whatAWalkDoesNotFindIsListedOnceAndFoundFromThenOn() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Register register = new Register();
            Map<String, Integer> expected = new HashMap<>();
            for (int delivery = 0; delivery < 4; delivery++) {
                List<String> codes = new ArrayList<>(random.ints(400, 0, 900)
                        .distinct()
                        .mapToObj(i -> String.format("%05d", i))
                        .toList());
                if (random.nextInt(3) > 0) {
                    codes.sort(null);
                }
                if (random.nextInt(4) == 0) {
                    makeTable(register);
                }
                RegisterWalk walk = new RegisterWalk();
                for (String code : codes) {
                    assertListed(register, walk, code, expected);
                }
            }
            assertEquals(expected.size(), register.size());
            expected.forEach((code, index) -> assertEquals(code, register.codeText(index)));
        }
    }

    private static void assertListed(Register register, RegisterWalk walk, String code, Map<String, Integer> expected) {
        byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
        Integer known = expected.putIfAbsent(code, register.size());
        assertEquals(known == null ? -1 : known, walk.find(register, bytes, 0, bytes.length));
        int listed = register.list(bytes, 0, bytes.length, PlaceTree.COUNTRY, 7);
        assertEquals(known == null ? ~(register.size() - 1) : known, listed);
        if (listed < 0) {
            walk.listed(~listed);
        }
    }

    /** So many searches that the register makes itself a table, if it lists anything. */
    private static void makeTable(Register register) {
        StationCode nobody = new StationCode("0");
        for (int search = 0; search < 21_000; search++) {
            assertEquals(-1, register.find(nobody));
        }
    }

    private static void assertFound(Register register, List<String> listed, Random random) {
        List<String> ascending = listed.stream().sorted().toList();
        List<String> shuffled = new ArrayList<>(listed);
        java.util.Collections.shuffle(shuffled, random);
        for (List<String> order : List.of(listed, ascending, ascending.reversed(), shuffled)) {
            RegisterWalk walk = new RegisterWalk();
            for (String code : order) {
                byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
                int expected = register.find(new StationCode(code));
                assertEquals(code, register.codeText(expected));
                assertEquals(expected, walk.find(register, bytes, 0, bytes.length));
                byte[] nobody =
                        String.format("%07d", Integer.parseInt(code) + 1).getBytes(StandardCharsets.UTF_8);
                assertEquals(-1, walk.find(register, nobody, 0, nobody.length));
            }
        }
    }
}
