package org.cotejo.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Subject;
import org.jspecify.annotations.Nullable;

/** Whether the part that an announcement leaves out could still change the order of its first two candidates. */
record Irreversible(Announcement announcement, KnownVotes votes, List<Reading> readings) {

    /**
     * A lead that is not above what was left out.
     *
     * @param lead at most so many votes between the first two candidates, as announced
     * @param leftOut up to so many registered voters were left out, under every reading
     */
    record Open(long lead, long leftOut) {}

    /** Null if the lead is above what was left out under some reading, or that can't be told. */
    @Nullable
    Open open() {
        Long lead = lead();
        if (lead == null || Reading.allCoverAll(readings)) {
            return null;
        }
        long least = Long.MAX_VALUE;
        for (Reading reading : readings) {
            Long most = mostVoters(reading);
            if (most == null || lead > most) {
                return null;
            }
            least = Math.min(least, most);
        }
        return new Open(lead, least);
    }

    /** The largest lead that the figures of the first two candidates can stand for; null without two. */
    private @Nullable Long lead() {
        List<Amount> amounts = new ArrayList<>();
        for (AnnouncedFigure figure : announcement.figures()) {
            Amount amount = figure.subject() instanceof Subject.OfCandidate ? Amount.of(announcement, figure) : null;
            if (amount != null) {
                amounts.add(amount);
            }
        }
        if (amounts.size() < 2) {
            return null;
        }
        amounts.sort((a, b) -> Long.compare(b.high(), a.high()));
        return amounts.get(0).high() - amounts.get(1).low();
    }

    /** The most registered voters that the left-out part can have; null if it can't be computed. */
    private @Nullable Long mostVoters(Reading reading) {
        Long leftOut = reading.leftOut();
        if (leftOut == null) {
            return null;
        }
        return switch (reading.unit()) {
            case REGISTERED_VOTERS -> leftOut;
            case STATIONS -> mostVotersOf(leftOut);
        };
    }

    /** Of so many stations: the largest registers if all are known; else the roll minus the smallest, which are covered. */
    private @Nullable Long mostVotersOf(long stations) {
        long[] registers = new long[votes.listed()];
        int count = 0;
        for (int station = 0; station < registers.length; station++) {
            if (votes.registered(station) >= 0) {
                registers[count++] = votes.registered(station);
            }
        }
        Arrays.sort(registers, 0, count);
        int covered = (int) Math.max(0, count - stations);
        long largest = Arrays.stream(registers, covered, count).sum();
        if (count == votes.stations()) {
            return largest;
        }
        Long roll = votes.roll();
        long smallest = Arrays.stream(registers, 0, covered).sum();
        return roll == null ? null : Long.valueOf(Math.max(0, roll - smallest));
    }
}
