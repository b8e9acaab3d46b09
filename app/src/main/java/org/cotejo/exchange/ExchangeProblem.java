package org.cotejo.exchange;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a publication is not taken or compared, each with its public code. */
public enum ExchangeProblem {
    UNUSABLE(
            "TAKE-101",
            "its entries can't follow each other: {0}; nothing was taken",
            "sus asientos no pueden seguirse: {0}; no se tomó nada"),
    OWN_LOG(
            "TAKE-102",
            "this is the publication of this very folder (log \"{0}\"); another side's was expected",
            "esta es la publicación de esta misma carpeta (registro «{0}»); se esperaba la de otra parte"),
    NO_ELECTION(
            "TAKE-103",
            "this publication states no election; there is nothing to take",
            "esta publicación no declara ninguna elección; no hay nada que tomar"),
    OTHER_ELECTION(
            "TAKE-104",
            "it is about the election {0}, this folder about {1}; a publication of the same election was expected",
            "trata de la elección {0}, esta carpeta de {1}; se esperaba una publicación de la misma elección"),
    CUSTODIANS(
            "TAKE-105",
            "this folder does not know who delivered: {0}. Say --custodian THEIRS=OURS, or THEIRS=NEW/SIDE to add a"
                    + " body to a side; known here: {1}",
            "esta carpeta no conoce a quienes entregaron: {0}. Diga --custodian SUYO=NUESTRO, o SUYO=NUEVO/PARTE para"
                    + " añadir un ente a una parte; conocidos aquí: {1}"),
    MAPPING(
            "TAKE-106",
            "'{0}' can't say who is who: {1}; THEIRS=OURS or THEIRS=NEW/SIDE was expected",
            "'{0}' no dice quién es quién: {1}; se esperaba SUYO=NUESTRO o SUYO=NUEVO/PARTE"),
    CONTEST(
            "TAKE-107",
            "it has results of the contest {0}, which this folder does not have; one of these was expected: {1}",
            "tiene resultados de la contienda {0}, que esta carpeta no tiene; se esperaba una de estas: {1}"),
    CANDIDATES(
            "TAKE-108",
            "candidates of contest {0} do not match: {1}; nothing was taken, since votes would go to the wrong one",
            "los candidatos de la contienda {0} no coinciden: {1}; no se tomó nada, pues los votos irían a otro"),
    NAMES(
            "TAKE-109",
            "the same candidates of contest {0} have other names there: {1}; if these are the same people, say"
                    + " --candidates by-id",
            "los mismos candidatos de la contienda {0} tienen allí otros nombres: {1}; si son las mismas personas,"
                    + " diga --candidates by-id"),
    CHOICE(
            "TAKE-110",
            "'{0}' can't be said of {1}; one of these was expected: {2}",
            "'{0}' no se puede decir de {1}; se esperaba una de estas: {2}"),
    FORKED(
            "TAKE-111",
            "the log \"{0}\" has signed two heads that can't both be true; both are kept in {1}, which proves it to"
                    + " anybody",
            "el registro «{0}» firmó dos cabezas que no pueden ser ciertas a la vez; ambas quedan en {1}, que lo"
                    + " prueba ante cualquiera"),
    WENT_BACK(
            "TAKE-112",
            "the log \"{0}\" had {1} entries when it was taken and now shows {2}: an old copy, or a log that was"
                    + " rolled back; both heads are kept in {3}",
            "el registro «{0}» tenía {1} asientos cuando se tomó y ahora muestra {2}: una copia vieja, o un registro"
                    + " que retrocedió; ambas cabezas quedan en {3}"),
    ONE(
            "TAKE-113",
            "{0} publications were named; one at a time was expected",
            "se indicaron {0} publicaciones; se esperaba una cada vez"),
    NO_POLICY(
            "TAKE-114",
            "nothing is taken that nobody vouches for: --policy FILE was expected, with a file that you have from"
                    + " elsewhere than this publication",
            "no se toma nada por lo que nadie responda: se esperaba --policy ARCHIVO, con un archivo que tenga de otra"
                    + " parte que esta publicación"),
    CLAIMED(
            "TAKE-115",
            "it calls itself the log of {0}, and this folder has deliveries, announcements or records of {0} that did"
                    + " not come from it: say with --whose whose log it is",
            "se llama registro de {0}, y esta carpeta tiene entregas, anuncios o constancias de {0} que no vinieron de"
                    + " él: diga con --whose de quién es el registro");

    private final String code;
    private final Sentence sentence;

    ExchangeProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    /** This problem at a place, with the values of its sentence. */
    public Problem at(String where, Object... values) {
        return new Problem(code, Where.file(where), sentence.with(values));
    }
}
