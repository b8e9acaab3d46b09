package org.cotejo.app;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.LogFacts;
import org.cotejo.sheet.LogLine;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.PublishedLog;
import org.cotejo.sheet.StationKey;

/** The log of a machine made up, and what a log says in the words of docs/second-implementation.md. */
final class SampleLog {
    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2027-07-25T06:00-04:00");

    private SampleLog() {}

    /** The day of so many voters, of whom the first had the receipt printed twice; with its closing or cut off before it. */
    static byte[] of(Ed25519Secret secret, int voters, boolean isClosed) {
        List<String> what = new ArrayList<>(List.of(
                "initialised",
                "started software=" + "0a".repeat(32),
                "loaded",
                "opening-begun copies=1",
                "copy-begun copy=1 printing=1",
                "copy-printed copy=1",
                "opened"));
        for (int i = 0; i < voters; i++) {
            what.addAll(List.of("released", "confirmed"));
            what.addAll(i == 0 ? List.of("receipt-failed reason=no_paper", "receipt-again") : List.of());
            what.addAll(List.of("receipt-printed", i == 1 ? "counted-unanswered" : "counted"));
        }
        if (isClosed) {
            what.addAll(List.of(
                    "closing-begun poll-book=" + voters + " counted=" + voters + " copies=1",
                    "copy-begun copy=1 printing=1",
                    "copy-printed copy=1",
                    "closed",
                    "transmitted",
                    "box-counted same=yes"));
        }
        return of(secret, what);
    }

    private static byte[] of(Ed25519Secret secret, List<String> what) {
        StationKey key = new StationKey(
                new StationCode("01.001.1"), new MachineId("M-1"), KeyAlgorithm.ED25519, secret.verifyKey());
        StringBuilder text = new StringBuilder();
        Hash before = LogLine.NONE;
        for (int i = 0; i < what.size(); i++) {
            boolean isOfVoter = what.get(i).matches("released|confirmed|receipt-.*|counted.*");
            LogLine line = LogLine.signed(
                    "demo-2027", key, secret, i + 1L, MORNING.plusMinutes(i), isOfVoter, what.get(i), before);
            text.append(line.text()).append('\n');
            before = line.hash();
        }
        return PublishedLog.bytes("demo-2027", key, text.toString());
    }

    static String words(LogFacts facts) {
        List<Object> words = new ArrayList<>(List.of(
                facts.lines(),
                facts.proven(),
                facts.counted(),
                facts.again(),
                facts.spoiled(),
                facts.withdrawn(),
                facts.started()));
        OffsetDateTime opened = facts.opened();
        words.addAll(opened == null ? List.of("-") : minute(opened));
        LogFacts.Closing closing = facts.closing();
        if (closing == null) {
            words.add("-");
        } else {
            words.addAll(minute(closing.at()));
            words.addAll(List.of(
                    closing.pollBook(),
                    closing.counted(),
                    closing.copies(),
                    closing.printed(),
                    closing.isComplete() ? 1 : 0));
        }
        return String.join(" ", words.stream().map(String::valueOf).toList());
    }

    private static List<Object> minute(OffsetDateTime at) {
        return List.of(at.toEpochSecond(), at.getOffset().getTotalSeconds() / 900);
    }
}
