package org.cotejo.sim;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.StationFigures;

/** All liars of a country, one after the other: each is handed what the ones before it made of the truth. */
record Liars(List<Liar> all) implements Liar {
    /** Lies about announced results of stations: none can be told where no station is announced. */
    private static final Set<Lie> ABOUT_ANNOUNCED_STATIONS =
            EnumSet.of(Lie.ALTERED_TRANSMISSION, Lie.LOADED_BY_HAND, Lie.SELECTIVE_ABSENCE, Lie.REWRITTEN_AFTER_COPIES);

    static Liars of(Country country) {
        boolean hasDetail = !country.plan().isTold(Lie.TOTAL_WITHOUT_DETAIL);
        // In the order of the enum, whatever the order of the plan: percentages are taken after a total was made
        // impossible.
        return new Liars(country.plan().lies().stream()
                .sorted()
                .filter(lie -> hasDetail || !ABOUT_ANNOUNCED_STATIONS.contains(lie))
                .map(lie -> liar(Plot.of(country, lie)))
                .toList());
    }

    private static Liar liar(Plot plot) {
        return switch (plot.lie()) {
            case ALTERED_TRANSMISSION -> new AnnouncementLies.AlteredTransmission(plot);
            case TOTAL_WITHOUT_DETAIL -> new AnnouncementLies.TotalWithoutDetail(plot);
            case IMPOSSIBLE_TOTAL -> new AnnouncementLies.ImpossibleTotal(plot);
            case TOTALS_FROM_PERCENTAGES -> new AnnouncementLies.TotalsFromPercentages(plot);
            case LOADED_BY_HAND -> new AnnouncementLies.LoadedByHand(plot);
            case SHEET_OF_ANOTHER_TABLE -> SheetLies.SheetOfAnotherTable.of(plot);
            case OPENING_REPORT_AS_FINAL -> new SheetLies.OpeningReportAsFinal(plot);
            case SELECTIVE_ABSENCE -> AnnouncementLies.SelectiveAbsence.of(plot);
            case ONE_SIDE_TWICE -> SheetLies.OneSideTwice.of(plot);
            case MORE_VOTES_THAN_REGISTERED -> new SheetLies.MoreVotesThanRegistered(plot);
            case TRIPLE_MATCH -> SheetLies.TripleMatch.of(plot);
            case PHANTOM_STATION -> new OutsideLies.PhantomStation(plot);
            case REWRITTEN_AFTER_COPIES -> new AnnouncementLies.RewrittenAfterCopies(plot);
            case THREE_ORIGINALS_DIFFER -> new SheetLies.ThreeOriginalsDiffer(plot);
            case CANCELLED_AUDITS -> new OutsideLies.CancelledAudits(plot);
            case SWAPPED_CANDIDATE_MAP -> new SheetLies.SwappedCandidateMap(plot);
            case UNLAWFUL_DUMP -> new OutsideLies.UnlawfulDump(plot);
            case FORGED_SHEET -> new SignatureLies.ForgedSheet(plot);
            case MACHINE_SIGNS_TWICE -> new SignatureLies.MachineSignsTwice(plot);
            case SHEET_OF_ANOTHER_STATION -> SignatureLies.SheetOfAnotherStation.of(plot);
            case LATE_KEY -> new SignatureLies.LateKey(plot);
        };
    }

    @Override
    public Sheet printed(Station at, Sheet sheet) {
        Sheet result = sheet;
        for (Liar liar : all) {
            result = liar.printed(at, result);
        }
        return result;
    }

    @Override
    public boolean holds(Station at, Holder holder, boolean isHeld) {
        boolean result = isHeld;
        for (Liar liar : all) {
            result = liar.holds(at, holder, result);
        }
        return result;
    }

    @Override
    public Sheet copied(Station at, Holder holder, Sheet sheet) {
        Sheet result = sheet;
        for (Liar liar : all) {
            result = liar.copied(at, holder, result);
        }
        return result;
    }

    @Override
    public Signing signing(Station at, Holder holder, Signing signing) {
        Signing result = signing;
        for (Liar liar : all) {
            result = liar.signing(at, holder, result);
        }
        return result;
    }

    @Override
    public int signedAt(Station at) {
        for (Liar liar : all) {
            if (liar.signedAt(at) != at.index()) {
                return liar.signedAt(at);
            }
        }
        return at.index();
    }

    @Override
    public boolean isKeyLate(Station at, boolean isLate) {
        boolean result = isLate;
        for (Liar liar : all) {
            result = liar.isKeyLate(at, result);
        }
        return result;
    }

    @Override
    public boolean announces(Station at, boolean isAnnounced) {
        boolean result = isAnnounced;
        for (Liar liar : all) {
            result = liar.announces(at, result);
        }
        return result;
    }

    @Override
    public Sheet announced(Station at, Sheet sheet) {
        Sheet result = sheet;
        for (Liar liar : all) {
            result = liar.announced(at, result);
        }
        return result;
    }

    @Override
    public StationFigures.Way way(Station at, StationFigures.Way way) {
        StationFigures.Way result = way;
        for (Liar liar : all) {
            result = liar.way(at, result);
        }
        return result;
    }

    @Override
    public Sums total(Sums sums) {
        Sums result = sums;
        for (Liar liar : all) {
            result = liar.total(result);
        }
        return result;
    }

    @Override
    public AuditDue audit(AuditDue audit) {
        AuditDue result = audit;
        for (Liar liar : all) {
            result = liar.audit(result);
        }
        return result;
    }

    @Override
    public Set<Holder> brings() {
        Set<Holder> brought = new HashSet<>();
        all.forEach(liar -> brought.addAll(liar.brings()));
        return brought;
    }

    @Override
    public Set<Holder> bringsForAll() {
        Set<Holder> brought = new HashSet<>();
        all.forEach(liar -> brought.addAll(liar.bringsForAll()));
        return brought;
    }

    @Override
    public void act(Scribe scribe) {
        all.forEach(liar -> liar.act(scribe));
    }

    @Override
    public List<Truth.Deed> deeds() {
        return all.stream().flatMap(liar -> liar.deeds().stream()).toList();
    }
}
