/**
 * Published vectors of statistics and audits, recomputed: each file names its method, and each case says what goes in and what
 * comes out.
 *
 * <p>Read first: {@link org.cotejo.conformance.audit.AuditVectors}, {@link org.cotejo.conformance.audit.Outcome}, the list in
 * {@code Methods}. A method reads inputs and never what is expected; an input that nobody read, an output that nobody computed
 * and a method that nobody knows are failures. To add a file: one class that is a {@code Method}, and its line in
 * {@code Methods}.
 */
@NullMarked
package org.cotejo.conformance.audit;

import org.jspecify.annotations.NullMarked;
