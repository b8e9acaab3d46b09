package org.cotejo.tally;

import org.cotejo.base.FindingCode;
import org.cotejo.base.FindingText;
import org.cotejo.base.Weight;

/**
 * The arithmetic that the figures of one station in one contest must satisfy, each rule with its public code. A rule asks
 * only about figures that are carried and written. Source: the check sums printed on results protocols; the triple match
 * of poll book, ballots and sheet is in most electoral laws.
 */
public enum TallyRule implements FindingCode {
    VALID_IS_SUM(
            "TALLY-101",
            Weight.CONTRADICTION,
            "The candidates have {0} votes together, but {1} valid votes are stated.",
            "Los candidatos suman {0} votos, pero se declaran {1} votos válidos.",
            "A figure was misread or mistyped, or an option is missing from the file.",
            "Una cifra se leyó o tecleó mal, o falta una opción en el archivo.") {
        @Override
        public boolean isBroken(Numbers n) {
            return n.valid() >= 0 && n.candidates() >= 0 && n.valid() != n.candidates();
        }

        @Override
        public String[] values(Numbers n) {
            return new String[] {Long.toString(n.candidates()), Long.toString(n.valid())};
        }
    },
    AT_MOST_REGISTERED(
            "TALLY-102",
            Weight.CONTRADICTION,
            "{0} votes were counted, but only {1} voters are registered here.",
            "Se contaron {0} votos, pero aquí sólo hay {1} electores inscritos.",
            "Where the law lets staff or witnesses vote where they serve, a few votes more than registered are normal.",
            "Donde la ley permite votar en la mesa a sus miembros o testigos, son normales unos pocos votos de más.") {
        @Override
        public boolean isBroken(Numbers n) {
            return n.registered() >= 0 && n.cast() > n.registered();
        }

        @Override
        public String[] values(Numbers n) {
            return new String[] {Long.toString(n.cast()), Long.toString(n.registered())};
        }
    },
    CAST_IS_VOTERS(
            "TALLY-103",
            Weight.CONTRADICTION,
            "{0} votes were counted, but {1} voters signed the poll book.",
            "Se contaron {0} votos, pero firmaron el cuaderno {1} votantes.",
            "A voter signed and left without voting, or a figure was misread; such differences are small.",
            "Un votante firmó y se fue sin votar, o una cifra se leyó mal; esas diferencias son pequeñas.") {
        @Override
        public boolean isBroken(Numbers n) {
            return n.voters() >= 0 && (n.isCastWhole() ? n.cast() != n.voters() : n.cast() > n.voters());
        }

        @Override
        public String[] values(Numbers n) {
            return new String[] {Long.toString(n.cast()), Long.toString(n.voters())};
        }
    },
    CAST_IS_BALLOTS(
            "TALLY-104",
            Weight.CONTRADICTION,
            "{0} votes stand on the sheet, but {1} ballots were found in the box.",
            "El acta tiene {0} votos, pero en la caja se hallaron {1} comprobantes.",
            "A ballot was taken home or put into another box; such differences are small.",
            "Un comprobante salió del recinto o cayó en otra caja; esas diferencias son pequeñas.") {
        @Override
        public boolean isBroken(Numbers n) {
            return n.ballots() >= 0 && (n.isCastWhole() ? n.cast() != n.ballots() : n.cast() > n.ballots());
        }

        @Override
        public String[] values(Numbers n) {
            return new String[] {Long.toString(n.cast()), Long.toString(n.ballots())};
        }
    };

    /** Stands for a figure that is not carried or not written. */
    public static final long NONE = -1;

    /**
     * The numbers that the rules ask about; each is {@link #NONE} if it is not carried or not written.
     *
     * @param candidates sum over the candidates, {@link #NONE} unless all are carried and written
     * @param least votes that are certain: the sum of all written votes, null and blank
     */
    public record Numbers(
            long candidates,
            long valid,
            long nullVotes,
            long blank,
            long registered,
            long voters,
            long ballots,
            long least) {
        /** Votes counted: at least so many. */
        long cast() {
            return least;
        }

        /** Whether every kind of vote is known, so that the sum can be set against voters and ballots. */
        boolean isCastWhole() {
            return candidates >= 0 && nullVotes >= 0;
        }
    }

    private final FindingText text;

    TallyRule(String code, Weight weight, String en, String es, String innocentEn, String innocentEs) {
        this.text = new FindingText(code, weight, en, es, innocentEn, innocentEs);
    }

    /** Whether the numbers break this rule. */
    public abstract boolean isBroken(Numbers numbers);

    /** Whether the numbers break any rule: each is asked by name, so that a country's numbers need not be made into objects to be asked. */
    public static boolean isAnyBroken(Numbers numbers) {
        return VALID_IS_SUM.isBroken(numbers)
                || AT_MOST_REGISTERED.isBroken(numbers)
                || CAST_IS_VOTERS.isBroken(numbers)
                || CAST_IS_BALLOTS.isBroken(numbers);
    }

    /** The values for the places of {@link #sentence}. */
    public abstract String[] values(Numbers numbers);

    @Override
    public FindingText text() {
        return text;
    }
}
