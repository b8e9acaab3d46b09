package org.cotejo.bench.photos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.cotejo.capture.form.FormReader;
import org.cotejo.capture.form.SeenSlot;
import org.cotejo.capture.form.SeenSlot.State;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.print.PrintReader;

/** How often a place to sign is told right, left open or told wrong, on photos of strips of which every second place is written in. */
public final class SlotBench {
    private SlotBench() {}

    /** One level of hardness: places by what is there and what was told. */
    private static final class Score {
        private int signed;
        private int signedAsSigned;
        private int signedAsEmpty;
        private int empty;
        private int emptyAsEmpty;
        private int emptyAsSigned;

        void add(boolean isSigned, State told) {
            if (isSigned) {
                signed++;
                signedAsSigned += told == State.SIGNED ? 1 : 0;
                signedAsEmpty += told == State.EMPTY ? 1 : 0;
            } else {
                empty++;
                emptyAsEmpty += told == State.EMPTY ? 1 : 0;
                emptyAsSigned += told == State.SIGNED ? 1 : 0;
            }
        }

        String row(int level) {
            return String.format(
                    Locale.ROOT,
                    "| %d | %d of %d | %d | %d of %d | %d |",
                    level,
                    signedAsSigned,
                    signed,
                    signedAsEmpty,
                    emptyAsEmpty,
                    empty,
                    emptyAsSigned);
        }
    }

    /** Takes how many strips are photographed at each level, and a seed. */
    public static void main(String[] args) {
        int strips = Integer.parseInt(args[0]);
        long seed = Long.parseLong(args[1]);
        FormReader reader = new FormReader(PrintReader.open().orThrow());
        List<Score> scores = new ArrayList<>();
        for (int level = 1; level <= Hardness.LEVELS; level++) {
            scores.add(new Score());
        }
        for (int number = 0; number < strips; number++) {
            SplittableRandom random = new SplittableRandom(seed * 5_000_011 + number);
            Grey strip = Strips.end(SheetTexts.printed(number, random));
            List<SeenSlot> slots = reader.readPage(strip, 0).slots();
            for (int i = number % 2; i < slots.size(); i += 2) {
                strip = Strips.signed(strip, slots.get(i).place(), random);
            }
            for (int level = 1; level <= Hardness.LEVELS; level++) {
                Grey photo = Strips.photo(strip, Hardness.of(level, random), random);
                List<SeenSlot> told = reader.readPage(photo, 0).slots();
                for (int i = 0; i < slots.size(); i++) {
                    SeenSlot slot = slots.get(i);
                    State state = told.stream()
                            .filter(slot::isSamePlace)
                            .map(SeenSlot::state)
                            .findFirst()
                            .orElse(State.NOT_VISIBLE);
                    scores.get(level - 1).add(i % 2 == number % 2, state);
                }
            }
        }
        System.out.println(
                "| level | signed, told signed | signed, told empty | empty, told empty | empty, told signed |");
        System.out.println("|---|---|---|---|---|");
        for (int i = 0; i < scores.size(); i++) {
            System.out.println(scores.get(i).row(i + 1));
        }
    }
}
