package org.cotejo.conformance.audit;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.audit.risk.Assorter;
import org.cotejo.audit.risk.Mark;
import org.cotejo.audit.risk.Overstatement;
import org.cotejo.audit.risk.Overstatement.Reported;
import org.cotejo.base.Check;

/** SHANGRLA's assorters: W against L, ballots with records, phantoms, and pools of which only the total is known. */
final class AssorterCases implements Method {
    private static final List<String> MARKS = List.of("W", "L", "O", "blank", "absent", "phantom");
    private static final double NEAR = 1e-9;

    @Override
    public String name() {
        return "assorters_overstatement_oneaudit";
    }

    @Override
    public Computed recompute(Given given) {
        Overstatement test = new Overstatement(new Assorter.Plurality(0, 1), given.number("margin"));
        Check.that(given.number("u", 1) == 1, "an upper bound other than that of a plurality");
        if (!given.has("pool_mean")) {
            Check.that(given.text("assertion").equals("W beats L"), "an unknown assertion");
            return cards(test, given.flag("use_style"));
        }
        given.note("pool");
        return given.has("W") ? pool(test, given) : published(test, given.number("pool_mean"));
    }

    /** With styles a card without the contest is as bad as none; without, it is a card with no vote in it. */
    private static Mark paper(String mark, boolean usesStyle) {
        return switch (mark) {
            case "W" -> Mark.Vote.of(0);
            case "L" -> Mark.Vote.of(1);
            case "O" -> Mark.Vote.of(2);
            case "blank" -> new Mark.NoVote();
            case "absent" -> usesStyle ? new Mark.NotThere() : new Mark.NoVote();
            case "phantom" -> new Mark.NotThere();
            default -> throw new IllegalArgumentException("the unknown mark " + mark);
        };
    }

    private static Computed cards(Overstatement test, boolean usesStyle) {
        List<Computed> rows = new ArrayList<>();
        for (String reported : List.of("W", "L", "O", "blank", "phantom")) {
            Reported record =
                    reported.equals("phantom") ? new Reported.Phantom() : new Reported.Card(paper(reported, usesStyle));
            for (String mark : MARKS) {
                rows.add(row(test, record, paper(mark, usesStyle), Computed.of(reported), Computed.of(mark)));
            }
        }
        return table(List.of("reported", "manual", "overstatement", "overstatement_assorter"), rows);
    }

    private static Computed row(Overstatement test, Reported reported, Mark paper, Computed... names) {
        List<Computed> row = new ArrayList<>(List.of(names));
        row.add(Computed.of(test.overstatement(reported, paper)));
        row.add(Computed.of(test.of(reported, paper)));
        return Computed.of(row);
    }

    private static Computed.Members table(List<String> columns, List<Computed> rows) {
        Computed.Members out = Computed.members();
        Computed.with(
                out, "columns", Computed.of(columns.stream().map(Computed::of).toList()));
        return Computed.with(out, "rows", Computed.of(rows));
    }

    private static Computed pool(Overstatement test, Given given) {
        long winner = given.whole("W");
        long loser = given.whole("L");
        long others = given.whole("O");
        double ballots = winner + loser + others;
        Reported.Pool reported = new Reported.Pool((winner + others / 2.0) / ballots);
        Check.that(Math.abs(reported.mean() - given.number("pool_mean")) < NEAR, "a pool of mean %s", reported.mean());
        List<Computed> rows = new ArrayList<>();
        for (String mark : MARKS) {
            rows.add(row(test, reported, paper(mark, true), Computed.of(mark)));
        }
        double sum = winner * test.of(reported, paper("W", true))
                + loser * test.of(reported, paper("L", true))
                + others * test.of(reported, paper("O", true));
        String holds = Math.abs(sum * (2 - test.margin()) / ballots - 1) < NEAR ? "=" : "is not";
        return Computed.with(
                table(List.of("manual receipt", "overstatement", "overstatement_assorter"), rows),
                "pool_sum_check",
                Computed.of("sum over the pool of the overstatement assorter with truthful receipts " + holds
                        + " n/(2-margin)"));
    }

    private static Computed published(Overstatement test, double mean) {
        Reported.Pool pool = new Reported.Pool(mean);
        Computed.Members out = Computed.members();
        Computed.with(out, "winner", Computed.of(test.of(pool, paper("W", true))));
        Computed.with(out, "loser", Computed.of(test.of(pool, paper("L", true))));
        return Computed.with(out, "other", Computed.of(test.of(pool, paper("O", true))));
    }
}
