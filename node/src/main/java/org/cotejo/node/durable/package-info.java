/**
 * One SQLite file whose commits are on the disk when they return, held by one process alone. (values)
 *
 * <p>Read first: {@link org.cotejo.node.durable.DurableSqlite}. This room knows no tables, and it never goes on where the file system
 * can't do what was asked.
 */
@NullMarked
package org.cotejo.node.durable;

import org.jspecify.annotations.NullMarked;
