package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.bulletin.TakenPublication;
import org.cotejo.custody.Source;
import org.cotejo.definition.Candidate;

/** The page of files to download, with what stands in each. */
record DataPage(Page page) {

    /** A column of a file and what it holds. */
    record Column(String name, String meaning) {}

    private static final List<String> JSON_KEYS = List.of(
            "election",
            "contests.coverage",
            "contests.stations",
            "contests.totals",
            "contests.totals_announced",
            "contests.bounds",
            "contests.announcements",
            "findings");

    List<String> jsonKeys() {
        return JSON_KEYS;
    }

    List<Column> columns(Race race) {
        List<Column> columns = new ArrayList<>();
        for (String name : new StationsCsv(race).columns()) {
            if (!name.startsWith("announced_")) {
                columns.add(new Column(name, meaning(race, name)));
            }
        }
        columns.add(new Column("announced_…", page.say("column.announced")));
        return columns;
    }

    private String meaning(Race race, String name) {
        if (name.startsWith("place_")) {
            int level = Integer.parseInt(name.substring("place_".length()));
            return page.election().levelName(page.words(), level);
        }
        for (Candidate candidate : race.contest().candidates()) {
            if (candidate.id().value().equals(name)) {
                return page.words().say("column.candidate", candidate.name());
            }
        }
        return page.say("column." + name);
    }

    /** Columns of a file of copies. */
    List<Column> copyColumns() {
        List<Column> columns = new ArrayList<>();
        for (String name : CopiesCsv.BESIDE) {
            columns.add(new Column(name, page.say("copies." + name)));
        }
        columns.add(new Column("…", page.say("copies.figures")));
        return columns;
    }

    /** The log from which a delivery was taken. */
    String log(Source source) {
        String log = Words.NONE;
        for (TakenPublication taken : page.election().dossier().frame().taken()) {
            if (taken.sources().stream().anyMatch(one -> one.here().equals(source.id()))) {
                log = taken.origin().value();
            }
        }
        return log;
    }

    String side(Source source) {
        return page.election()
                .sideName(page.election().definition().sideOf(source.id().custodian()));
    }

    String published(Source source) {
        var published = source.publishedAt();
        return published == null ? Words.NONE : page.words().moment(published);
    }
}
