package org.cotejo.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.bounds.RegionBounds;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Commitment;
import org.cotejo.dossier.Finding;

/** The page that says all of one contest, from the verdict to what nobody can prove. */
final class ContestPage {
    /** A longer list of regions stands on a page of its own. */
    private static final int REGIONS_MOST = 60;

    private final Page page;
    private final Race race;

    ContestPage(Page page, Race race) {
        this.page = page;
        this.race = race;
    }

    Page page() {
        return page;
    }

    Words words() {
        return page.words();
    }

    Race race() {
        return race;
    }

    Election election() {
        return race.election();
    }

    Verdict verdict() {
        return Verdict.of(race, words());
    }

    List<Reason> reasons() {
        return Reason.of(race, words());
    }

    ShareTable shares() {
        return new ShareTable(race, words());
    }

    StateBar bar() {
        return new StateBar(race.result().counts());
    }

    /** On what all of it rests: sheets, stations, sides and the day of the newest delivery. */
    String basis() {
        String basis = words().count("basis", race.result().stationsWithCopies(), race.stations())
                + " "
                + words().count("basis.sides", election().sidesWithCopies());
        return election()
                .newest()
                .map(newest -> basis + " " + words().say("basis.newest", words().moment(newest)))
                .orElse(basis);
    }

    List<LeadChart> charts() {
        return List.of(LeadChart.of(race, Grade.SHEETS_UNKNOWN, words()), LeadChart.of(race, Grade.STRICT, words()));
    }

    List<AnnouncementView> announcements() {
        return race.judgements().stream()
                .map(judgement -> new AnnouncementView(race, words(), judgement))
                .toList();
    }

    /** Announcements that were changed after they were made, as they were before. */
    List<String> older() {
        return election().dossier().replacedAnnouncements().stream()
                .filter(older -> older.contest().equals(race.contest().id()))
                .map(older ->
                        words().say("announced.older", older.id(), AnnouncementView.figures(race, words(), older)))
                .toList();
    }

    /** The widest divisions of the country with what can be missing in each; none if there are too many for this page. */
    List<PlaceRow> regions() {
        List<PlaceRow> rows = new ArrayList<>();
        for (RegionBounds region : race.regions()) {
            if (region.place() != RegionBounds.NOT_LISTED) {
                rows.add(PlaceRow.of(race, region));
            }
        }
        rows.sort(Comparator.comparing(row -> row.name(words())));
        return rows.size() <= REGIONS_MOST ? rows : List.of();
    }

    /** The most votes that the stations without a code can hold, as a page prints it. */
    String mostNotListed() {
        return race.regions().stream()
                .filter(region -> region.place() == RegionBounds.NOT_LISTED)
                .findFirst()
                .flatMap(RegionBounds::cap)
                .map(words()::number)
                .orElse(Words.NONE);
    }

    List<FindingRow> findings() {
        return FindingRow.found(race);
    }

    /** Findings about the contest or the election as a whole, which no station's page shows. */
    List<Finding> wholeFindings() {
        return election().reconciliation().findingsAt(Finding.NOWHERE).stream()
                .filter(finding -> finding.contest() == race.index() || finding.contest() == Finding.NOWHERE)
                .toList();
    }

    /** What audits committed to, in order. */
    List<Commitment> commitments() {
        return race.election().dossier().commitments();
    }

    /** What the calendar calls an audit; its id where the calendar lacks it. */
    String auditTitle(String id) {
        return audits().stream()
                .filter(audit -> audit.id().equals(id))
                .map(AuditDue::title)
                .findFirst()
                .orElse(id);
    }

    List<AuditDue> audits() {
        return election().dossier().audits();
    }

    String auditState(AuditDue audit) {
        return audit.isLate() ? "LATE" : audit.state().name();
    }

    List<Decision> decisions() {
        return election().dossier().decisions().stream()
                .filter(decision -> decision.contest() == null
                        || decision.contest().equals(race.contest().id()))
                .toList();
    }
}
