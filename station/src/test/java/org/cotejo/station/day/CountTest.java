package org.cotejo.station.day;

import static org.cotejo.station.day.Polling.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.SheetReader;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.Test;

/** The count of the receipts, beside the sheets. */
class CountTest {
    private final Polling polling = new Polling(1);

    private Machine closed() {
        Machine machine = polling.open();
        Polling.vote(machine, Election.ballot(1, 1));
        Polling.vote(machine, Election.ballot(1, 0));
        Polling.vote(machine, Election.ballot(4, 2));
        machine.closeStation(3, 1).orThrow();
        return machine;
    }

    private static HandCount count(List<Integer> president, int blank, List<Integer> mayor, int mayorBlank) {
        return new HandCount(List.of(
                new HandCount.OfContest(Election.PRESIDENT, president, blank, 0),
                new HandCount.OfContest(Election.MAYOR, mayor, mayorBlank, 0)));
    }

    private static HandCount right() {
        return count(List.of(2, 0, 0, 1, 0), 0, List.of(1, 1), 1);
    }

    @Test
    void receiptsThatSayWhatTheSheetsSayGiveCertificatesWithoutADifference() {
        Machine machine = closed();
        BoxCheck check = machine.countBox(right(), right()).orThrow();
        assertEquals(List.of(), check.differences());
        List<SignedSheet> sheets = machine.sheets().orThrow();
        StationKey key = machine.identity().key();
        for (int i = 0; i < sheets.size(); i++) {
            CountCertificate made = check.certificates().get(i);
            CountCertificate read = CountCertificate.read(made.text()).orThrow();
            assertTrue(read.isSignedBy(key));
            assertEquals(made, read);
            assertEquals(CountCertificate.hash(sheets.get(i)), read.sheet());
            HandCount.OfContest counted = right().contests().get(i);
            assertEquals(counted.contest(), read.contest());
            assertEquals(counted.votes(), read.votes());
            assertEquals(counted.blank(), read.blank());
            assertEquals(counted.receipts(), read.receipts());
        }
        assertTrue(machine.log().contains("box-counted same=yes"));
    }

    @Test
    void aDifferenceIsShownByOption() {
        Machine machine = closed();
        HandCount other = count(List.of(1, 1, 0, 1, 0), 0, List.of(1, 1), 2);
        BoxCheck check = machine.countBox(other, other).orThrow();
        assertEquals(
                List.of(
                        new BoxCheck.Difference(Election.PRESIDENT, new Figure.OfOption(1), 2, 1),
                        new BoxCheck.Difference(Election.PRESIDENT, new Figure.OfOption(2), 0, 1),
                        new BoxCheck.Difference(Election.MAYOR, Figure.Count.BLANK, 1, 2),
                        new BoxCheck.Difference(Election.MAYOR, Figure.Count.BALLOTS, 3, 4)),
                check.differences());
        assertTrue(machine.log().contains("box-counted same=no"));
    }

    @Test
    void tellersWhoDifferCountAgain() {
        Machine machine = closed();
        HandCount other = count(List.of(2, 0, 0, 1, 0), 0, List.of(1, 1), 2);
        assertEquals("STATION-402", code(machine.countBox(right(), other)));
        assertEquals("ok", code(machine.countBox(right(), right())));
    }

    @Test
    void aCountOfAnotherBallotIsRefused() {
        Machine machine = closed();
        HandCount shorter = count(List.of(2, 0, 0, 1), 0, List.of(1, 1), 1);
        HandCount one = new HandCount(right().contests().subList(0, 1));
        assertEquals("STATION-404", code(machine.countBox(shorter, shorter)));
        assertEquals("STATION-404", code(machine.countBox(right(), one)));
    }

    @Test
    void nobodyCountsBeforeTheSheetsAreThere() {
        Machine machine = polling.open();
        assertEquals("STATION-401", code(machine.countBox(right(), right())));
    }

    @Test
    void aCertificateThatWasChangedOrIsAnothersIsRefused() {
        Machine machine = closed();
        String text = machine.countBox(right(), right())
                .orThrow()
                .certificates()
                .getFirst()
                .text();
        StationKey key = machine.identity().key();
        for (int i = 0; i < text.length(); i++) {
            String changed = text.substring(0, i) + (text.charAt(i) == '1' ? '2' : '1') + text.substring(i + 1);
            boolean isTaken =
                    CountCertificate.read(changed) instanceof Result.Ok<CountCertificate>(CountCertificate read)
                            && read.isSignedBy(key);
            assertFalse(isTaken, "character " + i);
        }
        StationKey other = new StationKey(
                key.station(),
                key.machine(),
                key.algorithm(),
                Ed25519Secret.ofSeed(new byte[32]).verifyKey());
        assertTrue(CountCertificate.read(text).orThrow().isSignedBy(key));
        assertFalse(CountCertificate.read(text).orThrow().isSignedBy(other));
        assertEquals("SHEET-101", code(SheetReader.read(text)), "and no certificate is a sheet");
        assertEquals(
                "SHEET-107",
                code(CountCertificate.read(machine.sheets().orThrow().getFirst().text())));
    }
}
