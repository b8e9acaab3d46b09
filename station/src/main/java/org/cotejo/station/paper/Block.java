package org.cotejo.station.paper;

import java.util.List;
import java.util.Optional;

/** A piece of a paper, in words already, that a strip and a page draw each in its way. */
sealed interface Block {
    /** A band of white on black. */
    record Banner(String text) implements Block {}

    /** What the paper is. */
    record Title(String text, String below) implements Block {}

    /** The heading of a part. */
    record Section(String text) implements Block {}

    /** Running text. */
    record Paragraph(String text, Tone tone) implements Block {}

    /** How much a text must be seen. */
    enum Tone {
        SMALL,
        BODY,
        STRONG
    }

    /** Lines of a name and its value. */
    record Pairs(List<Pair> pairs) implements Block {
        public Pairs {
            pairs = List.copyOf(pairs);
        }
    }

    /** A name and its value, which may be empty. */
    record Pair(String name, String value) {}

    /** What a voter chose in one contest. */
    record Choices(String contest, List<Choice> chosen) implements Block {
        public Choices {
            chosen = List.copyOf(chosen);
        }
    }

    /** One thing chosen; number and party may be empty. */
    record Choice(String number, String name, String party) {}

    /** A table of figures in digits and in words. */
    record Figures(FigureTitles titles, List<FigureRow> rows) implements Block {
        public Figures {
            rows = List.copyOf(rows);
        }

        boolean hasNumbers() {
            return rows.stream().anyMatch(row -> !row.number().isEmpty());
        }

        boolean hasParties() {
            return rows.stream().anyMatch(row -> !row.party().isEmpty());
        }
    }

    /** What the columns of figures are. */
    record FigureTitles(String number, String name, String party, String figure, String words) {}

    /** One figure; number and party may be empty. */
    record FigureRow(String number, String name, String party, String figure, String words) {}

    /** A table that lays figures beside each other. */
    record Comparison(ComparisonTitles titles, List<ComparisonRow> rows) implements Block {
        public Comparison {
            rows = List.copyOf(rows);
        }

        boolean hasParties() {
            return rows.stream().anyMatch(row -> !row.party().isEmpty());
        }
    }

    /** What the columns of a comparison are: four figures. */
    record ComparisonTitles(String number, String name, String party, List<String> figures, String words) {
        public ComparisonTitles {
            figures = List.copyOf(figures);
        }
    }

    /** One line of a comparison; in words what both tellers found, empty where they differ. */
    record ComparisonRow(
            String number, String name, String party, List<String> figures, String words, boolean differs) {
        public ComparisonRow {
            figures = List.copyOf(figures);
        }
    }

    /** Ten groups of digits to be read aloud. */
    record Groups(String name, List<String> groups) implements Block {
        public Groups {
            groups = List.copyOf(groups);
        }
    }

    /** Something in large letters that is compared letter by letter. */
    record Large(String name, String value) implements Block {}

    /** QR codes, each under its caption. */
    record Codes(List<Code> codes, String alternative) implements Block {
        public Codes {
            codes = List.copyOf(codes);
        }
    }

    /** A QR code with its caption, if it has one. */
    record Code(Optional<String> caption, PrintedCode code) {}

    /** Boxes for signatures, each with two boxes to tick. */
    record Boxes(List<String> roles, String absent, String refused) implements Block {
        public Boxes {
            roles = List.copyOf(roles);
        }
    }
}
