package org.cotejo.custody;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.jspecify.annotations.Nullable;

/**
 * What an audit of the evidence fixes before its seed: which published sheets, which papers are asked of whom, how many stations are
 * drawn, and how many false sheets it would take (docs/formats/audit.md, section 12).
 *
 * @param results hash of the {@link StationResults}: the published sheets
 * @param manifest hash of the {@link BallotManifest}: of these stations those with a bound
 * @param outside voters at most who may have voted where no sheet with a bound was published; null if nothing bounds them
 * @param winner whom the sheets show first
 * @param losers all others
 * @param sheets number of published sheets
 * @param lead of the winner over the second, by the sheets
 * @param fewest false sheets that it takes at least to turn the lead of the sheets; {@code sheets + 1} if all would not do; null if that can't
 *     be said
 * @param fewestOutside the same if every voter of {@code outside} had voted for the second; 0 if those alone suffice
 * @param confidence of the limit that is stated, 0.5 or more and below 1
 * @param sides so many sides must show a paper that agrees before a sheet is taken as true
 * @param asked papers that are asked for at every drawn station, in order, each once
 * @param stages how many stations are drawn in all after each stage, rising; the risk is split evenly between them
 */
public record EvidencePlan(
        String audit,
        String election,
        ContestId contest,
        AuditClaim claim,
        Hash results,
        Hash manifest,
        @Nullable Long outside,
        CandidateId winner,
        List<CandidateId> losers,
        int sheets,
        long lead,
        @Nullable Integer fewest,
        @Nullable Integer fewestOutside,
        BigDecimal confidence,
        int sides,
        List<EvidenceAsk> asked,
        List<Integer> stages) {
    private static final String FIRST = "cotejo evidence plan 1";
    private static final String UNKNOWN = "unknown";
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final long VOTES_MOST = 1_000_000_000_000_000L;
    private static final int SIDES_MOST = 100;

    /** Most stages of an audit. */
    public static final int STAGES_MOST = 10;

    /** Most sheets, and most stations drawn. */
    public static final int SHEETS_MOST = AuditPlan.DRAWS_MOST * 20;

    public EvidencePlan {
        losers = List.copyOf(losers);
        asked = List.copyOf(asked);
        stages = List.copyOf(stages);
        Check.that(audit.matches("[A-Za-z0-9._-]{1,60}"), "audit id '%s'", audit);
        Set<CandidateId> all = new HashSet<>(losers);
        Check.that(!losers.isEmpty() && all.size() == losers.size() && all.add(winner), "a candidate stands twice");
        Check.that(outside == null || outside >= 0, "%s voters outside", outside);
        Check.that(sheets >= 1 && lead >= 1, "%d sheets, a lead of %d", sheets, lead);
        Check.that(
                (fewest == null || fewest >= 1 && fewest <= sheets + 1)
                        && (fewestOutside == null || fewestOutside >= 0 && fewestOutside <= sheets + 1),
                "%s and %s false sheets of %d",
                fewest,
                fewestOutside,
                sheets);
        Check.that(
                confidence.compareTo(HALF) >= 0 && confidence.compareTo(BigDecimal.ONE) < 0,
                "a confidence of %s",
                confidence);
        Check.that(sides >= 1 && sides <= SIDES_MOST, "%d sides", sides);
        Check.that(!asked.isEmpty(), "nobody is asked");
        for (int i = 1; i < asked.size(); i++) {
            Check.that(asked.get(i - 1).compareTo(asked.get(i)) < 0, "%s is out of order", asked.get(i));
        }
        Check.that(!stages.isEmpty() && stages.size() <= STAGES_MOST, "%d stages", stages.size());
        for (int i = 0; i < stages.size(); i++) {
            int before = i == 0 ? 0 : stages.get(i - 1);
            Check.that(
                    stages.get(i) > before && stages.get(i) <= Math.min(sheets, AuditPlan.DRAWS_MOST),
                    "a stage of %d stations",
                    stages.get(i));
        }
    }

    /** Whether a file says of itself that it is such a plan. */
    public static boolean isOne(byte[] file) {
        byte[] first = (FIRST + "\n").getBytes(StandardCharsets.US_ASCII);
        return file.length >= first.length && Arrays.equals(file, 0, first.length, first, 0, first.length);
    }

    /** As a file. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        line(text, "audit", audit);
        line(text, "election", election);
        line(text, "contest", contest.value());
        line(text, "claim", AuditPlan.text(claim));
        line(text, "results", results.hex());
        line(text, "manifest", manifest.hex());
        line(text, "outside", orUnknown(outside));
        line(text, "winner", winner.value());
        losers.forEach(loser -> line(text, "loser", loser.value()));
        line(text, "sheets", Integer.toString(sheets));
        line(text, "lead", Long.toString(lead));
        line(text, "fewest", orUnknown(fewest));
        line(text, "fewest-outside", orUnknown(fewestOutside));
        line(text, "confidence", confidence.stripTrailingZeros().toPlainString());
        line(text, "sides", Integer.toString(sides));
        asked.forEach(ask -> line(text, "ask", ask.paper().key() + " " + ask.custodian()));
        stages.forEach(stage -> line(text, "stage", stage.toString()));
        return AuditLines.bytes(text);
    }

    private static void line(StringBuilder to, String word, String value) {
        to.append(word).append(' ').append(value).append('\n');
    }

    private static String orUnknown(@Nullable Object number) {
        return number == null ? UNKNOWN : number.toString();
    }

    /** Reads what {@link #bytes} wrote; AUDIT-101 for anything else. */
    public static Result<EvidencePlan> read(byte[] bytes) {
        return AuditLines.read(bytes, EvidencePlan::parse, EvidencePlan::bytes);
    }

    private static EvidencePlan parse(AuditLines lines) {
        lines.line(FIRST);
        String audit = lines.after("audit");
        String election = lines.after("election");
        ContestId contest = new ContestId(lines.after("contest"));
        AuditClaim claim = AuditPlan.claim(lines.after("claim"));
        Hash results = lines.hash("results");
        Hash manifest = lines.hash("manifest");
        Long outside = known(lines, "outside", VOTES_MOST);
        CandidateId winner = new CandidateId(lines.after("winner"));
        List<CandidateId> losers = AuditPlan.candidates(lines, "loser");
        int sheets = (int) lines.number("sheets", SHEETS_MOST);
        long lead = lines.number("lead", VOTES_MOST);
        Long fewest = known(lines, "fewest", SHEETS_MOST + 1);
        Long fewestOutside = known(lines, "fewest-outside", SHEETS_MOST + 1);
        BigDecimal confidence = AuditPlan.decimal(lines.after("confidence"));
        int sides = (int) lines.number("sides", SIDES_MOST);
        List<EvidenceAsk> asked = new ArrayList<>();
        while (lines.isNext("ask")) {
            asked.add(ask(lines.after("ask")));
        }
        List<Integer> stages = new ArrayList<>();
        while (lines.isNext("stage")) {
            stages.add((int) lines.number("stage", AuditPlan.DRAWS_MOST));
        }
        return new EvidencePlan(
                audit,
                election,
                contest,
                claim,
                results,
                manifest,
                outside,
                winner,
                losers,
                sheets,
                lead,
                fewest == null ? null : fewest.intValue(),
                fewestOutside == null ? null : fewestOutside.intValue(),
                confidence,
                sides,
                asked,
                stages);
    }

    private static @Nullable Long known(AuditLines lines, String word, long most) {
        String value = lines.after(word);
        return value.equals(UNKNOWN) ? null : (Long) AuditLines.number(word, value, most);
    }

    private static EvidenceAsk ask(String text) {
        int blank = text.indexOf(' ');
        return EvidenceAsk.Paper.named(blank < 0 ? text : text.substring(0, blank))
                .filter(_ -> blank > 0)
                .map(paper -> new EvidenceAsk(new CustodianId(text.substring(blank + 1)), paper))
                .orElseThrow(() -> AuditLines.bad(
                        "'original' or 'certificate' and a custodian", "'original' o 'certificate' y un custodio"));
    }
}
