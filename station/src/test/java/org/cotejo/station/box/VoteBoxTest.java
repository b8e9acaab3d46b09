package org.cotejo.station.box;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.definition.ContestId;
import org.junit.jupiter.api.Test;

class VoteBoxTest {
    private final SimDisk disk = new SimDisk(new Faults(1), BoxFixture.FOLDER);

    private static String code(Result<?> result) {
        return result instanceof Result.Refused<?>(Problem problem) ? problem.code() : "ok";
    }

    @Test
    void votesAreSummedAndBlankIsCountedApart() {
        VoteBox box = BoxFixture.loaded(disk);
        for (int[] vote : new int[][] {{1, 3}, {1, 0}, {5, 3}, {0, 0}}) {
            box.put(BoxFixture.ballot(vote[0], vote[1]), BoxFixture.DAY);
            box.count(BoxFixture.DAY);
        }
        box.close(BoxFixture.DAY);
        List<ContestCount> expected = List.of(
                new ContestCount(BoxFixture.PRESIDENT, List.of(2, 0, 0, 0, 1), 1),
                new ContestCount(BoxFixture.MAYOR, List.of(0, 0, 2), 2));
        assertEquals(expected, box.counts());
        assertEquals(expected, BoxFixture.open(disk).counts(), "and so they are after a restart");
        assertEquals(4, box.counts().getFirst().all());
    }

    @Test
    void aVoteThatIsTakenOutLeavesNothing() {
        VoteBox box = BoxFixture.loaded(disk);
        box.put(BoxFixture.ballot(2, 1), BoxFixture.DAY);
        assertFalse(box.isEmpty());
        box.takeOut(BoxFixture.DAY);
        assertTrue(box.isEmpty());
        assertEquals(Optional.empty(), box.waiting());
    }

    private static Ballot written(String name) {
        return new Ballot(
                Map.of(BoxFixture.PRESIDENT, new Choice.WrittenIn(5, name), BoxFixture.MAYOR, new Choice.Blank()));
    }

    private VoteBox withWriteIn() {
        BoxFixture.create(disk);
        VoteBox box = BoxFixture.open(disk);
        box.load(new BallotForm(BoxFixture.FORM.positions(), Map.of(BoxFixture.PRESIDENT, 5)), BoxFixture.DAY);
        return box;
    }

    @Test
    void aNameIsInTheBoxUntilItsReceiptIsAnsweredForAndASumIsLeft() {
        VoteBox box = withWriteIn();
        assertEquals("BOX-104", code(box.form().check(BoxFixture.ballot(5, 1))), "a name is needed there");
        assertEquals("BOX-102", code(BoxFixture.FORM.check(written("ANA"))), "and nowhere else");
        box.put(written("ANA ÑANDÚ"), BoxFixture.DAY);
        assertEquals(
                new Choice.WrittenIn(5, "ANA ÑANDÚ"),
                BoxFixture.open(disk).waiting().orElseThrow().choice(BoxFixture.PRESIDENT));
        box.count(BoxFixture.DAY);
        box.put(written("JOSÉ"), BoxFixture.DAY);
        box.takeOut(BoxFixture.DAY);
        box.close(BoxFixture.DAY);
        assertEquals(
                List.of(
                        new ContestCount(BoxFixture.PRESIDENT, List.of(0, 0, 0, 0, 1), 0),
                        new ContestCount(BoxFixture.MAYOR, List.of(0, 0, 0), 1)),
                box.counts());
        assertFalse(new Choice.WrittenIn(5, "ANA").toString().contains("ANA"));
    }

    @Test
    void whateverIsWrittenTheBoxIsAsLarge() {
        int size = BoxContent.empty(
                        new BallotForm(BoxFixture.FORM.positions(), Map.of(BoxFixture.PRESIDENT, 5)), 1, BoxFixture.DAY)
                .bytes()
                .length;
        BoxContent empty = BoxContent.empty(
                new BallotForm(BoxFixture.FORM.positions(), Map.of(BoxFixture.PRESIDENT, 5)), 1, BoxFixture.DAY);
        for (String name : List.of("A", "Ñ".repeat(40), "ش".repeat(40), "\ufb01".repeat(40), "B".repeat(40))) {
            BoxContent with = empty.withWaiting(written(name), BoxFixture.DAY);
            assertEquals(size, with.bytes().length, name);
            byte[] after = with.withoutWaiting(true, BoxFixture.DAY).bytes();
            assertEquals(size, after.length);
            assertFalse(
                    new String(after, StandardCharsets.UTF_8).contains(name.repeat(2))
                            || name.length() > 1 && new String(after, StandardCharsets.UTF_8).contains(name),
                    "nothing of the name is left");
        }
        assertEquals(
                1, BoxContent.empty(BoxFixture.FORM, 1, BoxFixture.DAY).bytes()[0], "other ballots keep their form");
    }

