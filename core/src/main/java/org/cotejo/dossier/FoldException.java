package org.cotejo.dossier;

/** Entries that can't follow each other: no program of ours writes them, so the folder is damaged or was made by hand. */
public final class FoldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FoldException(String message) {
        super(message, null, false, false);
    }
}
