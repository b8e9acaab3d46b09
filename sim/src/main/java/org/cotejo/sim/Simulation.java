package org.cotejo.sim;

import java.util.List;
import java.util.Set;
import org.cotejo.base.Progress;
import org.cotejo.base.RefusedException;
import org.cotejo.dossier.Frame;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.folder.FolderWriter;

/**
 * Writes a simulated country into an election folder, in one change and from the plan alone: no clock, no other randomness.
 * Stations are made one at a time and never held, so that memory does not grow with votes.
 */
public final class Simulation {
    /** Rounds beside those of the copies: the register, the papers, the announced results. */
    private static final int OTHER_ROUNDS = 3;

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
        Rounds rounds = new Rounds(country, holders.size() + OTHER_ROUNDS, progress);
        RegisterBook register = new RegisterBook(country, scribe);
        rounds.each(register::add);
        scribe.freeze();
        AuditCalendar.publish(scribe);

        AnnouncedResults results = new AnnouncedResults(country, liars, scribe);
        rounds.each(results::add);
        results.finish();

        for (Holder holder : holders) {
            CopyDelivery delivery = new CopyDelivery(country, liars, scribe, holder);
            rounds.each(delivery::add);
            delivery.finish();
        }
        PaperTrail papers = new PaperTrail(country, liars, scribe);
        rounds.each(papers::add);
        liars.act(scribe);
        AuditCalendar.close(scribe, liars);
        return results.truth();
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
