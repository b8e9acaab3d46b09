package org.cotejo.folder;

import java.nio.file.Path;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.dossier.FoldException;

/** Why a folder is refused, each with its public code. */
enum FolderProblem {
    NOT_A_FOLDER(
            "FOLDER-101",
            "this is not an election folder; make one with 'cotejo new' or name a folder that is empty or does not exist",
            "esto no es una carpeta de elección; cree una con 'cotejo new' o indique una carpeta vacía o inexistente"),
    NEWER(
            "FOLDER-102",
            "this folder has version {0}, which is newer than this program can read (1); use a newer program",
            "esta carpeta tiene la versión {0}, más nueva que la que lee este programa (1); use un programa más nuevo"),
    DAMAGED(
            "FOLDER-103",
            "this file is damaged: {0}; restore the folder from a copy, nothing was changed",
            "este archivo está dañado: {0}; restaure la carpeta de una copia, no se cambió nada"),
    BUSY(
            "FOLDER-104",
            "another program is writing to this folder; wait until it has finished",
            "otro programa está escribiendo en esta carpeta; espere a que termine"),
    ENTRIES(
            "FOLDER-105",
            "the entries do not follow from each other: {0}; restore the folder from a copy, nothing was changed",
            "los asientos no se siguen unos de otros: {0}; restaure la carpeta de una copia, no se cambió nada");

    private final String code;
    private final Sentence sentence;

    FolderProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    static RefusedException notFolded(Path folder, FoldException why) {
        return ENTRIES.at(folder, String.valueOf(why.getMessage()));
    }

    RefusedException at(Object file, Object... values) {
        return new RefusedException(new Problem(code, Where.file(file.toString()), sentence.with(values)));
    }
}
