package org.cotejo.sim;

import java.util.List;
import java.util.Set;
import org.cotejo.base.Progress;
import org.cotejo.base.RefusedException;
import org.cotejo.definition.SpokenHash;
import org.cotejo.dossier.Frame;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.folder.FolderWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a simulated country into an election folder, in one change and from the plan alone: no clock, no other randomness.
 * Stations are made one at a time and never held, so that memory does not grow with votes.
 */
public final class Simulation {
    /** Rounds beside those of the copies: the register, the papers, the announced results. */
    private static final int OTHER_ROUNDS = 3;

    /** Rounds in which keys are stated: before the definition is frozen, and after it. */
    private static final int KEY_ROUNDS = 2;

    private Simulation() {}

    /** Simulates the country into an empty folder and returns what really happened; refuses a folder with entries. */
    public static Truth write(CountryPlan plan, ElectionFolder folder, Progress progress) {
        Country country = Country.of(plan);
        Liars liars = Liars.of(country);
        try (FolderWriter writer = folder.write()) {
            if (writer.entries() > 0) {
                throw new RefusedException(SimProblem.NOT_EMPTY.at(folder.path().toString()));
            }
            Scribe scribe = new Scribe(country, writer, new Frame());
            Sums votes = write(country, liars, scribe, progress);
            writer.commit();
            return new Truth(country.roll(), votes.votes(), votes.nullVotes(), votes.blank(), liars.deeds());
        }
    }

    private static Sums write(Country country, Liars liars, Scribe scribe, Progress progress) {
        List<Holder> holders = holders(country, liars);
        boolean isSigned = country.plan().isSigned();
        int ofKeys = isSigned ? KEY_ROUNDS : 0;
        Rounds rounds = new Rounds(country, holders.size() + OTHER_ROUNDS + ofKeys, progress);
        RegisterBook register = new RegisterBook(country, scribe);
        rounds.each(register::add);
        @Nullable SignedSheets sheets = isSigned ? sign(country, liars, scribe, rounds, progress) : null;
        if (sheets == null) {
            scribe.freeze();
        }
        AuditCalendar.publish(scribe);

        AnnouncedResults results = new AnnouncedResults(country, liars, scribe);
        rounds.each(results::add);
        results.finish();

        for (Holder holder : holders) {
            if (sheets == null) {
                CopyDelivery delivery = new CopyDelivery(country, liars, scribe, holder);
                rounds.each(delivery::add);
                delivery.finish();
            } else {
                SignedDelivery delivery = new SignedDelivery(country, liars, scribe, holder, sheets);
                rounds.each(delivery::add);
                delivery.finish();
            }
        }
        PaperTrail papers = new PaperTrail(country, liars, scribe);
        rounds.each(papers::add);
        liars.act(scribe);
        AuditCalendar.close(scribe, liars);
        return results.truth();
    }

    /** States the keys of all machines, freezes the definition with those that are not late, and has the sheets signed. */
    private static SignedSheets sign(Country country, Liars liars, Scribe scribe, Rounds rounds, Progress progress) {
        Machines machines = Machines.of(country.plan());
        rounds.each(station -> {
            if (!liars.isKeyLate(station, false)) {
                scribe.add(machines.statement(station));
            }
        });
        SpokenHash definition = SpokenHash.of(scribe.freeze());
        rounds.each(station -> {
            if (liars.isKeyLate(station, false)) {
                scribe.add(machines.statement(station));
            }
        });
        return SignedSheets.sign(country, definition, machines, progress);
    }

    /** Who hands in copies: as many as the plan says, and whom a lie brings. */
    private static List<Holder> holders(Country country, Liars liars) {
        int copies = country.plan().copies();
        Set<Holder> brought = liars.brings();
        return Holder.atLeast(copies).stream()
                .filter(holder -> holder.rank() < copies || brought.contains(holder))
                .toList();
    }
}
