package org.cotejo.custody;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cotejo.base.Check;
import org.cotejo.base.Fraction;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;

/**
 * What an audit of boxes fixes before its seed: claim, boxes, test and risk limit (docs/formats/audit.md, section 5).
 *
 * @param results hash of the {@link StationResults}
 * @param manifest hash of the {@link BallotManifest}
 * @param unauditable ballots at most that no listed box can hold, taken off every margin
 * @param winners those whom the claim says won
 * @param losers all others
 * @param limit the risk limit: the chance at most of confirming a false outcome; above 0, below 1/2
 * @param totalBound U, the most by which all boxes together can overstate the margins, in units of the margin; exact
 * @param draws planned number of draws
 * @param expected taints that the plan reckons with; for the planned number alone
 */
public record AuditPlan(
        String audit,
        String election,
        ContestId contest,
        AuditClaim claim,
        Hash results,
        Hash manifest,
        long unauditable,
        List<CandidateId> winners,
        List<CandidateId> losers,
        BigDecimal limit,
        Test test,
        Fraction totalBound,
        int draws,
        List<BigDecimal> expected) {
    private static final String FIRST = "cotejo audit plan 1";
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Most draws of an audit. */
    public static final int DRAWS_MOST = 1_000_000;

    private static final int VOTERS_MOST_DIGITS = 15;

    /** The test that decides; the others are shown beside it (docs/formats/audit.md, section 9). */
    public enum Test {
        KAPLAN_WALD,
        /** The published baseline; one box with nothing in it makes it infinite for ever. */
        KAPLAN_MARKOV,
        ALPHA;

        /** As it stands in files and on the command line. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public AuditPlan {
        winners = List.copyOf(winners);
        losers = List.copyOf(losers);
        expected = List.copyOf(expected);
        Check.that(audit.matches("[A-Za-z0-9._-]{1,60}"), "audit id '%s'", audit);
        Check.that(!winners.isEmpty() && !losers.isEmpty(), "%d winners, %d losers", winners.size(), losers.size());
        Set<CandidateId> all = new HashSet<>(winners);
        all.addAll(losers);
        Check.that(all.size() == winners.size() + losers.size(), "a candidate stands twice");
        Check.that(limit.signum() > 0 && limit.compareTo(HALF) < 0, "a risk limit of %s", limit);
        Check.that(totalBound.compareTo(Fraction.ZERO) > 0, "a total bound of %s", totalBound);
        Check.that(draws >= 1 && draws <= DRAWS_MOST, "%d draws", draws);
        Check.that(unauditable >= 0, "%d unauditable", unauditable);
    }

    /** As a file. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        line(text, "audit", audit);
        line(text, "election", election);
        line(text, "contest", contest.value());
        line(text, "claim", text(claim));
        line(text, "results", results.hex());
        line(text, "manifest", manifest.hex());
        line(text, "unauditable", Long.toString(unauditable));
        winners.forEach(winner -> line(text, "winner", winner.value()));
        losers.forEach(loser -> line(text, "loser", loser.value()));
        line(text, "limit", plain(limit));
        line(text, "test", test.key());
        line(text, "total-bound", totalBound.numerator() + "/" + totalBound.denominator());
        line(text, "draws", Integer.toString(draws));
        expected.forEach(taint -> line(text, "expect", plain(taint)));
        return AuditLines.bytes(text);
    }

    private static void line(StringBuilder to, String word, String value) {
        to.append(word).append(' ').append(value).append('\n');
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    /** Reads what {@link #bytes} wrote; AUDIT-101 for anything else. */
    public static Result<AuditPlan> read(byte[] bytes) {
        return AuditLines.read(bytes, AuditPlan::parse, AuditPlan::bytes);
    }

    private static AuditPlan parse(AuditLines lines) {
        lines.line(FIRST);
        String audit = lines.after("audit");
        String election = lines.after("election");
        ContestId contest = new ContestId(lines.after("contest"));
        AuditClaim claim = claim(lines.after("claim"));
        Hash results = lines.hash("results");
        Hash manifest = lines.hash("manifest");
        long unauditable = lines.number("unauditable", (long) Math.pow(10, VOTERS_MOST_DIGITS));
        List<CandidateId> winners = candidates(lines, "winner");
        List<CandidateId> losers = candidates(lines, "loser");
        BigDecimal limit = decimal(lines.after("limit"));
        Test test = test(lines.after("test"));
        Fraction bound = fraction(lines.after("total-bound"));
        int draws = (int) lines.number("draws", DRAWS_MOST);
        List<BigDecimal> expected = new ArrayList<>();
        while (lines.isNext("expect")) {
            expected.add(decimal(lines.after("expect")));
        }
        return new AuditPlan(
                audit,
                election,
                contest,
                claim,
                results,
                manifest,
                unauditable,
                winners,
                losers,
                limit,
                test,
                bound,
                draws,
                expected);
    }

    /** A claim as it stands in a plan. */
    static String text(AuditClaim claim) {
        return switch (claim) {
            case AuditClaim.Announced(CustodianId announcer) -> "announced " + announcer.value();
            case AuditClaim.Sheets() -> "sheets";
        };
    }

    static AuditClaim claim(String text) {
        if (text.equals("sheets")) {
            return new AuditClaim.Sheets();
        }
        if (!text.startsWith("announced ")) {
            throw AuditLines.bad("'sheets' or 'announced' and a custodian", "'sheets' o 'announced' y un custodio");
        }
        return new AuditClaim.Announced(new CustodianId(text.substring("announced ".length())));
    }

    static List<CandidateId> candidates(AuditLines lines, String word) {
        List<CandidateId> candidates = new ArrayList<>();
        while (lines.isNext(word)) {
            candidates.add(new CandidateId(lines.after(word)));
        }
        return candidates;
    }

    static BigDecimal decimal(String text) {
        if (!text.matches("[0-9]{1,10}(\\.[0-9]{1,20})?")) {
            throw AuditLines.bad("a decimal number", "un número decimal");
        }
        return new BigDecimal(text);
    }

    private static Fraction fraction(String text) {
        if (!text.matches("[0-9]{1,400}/[1-9][0-9]{0,400}")) {
            throw AuditLines.bad("a fraction", "una fracción");
        }
        int slash = text.indexOf('/');
        return new Fraction(
                new java.math.BigInteger(text.substring(0, slash)),
                new java.math.BigInteger(text.substring(slash + 1)));
    }

    /** The test of that key. */
    public static java.util.Optional<Test> testNamed(String key) {
        return java.util.Arrays.stream(Test.values())
                .filter(test -> test.key().equals(key))
                .findFirst();
    }

    private static Test test(String key) {
        return testNamed(key).orElseThrow(() -> AuditLines.bad("the name of a test", "el nombre de una prueba"));
    }
}
