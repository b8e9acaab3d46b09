package org.cotejo.custody;

/** How a custodian came by what it delivers; the order is part of the entries' format. */
public enum Provenance {
    /** Published by the custodian, which says that its own people collected it. The default of an imported file. */
    PUBLISHED,
    /** The copy that the law gives to an accredited witness or member of the station. */
    ACCREDITED,
    /** A picture of the sheet posted at the station. */
    POSTED,
    /** Given out by the authority. */
    OFFICIAL,
    /** Got by breaking into a system or otherwise against the law: kept, never counted. */
    UNLAWFUL,
    /** Nobody says where it comes from: kept, never counted. */
    UNKNOWN;

    /** Whether a copy of this class may count. */
    public boolean counts() {
        return this != UNLAWFUL && this != UNKNOWN;
    }
}
