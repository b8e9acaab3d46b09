package org.cotejo.base;

/**
 * What is fixed about one kind of finding.
 *
 * @param code public and stable, such as {@code COPY-201}
 * @param sentence what it says, for people, with places {@code {0}}, {@code {1}}, ... for the finding's values
 * @param innocent known innocent causes, for people
 */
public record FindingText(String code, Weight weight, Sentence sentence, Sentence innocent) {
    public FindingText {
        Check.that(code.matches("[A-Z]+-[0-9]{3}"), "not a finding code: %s", code);
    }

    /** With each text in English and in Spanish. */
    public FindingText(String code, Weight weight, String en, String es, String innocentEn, String innocentEs) {
        this(code, weight, new Sentence(en, es), new Sentence(innocentEn, innocentEs));
    }
}
