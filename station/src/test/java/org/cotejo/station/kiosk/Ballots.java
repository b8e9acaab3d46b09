package org.cotejo.station.kiosk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.StationCode;
import org.cotejo.station.day.StationDefinition;

/** Elections of invented people, with as many cards as a test needs. */
final class Ballots {
    static final String ID = "demo-2031";
    static final StationCode STATION = new StationCode("01.01.0001-3");
    private static final List<String> FIRST = List.of("María Elena", "José", "Ana Beatriz", "Luis Alberto", "Carmen");
    private static final List<String> LAST =
            List.of("Quintero", "Salazar Ríos", "Montes de Oca", "Ybarra", "Ñáñez", "Zambrano", "Villalobos");
    private static final List<String> PARTIES = List.of(
            "Partido del Río",
            "Movimiento Vecinal",
            "Alianza Ciudadana y Republicana por el Progreso Social",
            "Nuevo Puerto");

    private Ballots() {}

    /** A first contest of so many cards and, if there are more, others with a few candidates and no parties. */
    static StationDefinition of(int cards, int contests) {
        List<Contest> all = new ArrayList<>();
        List<Candidate> candidates = candidates(Math.min(cards, 200));
        List<BallotOption> options = new ArrayList<>();
        for (int i = 1; i <= cards; i++) {
            options.add(new BallotOption(
                    i,
                    PARTIES.get(i % PARTIES.size()) + " " + i,
                    candidates.get(i % candidates.size()).id()));
        }
        all.add(new Contest(new ContestId("president"), "Presidencia de la República", candidates, options));
        for (int i = 1; i < contests; i++) {
            all.add(new Contest(new ContestId("c" + i), "Alcaldía " + i, candidates(2 + i), List.of()));
        }
        ElectionDefinition election = new ElectionDefinition(
                ID,
                "Elección presidencial y municipal 2031",
                ElectionDefinition.Origin.IMPORTED,
                List.of("estado"),
                all,
                List.of(),
                List.of(),
                null,
                null,
                null);
        return new StationDefinition(
                election,
                Sha256.of("a frozen definition".getBytes(StandardCharsets.UTF_8)),
                STATION,
                List.of("Norte", "Escuela 1"),
                5_000);
    }

    /** A contest of so many cards, then one for a name that is written; and a second contest of two candidates. */
    static StationDefinition withWriteIn(int cards) {
        StationDefinition of = of(cards, 2);
        ElectionDefinition e = of.election();
        Contest first = e.contests().getFirst();
        CandidateId other = new CandidateId("other");
        List<Candidate> candidates = new ArrayList<>(first.candidates());
        candidates.add(new Candidate(other, "Otra persona"));
        List<BallotOption> options = new ArrayList<>(first.options());
        options.add(new BallotOption(cards + 1, "Sin partido", other));
        Contest changed = new Contest(first.id(), first.title(), candidates, options, other);
        ElectionDefinition election = new ElectionDefinition(
                e.id(),
                e.title(),
                e.origin(),
                e.levels(),
                List.of(changed, e.contests().get(1)),
                e.sides(),
                e.custodians(),
                e.roll(),
                e.stations(),
                e.announcer());
        return new StationDefinition(election, of.hash(), of.station(), of.places(), of.registered());
    }

    private static List<Candidate> candidates(int count) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            candidates.add(new Candidate(
                    new CandidateId("k" + i), FIRST.get(i % FIRST.size()) + " " + LAST.get(i % LAST.size()) + " " + i));
        }
        return candidates;
    }
}