    @Test
    void theWaitingVoteIsThereAfterARestart() {
        VoteBox box = BoxFixture.loaded(disk);
        box.put(BoxFixture.ballot(0, 2), new byte[] {9});
        VoteBox again = BoxFixture.open(disk);
        assertEquals(Optional.of(BoxFixture.FORM.check(BoxFixture.ballot(0, 2)).orThrow()), again.waiting());
        assertArrayEquals(new byte[] {9}, again.day());
    }

    @Test
    void nobodyLooksIntoABoxThatIsOpen() {
        VoteBox box = BoxFixture.loaded(disk);
        assertThrows(IllegalArgumentException.class, box::counts);
    }

    @Test
    void aClosedBoxTakesNoVoteAndIsNotClosedAgain() {
        VoteBox box = BoxFixture.loaded(disk);
        box.close(BoxFixture.DAY);
        Ballot ballot = BoxFixture.ballot(1, 1);
        assertThrows(IllegalArgumentException.class, () -> box.put(ballot, BoxFixture.DAY));
        assertThrows(IllegalArgumentException.class, () -> box.close(BoxFixture.DAY));
    }

    @Test
    void aSecondVoteWaitsUntilTheFirstIsAnsweredFor() {
        VoteBox box = BoxFixture.loaded(disk);
        Ballot ballot = BoxFixture.ballot(1, 1);
        box.put(ballot, BoxFixture.DAY);
        assertThrows(IllegalArgumentException.class, () -> box.put(ballot, BoxFixture.DAY));
        assertThrows(IllegalArgumentException.class, () -> box.close(BoxFixture.DAY));
    }

    @Test
    void aBallotThatDoesNotFitIsRefusedWithItsContest() {
        assertEquals("ok", code(BoxFixture.FORM.check(BoxFixture.ballot(5, 3))));
        assertEquals("BOX-102", code(BoxFixture.FORM.check(BoxFixture.ballot(6, 3))));
        Choice blank = new Choice.Blank();
        assertEquals("BOX-101", code(BoxFixture.FORM.check(new Ballot(Map.of(BoxFixture.MAYOR, blank)))));
        Map<ContestId, Choice> more =
                Map.of(BoxFixture.MAYOR, blank, BoxFixture.PRESIDENT, blank, new ContestId("judge"), blank);
        assertEquals("BOX-103", code(BoxFixture.FORM.check(new Ballot(more))));
    }

    @Test
    void theBoxOfAnotherMachineDoesNotOpen() {
        BoxFixture.loaded(disk);
        byte[] other = "machine M-2".getBytes(StandardCharsets.UTF_8);
        assertEquals("BOX-201", code(VoteBox.open(disk, BoxFixture.FILES, other, new SecureRandom())));
    }

    @Test
    void aBoxInWhichAByteWasChangedDoesNotOpen() {
        BoxFixture.loaded(disk);
        for (int slot = 0; slot < BoxFiles.SLOTS; slot++) {
            byte[] image = disk.file(BoxFixture.FILES.image(slot));
            image[image.length / 2] ^= 1;
            disk.meddle(BoxFixture.FILES.image(slot), image);
        }
        assertEquals("BOX-201", code(VoteBox.open(disk, BoxFixture.FILES, BoxFixture.ABOUT, new SecureRandom())));
    }

    @Test
    void aBoxWithoutItsKeysDoesNotOpen() {
        BoxFixture.loaded(disk);
        disk.meddle(BoxFixture.FILES.key(0), null);
        disk.meddle(BoxFixture.FILES.key(1), new byte[3]);
        assertEquals("BOX-201", code(VoteBox.open(disk, BoxFixture.FILES, BoxFixture.ABOUT, new SecureRandom())));
    }

    @Test
    void noTextFormShowsAChoice() {
        VoteBox box = BoxFixture.loaded(disk);
        box.put(BoxFixture.ballot(4, 2), BoxFixture.DAY);
        String said = BoxFixture.ballot(4, 2) + " " + box;
        assertFalse(said.contains("4") || said.contains("Picked"), said);
    }

    @Test
    void anImageHasAsManyBytesWhateverWasVoted() {
        VoteBox box = BoxFixture.loaded(disk);
        int size = disk.file(BoxFixture.FILES.image(1)).length;
        for (int i = 0; i < 50; i++) {
            box.put(BoxFixture.ballot(i % 6, i % 4), new byte[i]);
            assertEquals(size, disk.file(BoxFixture.FILES.image(0)).length);
            box.count(new byte[1_000 + i]);
            assertEquals(size, disk.file(BoxFixture.FILES.image(1)).length);
        }
    }
}
