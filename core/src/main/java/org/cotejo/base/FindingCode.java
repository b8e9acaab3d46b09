package org.cotejo.base;

/** One kind of finding, with its stable public code; each room that finds things lists its own in an enum. */
public interface FindingCode {
    /** What is fixed about it. */
    FindingText text();

    /** Public and stable, such as {@code COPY-201}. */
    default String code() {
        return text().code();
    }

    default Weight weight() {
        return text().weight();
    }

    /** What it says, for people, with places {@code {0}}, {@code {1}}, ... for the finding's values. */
    default Sentence sentence() {
        return text().sentence();
    }

    /** Known innocent causes, for people. */
    default Sentence innocent() {
        return text().innocent();
    }
}
