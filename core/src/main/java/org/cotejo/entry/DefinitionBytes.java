package org.cotejo.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Check;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;

/** The bytes of an election's definition. */
@SuppressWarnings("EnumOrdinal") // the order of these enums is part of the format (docs/formats/entries.md, section 4)
final class DefinitionBytes {
    private static final ElectionDefinition.Origin[] ORIGINS = ElectionDefinition.Origin.values();
    private static final int ID = 240;
    private static final int NAME = 800;
    private static final int LIST_MOST = 5_000;

    private DefinitionBytes() {}

    static void write(ElectionDefinition definition, CanonicalWriter to) {
        to.text(definition.id())
                .text(definition.title())
                .octet(definition.origin().ordinal());
        size(definition.levels(), to);
        definition.levels().forEach(to::text);
        size(definition.contests(), to);
        boolean hasWriteIns = hasWriteIns(definition);
        for (Contest contest : definition.contests()) {
            contest(contest, to);
            if (hasWriteIns) {
                to.text(contest.writeIn() == null ? "" : contest.writeIn().value());
            }
        }
        size(definition.sides(), to);
        definition.sides().forEach(side -> to.text(side.id().value()).text(side.name()));
        size(definition.custodians(), to);
        definition
                .custodians()
                .forEach(custodian -> to.text(custodian.id().value())
                        .text(custodian.side().value())
                        .text(custodian.name()));
        to.number(definition.roll() == null ? 0 : definition.roll() + 1);
        to.number(definition.stations() == null ? 0 : definition.stations() + 1L);
        to.text(definition.announcer() == null ? "" : definition.announcer().value());
    }

    private static void contest(Contest contest, CanonicalWriter to) {
        to.text(contest.id().value()).text(contest.title());
        to.number(contest.candidates().size());
        contest.candidates().forEach(c -> to.text(c.id().value()).text(c.name()));
        to.number(contest.options().size());
        contest.options().forEach(o -> to.text(o.party()).text(o.candidate().value()));
    }

    /** Whether anybody can be written in: such a definition is of a kind of its own, so that all others keep their bytes. */
    static boolean hasWriteIns(ElectionDefinition definition) {
        return definition.contests().stream().anyMatch(contest -> contest.writeIn() != null);
    }

    static ElectionDefinition read(CanonicalReader from) {
        return read(from, false);
    }

    /** A definition in which somebody can be written in. */
    static ElectionDefinition readWithWriteIns(CanonicalReader from) {
        ElectionDefinition definition = read(from, true);
        if (!hasWriteIns(definition)) {
            throw new CanonicalReader.Malformed("nobody can be written in");
        }
        return definition;
    }

    private static ElectionDefinition read(CanonicalReader from, boolean hasWriteIns) {
        String id = from.text(ID);
        String title = from.text(NAME);
        ElectionDefinition.Origin origin = ORIGINS[from.octetBelow(ORIGINS.length, "origin")];
        List<String> levels = list(from, () -> from.text(NAME));
        List<Contest> contests = list(from, () -> contest(from, hasWriteIns));
        List<Side> sides = list(from, () -> new Side(new SideId(from.text(ID)), from.text(NAME)));
        List<Custodian> custodians = list(
                from, () -> new Custodian(new CustodianId(from.text(ID)), new SideId(from.text(ID)), from.text(NAME)));
        long roll = from.number();
        long stations = from.count(ElectionDefinition.STATIONS_MOST + 1, "stations");
        String announcer = from.text(ID);
        return new ElectionDefinition(
                id,
                title,
                origin,
                levels,
                contests,
                sides,
                custodians,
                roll == 0 ? null : roll - 1,
                stations == 0 ? null : (int) (stations - 1),
                announcer.isEmpty() ? null : new CustodianId(announcer));
    }

    private static Contest contest(CanonicalReader from, boolean hasWriteIns) {
        ContestId id = new ContestId(from.text(ID));
        String title = from.text(NAME);
        List<Candidate> candidates = list(from, () -> new Candidate(new CandidateId(from.text(ID)), from.text(NAME)));
        List<BallotOption> options = new ArrayList<>();
        int count = from.count(Contest.OPTIONS_MOST, "number of options");
        for (int position = 1; position <= count; position++) {
            options.add(new BallotOption(position, from.text(NAME), new CandidateId(from.text(ID))));
        }
        String writeIn = hasWriteIns ? from.text(ID) : "";
        return new Contest(id, title, candidates, options, writeIn.isEmpty() ? null : new CandidateId(writeIn));
    }

    /** Writes the number of items, no more than {@link #list} will read. */
    static void size(List<?> items, CanonicalWriter to) {
        Check.that(items.size() <= LIST_MOST, "an entry can't hold a list of %d", items.size());
        to.number(items.size());
    }

    static <T> List<T> list(CanonicalReader from, Supplier<T> item) {
        int count = from.count(LIST_MOST, "number of items");
        List<T> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item.get());
        }
        return items;
    }
}
