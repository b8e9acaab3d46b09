package org.cotejo.site;

import java.util.List;
import org.cotejo.audit.forensics.ForensicReport;
import org.cotejo.audit.forensics.HardCheck;
import org.cotejo.audit.forensics.Indicator;
import org.cotejo.audit.forensics.IndicatorResult;

/** The page of indicators: every one of a fixed list with its null, its base rate and what else sets it off. */
record HintsPage(Page page, List<Hints> contests) {
    /** Most stations that a list on this page names. */
    private static final int LISTED_MOST = 20;

    Words words() {
        return page.words();
    }

    /** How many of the indicators stand out, and what that does not mean. */
    String summary(Hints hints) {
        long out = hints.found().standingOut();
        long asked = hints.found().indicators().stream()
                .filter(IndicatorResult::isAsked)
                .count();
        return out == 0 ? words().say("hints.summary.none", asked) : words().count("hints.summary", out, asked);
    }

    String basis(Hints hints) {
        return words().say(
                        hints.figures().isAnnounced() ? "hints.basis.announced" : "hints.basis.sheets",
                        hints.found().stations(),
                        hints.leader());
    }

    /** The chance under the null, plain and corrected. */
    String chance(IndicatorResult result) {
        return result.isAsked()
                ? words().say("hints.chance", words().chance(result.p()), words().chance(result.adjusted()))
                : Words.NONE;
    }

    String baseRate(Indicator indicator) {
        return Double.isNaN(indicator.baseRate())
                ? page.say("hints.base.unmeasured")
                : words().say(
                                "hints.base",
                                words().decimal(java.math.BigDecimal.valueOf(indicator.baseRate() * 100)
                                        .setScale(1, java.math.RoundingMode.HALF_UP)));
    }

    String caution() {
        return words().in(Indicator.caution());
    }

    List<HardCheck> checks(Hints hints) {
        return first(hints.found().hardChecks());
    }

    List<ForensicReport.Pair> pairs(Hints hints) {
        return first(hints.found().duplicates());
    }

    List<ForensicReport.Spot> zeros(Hints hints) {
        return first(hints.found().zeros());
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(LISTED_MOST, all.size()));
    }

    /** How many of a list the page leaves out; empty where it has all. */
    String more(List<?> all) {
        return all.size() <= LISTED_MOST ? "" : words().count("hints.more", all.size() - LISTED_MOST);
    }

    String code(Hints hints, int row) {
        return page.election().dossier().frame().register().codeText(hints.station(row));
    }

    String href(Hints hints, int row) {
        return page.to(Address.station(hints.race(), hints.station(row)));
    }

    String candidate(Hints hints, ForensicReport.Spot zero) {
        return hints.race().name(zero.option());
    }
}
