/**
 * What the arithmetic of audits costs beside numpy doing the same, and how often audits confirm elections that are wrong.
 *
 * <p>Read first: {@link org.cotejo.bench.statistics.AuditCosts}, {@link org.cotejo.bench.statistics.WrongElections}, {@code Cost}.
 * This room makes its own data from a formula that {@code bench/audit-peer.py} has too; nothing depends on it.
 */
@NullMarked
package org.cotejo.bench.statistics;

import org.jspecify.annotations.NullMarked;
