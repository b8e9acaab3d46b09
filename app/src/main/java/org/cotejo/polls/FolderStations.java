package org.cotejo.polls;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.cotejo.audit.quickcount.FrameStation;
import org.cotejo.audit.quickcount.QuickDesign;
import org.cotejo.audit.quickcount.Report;
import org.cotejo.audit.quickcount.SamplePoint;
import org.cotejo.audit.survey.HeldStation;
import org.cotejo.base.Where;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.Names;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.polls.FrameFile.Past;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;

/** The stations of an election folder as a quick count or a poll needs them; votes are those of stations whose copies agree. */
public final class FolderStations {
    private final Frame frame;
    private final List<String> levels;

    private FolderStations(Frame frame, List<String> levels) {
        this.frame = frame;
        this.levels = levels;
    }

    /** The stations that a frame lists. */
    public static FolderStations of(Frame frame) {
        return new FolderStations(frame, frame.definition().map(d -> d.levels()).orElse(List.of()));
    }

    /** The depth of a level of places: its name, or its number from 1; refuses one that is not there. */
    public int depth(String level, String option) {
        int named = levels.indexOf(level);
        if (named >= 0) {
            return named + 1;
        }
        if (level.matches("[1-9]|1[0-2]") && Integer.parseInt(level) <= Math.max(1, levels.size())) {
            return Integer.parseInt(level);
        }
        throw PollProblem.LEVEL.at(Where.field(option), level, String.join(", ", levels));
    }

    /** The name of the place of a station at a depth, with those around it; of a shallower place as deep as it goes. */
    private String place(int station, int depth) {
        PlaceTree places = frame.places();
        List<String> path = places.path(frame.register().place(station));
        String name = path.stream().limit(depth).collect(Collectors.joining(" / "));
        return name.isEmpty() ? "-" : name;
    }

    /**
     * The list to draw from.
     *
     * @param stratum depth of the places that are strata, 0 for one stratum
     * @param cluster depth of the places whose stations are drawn together, 0 for stations drawn one by one
     */
    public List<FrameStation> list(int stratum, int cluster, Past past) {
        Register register = frame.register();
        List<FrameStation> list = new ArrayList<>();
        for (int station = 0; station < register.size(); station++) {
            String code = register.codeText(station);
            list.add(new FrameStation(
                    code,
                    stratum == 0 ? "all" : place(station, stratum),
                    cluster == 0 ? code : place(station, cluster),
                    registered(register.registered(station)),
                    past.votes(code),
                    past.total(code)));
        }
        return list;
    }

    private static OptionalLong registered(int voters) {
        return voters == Register.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(voters);
    }

    /** The contest with this id, or the only one where none is named. */
    public static ContestResult contest(Reconciliation result, @Nullable String id, String folder) {
        List<ContestResult> contests = result.contests();
        String ids = contests.stream().map(c -> c.contest().id().value()).collect(Collectors.joining(", "));
        if (id == null && contests.size() == 1) {
            return contests.getFirst();
        }
        return contests.stream()
                .filter(c -> c.contest().id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> PollProblem.CONTEST.at(Where.file(folder), String.valueOf(id), ids));
    }

    /** Ids of a contest's candidates, in the definition's order. */
    public static List<String> candidates(ContestResult contest) {
        return contest.contest().candidates().stream()
                .map(Candidate::id)
                .map(Object::toString)
                .toList();
    }

    /** Reports of drawn stations whose countable copies agree; the others of the sample count as not reported. */
    public static Reports reports(Reconciliation result, ContestResult contest, QuickDesign design) {
        Register register = result.dossier().frame().register();
        List<Report> reports = new ArrayList<>();
        for (SamplePoint point : design.points()) {
            int station = find(register, point.station());
            if (contest.state(station).isKnown()) {
                List<Long> votes = votes(contest, station);
                reports.add(new Report(point.station(), votes, sum(votes), null));
            }
        }
        return new Reports(candidates(contest), reports, List.of(), false);
    }

    private static int find(Register register, String code) {
        int station = Names.idFault(code).isEmpty() ? register.find(new StationCode(code)) : -1;
        if (station < 0) {
            throw PollProblem.NOT_REGISTERED.at(Where.field("--sample"), code);
        }
        return station;
    }

    private static List<Long> votes(ContestResult contest, int station) {
        List<Long> votes = new ArrayList<>();
        for (int c = 0; c < contest.contest().candidates().size(); c++) {
            votes.add((long) contest.votes(station, c));
        }
        return votes;
    }

    private static long sum(List<Long> votes) {
        return votes.stream().mapToLong(Long::longValue).sum();
    }

    /** Every listed station, held or lacking, with its place at a depth. */
    public List<HeldStation> heldAndLacking(ContestResult contest, int depth, Past past) {
        Register register = frame.register();
        List<HeldStation> stations = new ArrayList<>();
        for (int station = 0; station < register.size(); station++) {
            boolean isHeld = contest.state(station).isKnown();
            List<Long> votes = isHeld ? votes(contest, station) : List.of();
            String code = register.codeText(station);
            stations.add(new HeldStation(
                    place(station, depth),
                    isHeld,
                    registered(contest.registered(station)),
                    votes,
                    sum(votes),
                    past.votes(code),
                    past.total(code)));
        }
        return stations;
    }
}
