package org.cotejo.capture.quality;

import java.util.Locale;
import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** What may be wrong with a picture, each with its public code. */
public enum Flaw {
    BLURRED(
            "PICTURE-201",
            "It is blurred {0}: hold still, tap the code on the screen so that the camera focuses, and take it again.",
            "Está borrosa {1}: no mueva el teléfono, toque el código en la pantalla para enfocar y tómela otra vez."),
    SMALL(
            "PICTURE-202",
            "The code {0} is too small, {2} pixels for each of its squares: go closer, so that there are at least 4.",
            "El código {1} es muy pequeño, {2} píxeles por cada cuadrito: acérquese, para que haya al menos 4."),
    GLARE(
            "PICTURE-203",
            "Light is reflected {0}: turn the sheet or the flash off, and take it again.",
            "Hay un reflejo {1}: gire el acta o apague el flash y tómela otra vez."),
    DARK(
            "PICTURE-204",
            "It is too dark {0}: go where there is more light.",
            "Está muy oscura {1}: busque un lugar con más luz."),
    EDGE(
            "PICTURE-205",
            "The code reaches the edge {0}: take it again with the whole code and some white around it.",
            "El código llega al borde {1}: tómela otra vez con todo el código y algo de blanco alrededor."),
    NO_CODE(
            "PICTURE-206",
            "There is no code to be seen: if the sheet has one, the part with it is missing, or too far away.",
            "No se ve ningún código: si el acta lo tiene, falta esa parte o está muy lejos."),
    CUT_OFF(
            "PICTURE-207",
            "The print goes on beyond the edge {0}: that end of the sheet is not in the picture.",
            "Lo impreso sigue más allá del borde {1}: ese extremo del acta no está en la imagen."),
    COVERED(
            "PICTURE-208",
            "The code {0} was seen and could not be read: is something written on it, folded or torn there?",
            "Se vio el código {1} y no se pudo leer: ¿hay algo escrito encima, un doblez o una rotura?");

    private final String code;
    private final Sentence sentence;

    Flaw(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    /** As JSON names it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Problem at(Sentence place, Object value) {
        return new Problem(code, Where.file(""), sentence.with(place.en(), place.es(), value));
    }
}
