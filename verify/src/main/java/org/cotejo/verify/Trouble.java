package org.cotejo.verify;

import org.cotejo.base.Sentence;

/** One problem of a publication, with its place and what was found. */
public record Trouble(PublicationProblem kind, Spot spot, Sentence sentence) {}
