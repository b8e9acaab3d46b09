package org.cotejo.formats.csv;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Check;
import org.cotejo.custody.Provenance;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.SideId;
import org.cotejo.formats.text.RowTerms;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table is what, and whose table it is; the value of a MAP file.
 *
 * @param isAnnounced whether the rows are station results that the custodian announced, not copies of sheets
 * @param contest null for the only contest of the definition
 * @param station the columns whose texts, joined with dots, are the station's code
 * @param places the columns with the names of places from the widest inward; may be empty
 * @param levels names of the levels of places, one for each of {@code places}
 * @param counts the column of each count that the table has, in the order of the figures
 * @param where only rows in which these columns hold these texts are read
 * @param image a column that must be there and is left alone: links to pictures stay in the file
 * @param isPart whether the table holds only a part of what the custodian holds
 */
public record CsvMap(
        CustodianId custodian,
        SideId side,
        boolean isAnnounced,
        Provenance provenance,
        @Nullable Instant publishedAt,
        @Nullable ContestId contest,
        RowTerms terms,
        List<CodePart> station,
        List<String> places,
        List<String> levels,
        Votes votes,
        Map<Figure.Count, String> counts,
        Map<String, String> where,
        @Nullable String image,
        boolean isPart,
        @Nullable Paper paper,
        @Nullable Way way) {

    /** A column of the station's code; {@code pad} is the number of digits to which lost zeros are restored, 0 for none. */
    public record CodePart(String column, int pad) {}

    /** Where the votes stand. */
    public sealed interface Votes {
        /** One row a station: the columns whose sum each candidate has. */
        record Columns(Map<CandidateId, List<String>> byCandidate) implements Votes {}

        /** One row a candidate. */
        record Rows(String candidateColumn, String votesColumn) implements Votes {}
    }

    /** The column that tells an opening report, by these texts, from a final sheet. */
    public record Paper(String column, List<String> openingReport) {}

    /** The column that tells, by these texts, how a figure reached the announcer. */
    public record Way(String column, List<String> transmitted, List<String> byHand) {}

    public CsvMap {
        Check.that(!station.isEmpty(), "the table of %s has no column for the station", custodian);
        Check.that(places.size() == levels.size(), "%d places but %d levels", places.size(), levels.size());
        station = List.copyOf(station);
        places = List.copyOf(places);
        levels = List.copyOf(levels);
    }
}
