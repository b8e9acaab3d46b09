package org.cotejo.custody;

import org.cotejo.definition.CustodianId;
import org.cotejo.sheet.CountCertificate;

/**
 * A signed certificate of the hand count of a station's receipts at closing, as a body holds it: evidence beside the copies of the
 * sheet, and never one of them.
 *
 * @param holder the body that brought it
 */
public record HeldCertificate(CustodianId holder, CountCertificate certificate) {}
