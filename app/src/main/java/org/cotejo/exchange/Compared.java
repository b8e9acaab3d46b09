package org.cotejo.exchange;

import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;

/**
 * One of two that are laid beside each other.
 *
 * @param where as the user named it
 * @param log origin of its log; null for a folder that has none
 * @param entries how many entries were folded
 */
public record Compared(String where, @Nullable String log, long entries, Reconciliation reconciliation) {}
