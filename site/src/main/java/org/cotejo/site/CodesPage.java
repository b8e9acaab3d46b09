package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Weight;

/** Every kind of finding explained, with how often it was found and where. */
record CodesPage(Page page, List<Group> groups) {

    /** The kinds of one weight. */
    record Group(String style, List<FindingRow> rows) {}

    static CodesPage of(Page page) {
        List<FindingRow> all = FindingRow.all(page.election());
        List<Group> groups = new ArrayList<>();
        for (Weight weight : FindingRow.order()) {
            List<FindingRow> rows =
                    all.stream().filter(row -> row.weight() == weight).toList();
            if (!rows.isEmpty()) {
                groups.add(new Group(rows.getFirst().style(), rows));
            }
        }
        return new CodesPage(page, groups);
    }

    String code(FindingRow.Example example) {
        return page.election().dossier().frame().register().codeText(example.station());
    }
}
