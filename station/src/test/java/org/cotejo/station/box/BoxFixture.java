package org.cotejo.station.box;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cotejo.definition.ContestId;

/** A box on a simulated disk, with ballots of two contests: five positions and three. */
public final class BoxFixture {
    static final Path FOLDER = Path.of("/machine");
    static final BoxFiles FILES = new BoxFiles(FOLDER, FOLDER);
    static final byte[] ABOUT = "machine M-1".getBytes(StandardCharsets.UTF_8);
    static final ContestId PRESIDENT = new ContestId("president");
    static final ContestId MAYOR = new ContestId("mayor");
    static final BallotForm FORM = form();
    static final byte[] DAY = {1, 2, 3};

    private BoxFixture() {}

    private static BallotForm form() {
        Map<ContestId, Integer> positions = new LinkedHashMap<>();
        positions.put(PRESIDENT, 5);
        positions.put(MAYOR, 3);
        return new BallotForm(positions);
    }

    /** A ballot; 0 is blank. */
    static Ballot ballot(int president, int mayor) {
        Map<ContestId, Choice> choices = new LinkedHashMap<>();
        choices.put(MAYOR, choice(mayor));
        choices.put(PRESIDENT, choice(president));
        return new Ballot(choices);
    }

    private static Choice choice(int position) {
        return position == 0 ? new Choice.Blank() : new Choice.Picked(position);
    }

    static void create(Disk disk) {
        VoteBox.create(disk, FILES, ABOUT, new SecureRandom(), DAY);
    }

    static VoteBox open(Disk disk) {
        return VoteBox.open(disk, FILES, ABOUT, new SecureRandom()).orThrow();
    }

    static VoteBox loaded(Disk disk) {
        create(disk);
        VoteBox box = open(disk);
        box.load(FORM, DAY);
        return box;
    }
}
