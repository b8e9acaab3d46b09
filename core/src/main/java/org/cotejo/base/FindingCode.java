package org.cotejo.base;

/** One kind of finding, with its stable public code; each room that finds things lists its own in an enum. */
public interface FindingCode {
    /** Public and stable, such as {@code COPY-201}. */
    String code();

    Weight weight();

    /** What it says, for people, with places {@code {0}}, {@code {1}}, ... for the finding's values. */
    Sentence sentence();

    /** Known innocent causes, for people. */
    Sentence innocent();
}
