package org.cotejo.station.day;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.StationCode;
import org.cotejo.station.box.Ballot;
import org.cotejo.station.box.Choice;

/** A small election of two contests: three candidates on five cards, and two candidates. */
final class Election {
    static final String ID = "demo-2027";
    static final StationCode STATION = new StationCode("01.001.1");
    static final ContestId PRESIDENT = new ContestId("president");
    static final ContestId MAYOR = new ContestId("mayor");
    static final int[] POSITIONS = {5, 2};

    private Election() {}

    static ElectionDefinition definition(String id) {
        Contest president = new Contest(
                PRESIDENT,
                "President",
                candidates("ana", "luis", "eva"),
                List.of(option(1, "ana"), option(2, "ana"), option(3, "luis"), option(4, "eva"), option(5, "ana")));
        Contest mayor = new Contest(MAYOR, "Mayor", candidates("rosa", "juan"), List.of());
        return new ElectionDefinition(
                id,
                "An election",
                ElectionDefinition.Origin.IMPORTED,
                List.of("state"),
                List.of(president, mayor),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    private static List<Candidate> candidates(String... ids) {
        List<Candidate> candidates = new ArrayList<>();
        for (String id : ids) {
            candidates.add(new Candidate(new CandidateId(id), "Candidate " + id));
        }
        return candidates;
    }

    private static BallotOption option(int position, String candidate) {
        return new BallotOption(position, "Party " + position, new CandidateId(candidate));
    }

    static StationDefinition setup() {
        return setup(ID, STATION);
    }

    static StationDefinition setup(String id, StationCode station) {
        return new StationDefinition(
                definition(id),
                Sha256.of("the frozen definition".getBytes(StandardCharsets.UTF_8)),
                station,
                List.of("North", "School 1"),
                400);
    }

    /** A ballot; 0 is blank. */
    static Ballot ballot(int president, int mayor) {
        Map<ContestId, Choice> choices = new LinkedHashMap<>();
        choices.put(PRESIDENT, choice(president));
        choices.put(MAYOR, choice(mayor));
        return new Ballot(choices);
    }

    private static Choice choice(int position) {
        return position == 0 ? new Choice.Blank() : new Choice.Picked(position);
    }
}
