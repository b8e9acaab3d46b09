package org.cotejo.conformance;

import java.util.List;
import org.cotejo.base.Sentence;

/**
 * What came of recomputing one file.
 *
 * @param kind what the file was found to be
 * @param passed ids of the cases that came out as published
 * @param remarks what a reader should know about cases that passed
 */
public record FileReport(
        String file, Sentence kind, List<String> passed, List<Failure> failures, List<Remark> remarks) {
    /** A case that did not come out as published, or could not be recomputed. */
    public record Failure(String id, String got, String expected) {}

    /** Something about a case that its being passed does not say. */
    public record Remark(String id, Sentence sentence) {}

    public FileReport {
        passed = List.copyOf(passed);
        failures = List.copyOf(failures);
        remarks = List.copyOf(remarks);
    }
}
