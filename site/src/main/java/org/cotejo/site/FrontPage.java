package org.cotejo.site;

import java.util.List;

/** A page about all contests at once. */
record FrontPage(Page page, List<ContestPage> contests) {
    static FrontPage of(Page page) {
        return new FrontPage(
                page,
                page.election().races().stream()
                        .map(race -> new ContestPage(page, race))
                        .toList());
    }
}
