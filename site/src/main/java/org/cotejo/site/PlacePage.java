package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A place or a part of its stations on a page of one language. */
record PlacePage(Page page, PlaceContent content) {

    static PlacePage of(PlaceContent content, Words words) {
        Election election = content.race().election();
        String name = election.placeName(words, content.place());
        String title = content.number() == PlaceContent.WHOLE
                ? name
                : words.say("place.part.title", name, content.number() + 1);
        List<String> path = election.places().path(content.place());
        String description = words.say("place.description", path.isEmpty() ? name : String.join(", ", path.reversed()));
        return new PlacePage(new Page(election, words, content.path(), title, description), content);
    }

    Words words() {
        return page.words();
    }

    Race race() {
        return content.race();
    }

    Election election() {
        return page.election();
    }

    StateBar bar() {
        return content.total().bar();
    }

    /** The way down to this place, from the country. */
    List<Page.Link> around() {
        List<Page.Link> links = new ArrayList<>();
        for (int place : election().around(content.place())) {
            links.add(new Page.Link(
                    page.to(Address.place(race(), place)), election().placeName(words(), place), false));
        }
        if (content.number() != PlaceContent.WHOLE) {
            links.add(new Page.Link(
                    page.to(Address.place(race(), content.place())),
                    election().placeName(words(), content.place()),
                    false));
        }
        return links;
    }

    /** What the place is called by its level, such as municipality; empty for the country. */
    String level() {
        int depth = election().places().depth(content.place());
        return depth == 0 ? "" : election().levelTitle(words(), depth);
    }

    /** What the places inside are called. */
    String levelInside() {
        return election().levelName(words(), election().places().depth(content.place()) + 1);
    }

    String levelInsideTitle() {
        return election().levelTitle(words(), election().places().depth(content.place()) + 1);
    }

    /** The place in one sentence: how many of its stations are known, and who leads there. */
    String sentence() {
        int known = bar().known();
        String sheets = words().count("place.known", bar().total(), known);
        List<Integer> two = race().firstTwo();
        if (known == 0 || two.size() < 2) {
            return sheets;
        }
        long first = votes(two.get(0));
        long second = votes(two.get(1));
        int ahead = first >= second ? two.get(0) : two.get(1);
        int behind = first >= second ? two.get(1) : two.get(0);
        return sheets
                + " "
                + (first == second
                        ? words().say("place.level.votes", race().name(ahead), race().name(behind))
                        : words().say(
                                        race().isOfNames(ahead) ? "place.names" : "place.ahead",
                                        race().name(ahead),
                                        race().name(behind),
                                        Math.abs(first - second)));
    }

    private long votes(int candidate) {
        return content.total().result().totals().candidate(candidate).orElse(0);
    }

    /** A candidate's votes here in thousandths of all valid ones, for a bar. */
    int length(int candidate) {
        long valid = content.total().result().totals().valid().orElse(0);
        return valid == 0 ? 0 : (int) (votes(candidate) * 1000 / valid);
    }

    String number(OptionalLong number) {
        return number.isPresent() ? words().number(number.getAsLong()) : Words.NONE;
    }
}
