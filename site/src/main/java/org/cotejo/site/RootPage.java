package org.cotejo.site;

import java.util.List;

/** The page at the root of the site: the verdict in each language, and the way in. */
record RootPage(String title, List<Part> parts) {

    /** What it says in one language. */
    record Part(Language language, List<ContestPage> contests, String open, String speaks) {}

    static RootPage of(Election election, List<Words> languages) {
        return new RootPage(
                election.title(),
                languages.stream().map(words -> part(election, words)).toList());
    }

    private static Part part(Election election, Words words) {
        Page page = new Page(election, words, Address.FRONT, election.title(), "");
        return new Part(
                words.language(), FrontPage.of(page).contests(), words.say("root.open"), election.speaks(words));
    }
}
