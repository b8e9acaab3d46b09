/**
 * Quick counts: planning and drawing a sample of stations, estimating shares, lead and turnout as reports arrive, what late
 * stations could still change, and the rule that says whether a result may be published (values).
 *
 * <p>Read first: {@link org.cotejo.audit.quickcount.QuickDesign}, {@link org.cotejo.audit.quickcount.QuickCount}, {@link
 * org.cotejo.audit.quickcount.PublishingRule}. A station that was not drawn never enters an estimate here, whoever sends its sheet.
 */
@NullMarked
package org.cotejo.audit.quickcount;

import org.jspecify.annotations.NullMarked;
