package org.cotejo.formats.templates;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotejo.base.Where;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Names;
import org.cotejo.definition.Register;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.formats.importer.ImportSession;

/** Finds what a file names in the folder's frame, and refuses an unknown name with the nearest known ones. */
final class Known {
    private final Frame frame;
    private final ElectionDefinition definition;

    private Known(Frame frame, ElectionDefinition definition) {
        this.frame = frame;
        this.definition = definition;
    }

    static Known of(ImportSession session, Where where) {
        Frame frame = session.frame();
        return new Known(frame, frame.definition().orElseThrow(() -> TemplateProblem.NO_DEFINITION.at(where)));
    }

    ElectionDefinition definition() {
        return definition;
    }

    /** The listed station with this code, also where the code lost leading zeros and only one station fits. */
    StationCode station(String text, Where where) {
        Register register = frame.register();
        if (Names.idFault(text).isEmpty()) {
            StationCode code = new StationCode(text);
            int station = register.find(code);
            if (station < 0) {
                station = register.findWithoutZeros(code);
            }
            if (station >= 0) {
                return register.code(station);
            }
            if (station == Register.AMBIGUOUS) {
                throw TemplateProblem.AMBIGUOUS.at(where, text);
            }
        }
        Stream<String> codes = IntStream.range(0, register.size()).mapToObj(register::codeText);
        throw TemplateProblem.NO_STATION.at(where, TemplateProblem.shown(text), NearWords.to(text, codes));
    }

    CustodianId custodian(String text, Where where) {
        return definition.custodians().stream()
                .map(Custodian::id)
                .filter(id -> id.value().equals(text))
                .findFirst()
                .orElseThrow(() -> TemplateProblem.NO_CUSTODIAN.at(
                        where,
                        TemplateProblem.shown(text),
                        NearWords.to(text, definition.custodians().stream().map(c -> c.id().value()))));
    }

    SideId side(String text, Where where) {
        return definition.sides().stream()
                .map(Side::id)
                .filter(id -> id.value().equals(text))
                .findFirst()
                .orElseThrow(() -> TemplateProblem.NO_SIDE.at(
                        where,
                        TemplateProblem.shown(text),
                        NearWords.to(text, definition.sides().stream().map(s -> s.id().value()))));
    }

    /** The contest of this id; where the text is empty, the only one. */
    Contest contest(String text, Where where) {
        List<Contest> contests = definition.contests();
        if (text.isEmpty() && contests.size() == 1) {
            return contests.getFirst();
        }
        return contests.stream()
                .filter(contest -> contest.id().value().equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    List<ContestId> ids = contests.stream().map(Contest::id).toList();
                    return TemplateProblem.NO_CONTEST.at(where, TemplateProblem.shown(text), ids);
                });
    }

    CandidateId candidate(Contest contest, String text, Where where) {
        return contest.candidates().stream()
                .map(Candidate::id)
                .filter(id -> id.value().equals(text))
                .findFirst()
                .orElseThrow(() -> TemplateProblem.NO_CANDIDATE.at(
                        where,
                        contest.id(),
                        TemplateProblem.shown(text),
                        NearWords.to(text, contest.candidates().stream().map(c -> c.id().value()))));
    }

    /** The delivery of figures that is written as custodian/number. */
    SourceId source(String text, Where where) {
        List<SourceId> deliveries = frame.sources().stream()
                .filter(source -> source.kind() != Source.Kind.REGISTER)
                .map(Source::id)
                .toList();
        return deliveries.stream()
                .filter(id -> id.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> TemplateProblem.NO_SOURCE.at(
                        where,
                        TemplateProblem.shown(text),
                        NearWords.to(text, deliveries.stream().map(SourceId::toString))));
    }
}
