package org.cotejo.station.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cotejo.crypto.OneSeal;
import org.cotejo.station.box.Ballot;
import org.cotejo.station.box.SimDisk;
import org.junit.jupiter.api.Test;

/**
 * Somebody takes the machine after the last voter, with the order of the poll book and with every version of every byte that was ever on
 * its disk, except the keys that were overwritten in the small memory. The test gives that person everything that can be opened at all and
 * asks whether two different days can be told apart.
 */
class AdversaryTest {
    /** Gives the same bytes in the same order, so that two days differ by their votes alone; remembers the keys that it gave. */
    private static final class SameRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient SplittableRandom random = new SplittableRandom(11);
        private final transient List<byte[]> keys = new ArrayList<>();

        SameRandom() {
            super(null, null);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) random.nextInt(256);
            }
            if (bytes.length == OneSeal.SIZE) {
                keys.add(bytes.clone());
            }
        }
    }

    /** A vote; the voter first confirmed each of {@code spoilt} and reported its receipt as wrong. */
    private record Vote(Ballot ballot, List<Ballot> spoilt) {}

    private record Seen(Polling polling, Machine machine, SameRandom random) {
        private byte[] about() {
            return MachineMaker.about(machine.identity());
        }

        /** Everything that was ever on the disk, as far as it opens; of what does not, its length. */
        List<String> view() {
            List<byte[]> keys = polling.disk.everything().stream()
                    .filter(left -> left.file().toString().endsWith(".key"))
                    .map(SimDisk.Leftover::bytes)
                    .filter(bytes -> bytes.length == OneSeal.SIZE)
                    .toList();
            List<String> view = new ArrayList<>(polling.disk.operations());
            for (SimDisk.Leftover left : polling.disk.everything()) {
                view.add(left.file() + " " + shown(left, keys));
            }
            return view;
        }

        private String shown(SimDisk.Leftover left, List<byte[]> keys) {
            if (!isImage(left.file())) {
                return HexFormat.of().formatHex(left.bytes());
            }
            return keys.stream()
                    .map(key -> OneSeal.kept(key).open(left.bytes(), about()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(plain -> HexFormat.of().formatHex(plain))
                    .orElse(left.bytes().length + " sealed bytes");
        }

        /** How many versions of the box open with this key. */
        long opened(byte[] key) {
            return polling.disk.everything().stream()
                    .filter(left -> isImage(left.file()))
                    .filter(left ->
                            OneSeal.kept(key).open(left.bytes(), about()).isPresent())
                    .count();
        }

        private static boolean isImage(Path file) {
            String name = String.valueOf(file.getFileName());
            return name.equals("box.a") || name.equals("box.b");
        }
    }

    private static Seen day(boolean keysAreRemembered, Vote... votes) {
        Polling polling = new Polling(1);
        if (keysAreRemembered) {
            polling.disk.rememberKeys();
        }
        SameRandom random = new SameRandom();
        Surroundings around =
                new Surroundings(polling.disk, polling.clock, random, polling.tray, "b0a4d", Polling.SOFTWARE);
        MachineMaker.make(
                        Polling.FOLDER,
                        Election.ID,
                        Election.STATION,
                        new org.cotejo.sheet.MachineId("M-1"),
                        org.cotejo.sheet.KeyAlgorithm.ED25519,
                        around)
                .orThrow();
        Machine machine = Machine.start(Polling.FOLDER, around).orThrow();
        Polling.load(machine);
        machine.openStation(1).orThrow();
        for (Vote vote : votes) {
            machine.release().orThrow();
            for (Ballot spoilt : vote.spoilt()) {
                machine.confirm(pass(machine), spoilt).orThrow();
                machine.receiptWrong().orThrow();
            }
            machine.confirm(pass(machine), vote.ballot()).orThrow();
            machine.receiptRight().orThrow();
        }
        return new Seen(polling, machine, random);
    }

    private static BallotPass pass(Machine machine) {
        return Objects.requireNonNull(machine.view().pass());
    }

    private static Vote vote(int president, int mayor) {
        return new Vote(Election.ballot(president, mayor), List.of());
    }

    @Test
    void nobodyCanTellWhoVotedHow() {
        Seen day = day(false, vote(1, 1), vote(2, 2), vote(3, 1), vote(0, 0));
        Seen otherOrder = day(false, vote(0, 0), vote(3, 1), vote(2, 2), vote(1, 1));
        Seen otherLinks = day(false, vote(1, 0), vote(2, 1), vote(3, 2), vote(0, 1));
        assertEquals(day.view(), otherOrder.view(), "the order of the votes");
        assertEquals(day.view(), otherLinks.view(), "which vote for president belongs to which for mayor");
    }

    @Test
    void manyDaysWithTheSameSumsLookTheSame() {
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 10; round++) {
            int voters = 2 + random.nextInt(12);
            int[] president = random.ints(voters, 0, 6).toArray();
            int[] mayor = random.ints(voters, 0, 3).toArray();
            Seen day = day(false, votes(president, mayor));
            shuffle(president, random);
            shuffle(mayor, random);
            assertEquals(day.view(), day(false, votes(president, mayor)).view(), "round " + round);
        }
    }

    private static Vote[] votes(int[] president, int[] mayor) {
        Vote[] votes = new Vote[president.length];
        Arrays.setAll(votes, i -> vote(president[i], mayor[i]));
        return votes;
    }

    private static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }

    @Test
    void nobodyCanTellWhatWasOnASpoiltVote() {
        Seen day = day(false, new Vote(Election.ballot(1, 1), List.of(Election.ballot(2, 2))), vote(3, 0));
        Seen other = day(false, new Vote(Election.ballot(1, 1), List.of(Election.ballot(5, 0))), vote(3, 0));
        assertEquals(day.view(), other.view());
    }

    @Test
    void onlyTheNewestBoxOpensAndNoKeyIsLeftAnywhere() {
        Seen day = day(false, vote(1, 1), vote(2, 2), vote(3, 1));
        List<byte[]> keys = day.random().keys;
        long boxes = keys.stream().filter(key -> day.opened(key) > 0).count();
        assertTrue(boxes > 15, "only " + boxes + " boxes were sealed: this test knows too few keys");
        String last = HexFormat.of().formatHex(keys.getLast());
        for (SimDisk.Leftover left : day.polling().disk.everything()) {
            String hex = HexFormat.of().formatHex(left.bytes());
            for (byte[] key : keys.subList(1, keys.size() - 1)) {
                assertFalse(
                        hex.contains(HexFormat.of().formatHex(key)), left.file() + " holds a key that is destroyed");
            }
        }
        assertEquals(1, day.opened(HexFormat.of().parseHex(last)));
    }

    /** If keys were not destroyed, this test must see it: else it could never find anything. */
    @Test
    void onADiskThatRemembersItsKeysTheVotesAreSeen() {
        Seen day = day(true, vote(1, 1), vote(2, 2));
        Seen otherOrder = day(true, vote(2, 2), vote(1, 1));
        assertNotEquals(day.view(), otherOrder.view());
    }

    @Test
    void daysWithOtherSumsDiffer() {
        assertNotEquals(day(false, vote(1, 1)).view(), day(false, vote(2, 1)).view());
    }

    /** What is said in docs/station.md of the one vote that is not safe from who takes the machine: it waits for its voter. */
    @Test
    void whileAReceiptIsLookedAtItsVoteAloneCanBeSeen() {
        Seen first = day(false, vote(1, 1), vote(2, 2));
        first.machine()
                .confirm(first.machine().release().orThrow(), Election.ballot(3, 0))
                .orThrow();
        Seen other = day(false, vote(2, 2), vote(1, 1));
        other.machine()
                .confirm(other.machine().release().orThrow(), Election.ballot(3, 0))
                .orThrow();
        Seen third = day(false, vote(2, 2), vote(1, 1));
        third.machine()
                .confirm(third.machine().release().orThrow(), Election.ballot(4, 0))
                .orThrow();
        assertEquals(first.view(), other.view());
        assertNotEquals(first.view(), third.view());
    }
}
