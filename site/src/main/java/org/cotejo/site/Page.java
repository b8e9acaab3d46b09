package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands around every page.
 *
 * @param path inside the language's folder
 * @param title as in the window's title, without the election's
 * @param description one sentence for those who list pages
 */
record Page(Election election, Words words, String path, String title, String description) {

    /** A link of the main navigation. */
    record Link(String href, String text, boolean isHere) {}

    /** From this page to the folder of its language: empty or steps upward. */
    String up() {
        return "../".repeat((int) path.chars().filter(c -> c == '/').count());
    }

    /** From this page to the root of the site. */
    String root() {
        return up() + "../";
    }

    /** From this page to another of the same language. */
    String to(String other) {
        return up() + other;
    }

    /** From this page to itself in the other language. */
    String twin() {
        return root() + words.language().other().code() + "/" + path;
    }

    /** Of which entries of which log the page speaks, or that no log holds them. */
    String speaks() {
        return election.speaks(words);
    }

    /** Whether it is the page where a reader comes in. */
    boolean isFront() {
        return path.equals(Address.FRONT);
    }

    /** Whether a public log holds what it is made of. */
    boolean hasLog() {
        return election.dossier().frame().log().isPresent();
    }

    /** The log's name; empty where there is none. */
    String log() {
        return election.dossier().frame().log().map(log -> log.origin().value()).orElse("");
    }

    String say(String key) {
        return words.say(key);
    }

    List<Link> navigation() {
        List<Link> links = new ArrayList<>();
        links.add(link(Address.FRONT, "nav.result"));
        links.add(link(Address.PLACES, "nav.places"));
        links.add(link(Address.FINDINGS, "nav.findings"));
        links.add(link(Address.AUDITS, "nav.audits"));
        links.add(link(Address.HINTS, "nav.hints"));
        links.add(link(Address.METHOD, "nav.method"));
        links.add(link(Address.DATA, "nav.data"));
        links.add(link(Address.ABOUT, "nav.about"));
        return links;
    }

    private Link link(String target, String key) {
        return new Link(to(target), words.say(key), path.equals(target));
    }
}
