package org.cotejo.capture.picture;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a picture file is refused or was read only in part, each with its public code. */
public enum PictureProblem {
    UNKNOWN(
            "PICTURE-101",
            "this is no picture of a kind that is read; JPEG, PNG, TIFF, WebP or PDF was expected",
            "esto no es una imagen de un tipo que se lea; se esperaba JPEG, PNG, TIFF, WebP o PDF"),
    HEIC(
            "PICTURE-102",
            "this picture is HEIC or AVIF, which is not read here; save or send it as JPEG (iPhone: Settings, Camera, Formats, Most Compatible). read and import images also take a program for it: --heic heif-convert",
            "esta imagen es HEIC o AVIF, que aquí no se lee; guárdela o envíela como JPEG (iPhone: Ajustes, Cámara, Formatos, Más compatible). read e import images aceptan además un programa para ello: --heic heif-convert"),
    LARGE(
            "PICTURE-103",
            "this file has {0} bytes; at most {1} were expected",
            "este archivo tiene {0} bytes; se esperaban como máximo {1}"),
    PIXELS(
            "PICTURE-104",
            "this picture says that it has {0} x {1} pixels; at most {2} on a side and {3} million in all were expected",
            "esta imagen dice tener {0} x {1} píxeles; se esperaban como máximo {2} por lado y {3} millones en total"),
    ANIMATED(
            "PICTURE-105",
            "this is a moving picture; a still one was expected",
            "esta es una imagen en movimiento; se esperaba una fija"),
    DAMAGED(
            "PICTURE-106",
            "this picture is damaged and can't be read: {0}",
            "esta imagen está dañada y no se puede leer: {0}"),
    PAGES(
            "PICTURE-107",
            "this file has more than {0} pages; the first {0} were read",
            "este archivo tiene más de {0} páginas; se leyeron las primeras {0}"),
    CUT(
            "PICTURE-108",
            "the file ends too early: what is there was read; send it again if something is missing",
            "el archivo termina antes de tiempo: se leyó lo que hay; envíelo de nuevo si falta algo"),
    MEMORY(
            "PICTURE-109",
            "this picture needs more memory than one picture gets",
            "esta imagen necesita más memoria de la que recibe una imagen"),
    LOCKED(
            "PICTURE-110",
            "this PDF is locked with a password; one without was expected",
            "este PDF está protegido con contraseña; se esperaba uno sin ella");

    private final String code;
    private final Sentence sentence;

    PictureProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    /** The problem with its values filled in. */
    public Problem with(Object... values) {
        return new Problem(code, Where.file(""), sentence.with(values));
    }
}
