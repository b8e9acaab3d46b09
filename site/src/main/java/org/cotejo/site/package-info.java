/**
 * The pages of the report: static files in Spanish and English that a journalist, a witness, a court expert and a voter
 * read with no server, no network and no script. They are written from results and nothing else.
 *
 * <p>Read first: {@link org.cotejo.site.ReportSite}, {@link org.cotejo.site.ReportInput}, {@code Verdict}. This room never
 * decides anything, never prints a person's name of a station or free text, and never links to anything outside the site.
 */
@NullMarked
package org.cotejo.site;

import org.jspecify.annotations.NullMarked;
