package org.cotejo.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cotejo.base.Sentence;
import org.cotejo.node.web.Reply;
import org.cotejo.node.web.WebServer;

/** The address of the results is blocked; then a censor answers in its place. */
final class DrillBlockedDomain extends Drill {
    DrillBlockedDomain(DrillSandbox sandbox, DrillReport report) {
        super(sandbox, report);
    }

    @Override
    Sentence about() {
        return in(
                "The address of the results is blocked, and later a censor answers in its place with a page and a list"
                        + " of mirrors of his own. The results must stay readable, and the forgery must be seen.",
                "La dirección de los resultados está bloqueada, y luego un censor responde en su lugar con una página"
                        + " y una lista de réplicas propias. Los resultados deben seguir legibles, y la falsificación debe"
                        + " verse.");
    }

    @Override
    void happen() {
        publish();
        DrillSandbox.Served server = sandbox().serve(site());
        String main = server.address();
        DrillSandbox.Running mirroring = sandbox()
                .start(
                        university,
                        "mirror",
                        main,
                        mirror(),
                        "--policy",
                        keyPolicy(),
                        "--serve",
                        "--port",
                        0,
                        "--every",
                        1);
        String mirrored = mirroring.address();
        DrillSandbox.write(authority.at("mirrors.txt"), "main " + main + "\nuniversity " + mirrored + "\n");
        ready(
                "authority",
                "autoridad",
                "signs the list of mirrors into every copy",
                "firma la lista de réplicas en cada copia",
                authority,
                "mirrors",
                "sign",
                site(),
                authority.at("mirrors.txt"));
        // The list came after the first look: another publication makes the mirror look at all of it again.
        DrillSandbox.grow(election(), org.cotejo.custody.Incident.Kind.CLOSING_DELAYED, 2);
        ready(
                "authority",
                "autoridad",
                "publishes again",
                "publica de nuevo",
                authority,
                "publish",
                election(),
                site());
        awaitList(mirrored);
        ready(
                "anybody",
                "cualquiera",
                "prints the poster before the night, from any copy",
                "imprime el cartel antes de la noche, desde cualquier copia",
                newcomer,
                "mirrors",
                "poster",
                mirrored,
                "--policy",
                keyPolicy(),
                "--into",
                newcomer.at("poster.html"));
        server.close();
        attack("the address is blocked: nothing answers", "la dirección está bloqueada: nada responde");
        blocked(main, mirrored);
        censored(main, mirrored);
    }

    /** The mirror looks each second. */
    private void awaitList(String mirrored) {
        for (int i = 0; i < 60; i++) {
            DrillSandbox.Ran ran = sandbox().run(newcomer, "mirrors", "show", mirrored, "--policy", keyPolicy());
            if (ran.exit() == Exit.PROVEN) {
                return;
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void blocked(String main, String mirrored) {
        shouts(
                in("reader", "lector"),
                in(
                        "is told that the network failed, not that all is well",
                        "se entera de que falló la red, no de que todo está bien"),
                Exit.MACHINE_FAILED,
                "",
                in("Take an address from the poster.", "Tome una dirección del cartel."),
                reader,
                "verify",
                main,
                "--policy",
                keyPolicy(),
                "--no-pages");
        shouts(
                in("another mirror", "otra réplica"),
                in(
                        "can't reach it, says so, and calls nobody a liar",
                        "no la alcanza, lo dice, y no llama mentiroso a nadie"),
                Exit.UNCHECKED,
                "MIRROR-211",
                in("Follow another mirror instead.", "Siga a otra réplica."),
                party,
                "mirror",
                main,
                party.at("mirror"),
                "--once",
                "--policy",
                keyPolicy());
        shouts(
                in("monitor of all mirrors", "monitor de todas las réplicas"),
                in("names who is down, and since when", "nombra quién está caído, y desde cuándo"),
                Exit.UNCHECKED,
                main,
                in(
                        "Show the page; it names the copies that answer.",
                        "Muestre la página; nombra las copias que responden."),
                newcomer,
                "mirrors",
                "watch",
                mirrored,
                "--policy",
                keyPolicy(),
                "--into",
                newcomer.at("watch"),
                "--wait",
                3);
        elsewhere(mirrored);
    }

    /** Where the results still are. */
    private void elsewhere(String mirrored) {
        remedy(
                in("reader", "lector"),
                in(
                        "finds the other addresses in any copy, signed by the log's key",
                        "halla las otras direcciones en cualquier copia, firmadas por el registro"),
                reader,
                "mirrors",
                "show",
                mirrored,
                "--policy",
                keyPolicy());
        remedy(
                in("reader", "lector"),
                in("proves every byte from the mirror", "prueba cada byte desde la réplica"),
                reader,
                "verify",
                mirrored,
                "--policy",
                keyPolicy());
        remedy(
                in("another mirror", "otra réplica"),
                in("copies from the mirror", "copia de la réplica"),
                party,
                "mirror",
                mirrored,
                party.at("mirror"),
                "--once",
                "--policy",
                keyPolicy());
    }

    private void censored(String main, String mirrored) {
        int port = Integer.parseInt(main.replaceAll("^.*:([0-9]+)/$", "$1"));
        byte[] page = "<h1>Blocked by order</h1>".getBytes(StandardCharsets.UTF_8);
        try (WebServer censor = sandbox().censor(port, new Reply.Bytes(200, "text/html", page))) {
            attack(
                    "a censor answers every address with a page of his own",
                    "un censor responde a toda dirección con una página propia");
            shouts(
                    in("reader", "lector"),
                    in("what comes is no head of any log", "lo que llega no es cabeza de ningún registro"),
                    Exit.REFUTED,
                    "PUB-208",
                    in("Take an address from the poster.", "Tome una dirección del cartel."),
                    reader,
                    "verify",
                    "http://127.0.0.1:" + censor.port() + "/",
                    "--policy",
                    keyPolicy(),
                    "--no-pages");
        }
        Path copy = newcomer.at("false-copy");
        Folders.copy(university.at("mirror").resolve("site").toAbsolutePath(), copy);
        DrillSandbox.write(
                copy.resolve("mirrors"),
                DrillSandbox.text(copy.resolve("mirrors")).replace(mirrored, "http://192.0.2.66/"));
        DrillSandbox.Served forged = sandbox().serve(copy);
        attack(
                "the censor serves a true copy with a list of mirrors that leads to him",
                "el censor sirve una copia verdadera con una lista de réplicas que lleva a él");
        shouts(
                in("reader", "lector"),
                in("sees that the log did not sign that list", "ve que el registro no firmó esa lista"),
                Exit.REFUTED,
                "PUB-230",
                in("Believe no address from there.", "No crea ninguna dirección de allí."),
                reader,
                "verify",
                forged.address(),
                "--policy",
                keyPolicy(),
                "--no-pages");
    }
}
