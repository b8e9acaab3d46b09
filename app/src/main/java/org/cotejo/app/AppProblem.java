package org.cotejo.app;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.jspecify.annotations.Nullable;

/** What the command line itself refuses, each with its public code. */
enum AppProblem {
    UNUSABLE_FOLDER("APP-101", "this folder can't be reconciled: {0}", "esta carpeta no se puede cotejar: {0}"),
    UNKNOWN_FORMAT(
            "APP-102",
            "there is no format {0}; one of these was expected: {1}",
            "no existe el formato {0}; se esperaba uno de estos: {1}"),
    NOT_EMPTY(
            "APP-103",
            "this folder is not empty; an empty one or a new name was expected",
            "esta carpeta no está vacía; se esperaba una vacía o un nombre nuevo"),
    PORT(
            "APP-106",
            "port {0} is in use; choose another with --port",
            "el puerto {0} está en uso; elija otro con --port"),
    NOT_TYPED(
            "APP-107",
            "what was typed is not the hash of this definition, which is {0}",
            "lo tecleado no es el hash de esta definición, que es {0}"),
    NO_SITE(
            "APP-111",
            "there is no report here; 'cotejo open' writes one",
            "aquí no hay ningún informe; 'cotejo open' lo escribe"),
    SIM_WHAT(
            "APP-112",
            "'{0}' can't be simulated; 'country' was expected",
            "'{0}' no se puede simular; se esperaba 'country'"),
    NOT_A_DEMO(
            "APP-113",
            "this folder holds something that no demo made; choose another with --dir",
            "esta carpeta contiene algo que no hizo ninguna demo; elija otra con --dir"),
    NO_DEFINITION("APP-114", "nothing was imported into this folder yet", "aún no se importó nada en esta carpeta"),
    DEFINITION_WHAT(
            "APP-115",
            "'{0}' is nothing that can be done with a definition; show, freeze, check or diff was expected",
            "'{0}' no se puede hacer con una definición; se esperaba show, freeze, check o diff"),
    KEYS_INSIDE(
            "APP-116",
            "private keys would lie inside {0}; set COTEJO_KEYS to a folder elsewhere",
            "las claves privadas quedarían dentro de {0}; ponga COTEJO_KEYS en otra carpeta"),
    NO_LOG_KEY(
            "APP-117",
            "the key of the log \"{0}\" is not here; bring it, or begin a log of your own with --origin NAME",
            "aquí no está la clave del registro «{0}»; tráigala, o empiece un registro propio con --origin NOMBRE"),
    ENTRY_CHANGED(
            "APP-118",
            "entry {0} of this folder is not the one that the log has: an entry is never changed; a correction, a"
                    + " retraction or a new version is a new entry",
            "el asiento {0} de esta carpeta no es el que tiene el registro: un asiento nunca se cambia; una"
                    + " corrección, un retiro o una versión nueva es un asiento nuevo"),
    ORIGIN(
            "APP-119",
            "\"{0}\" can't name a log: an address without https://, such as results.example.org/2027, was expected",
            "«{0}» no puede nombrar un registro: se esperaba una dirección sin https://, como"
                    + " results.example.org/2027"),
    ORIGIN_TAKEN(
            "APP-120",
            "the log \"{0}\" holds another folder's entries; a name is never used twice",
            "el registro «{0}» contiene asientos de otra carpeta; un nombre nunca se usa dos veces"),
    NO_PUBLICATION(
            "APP-121",
            "there is no publication here: a folder or an http:// address was expected",
            "aquí no hay ninguna publicación: se esperaba una carpeta o una dirección http://"),
    NO_CONTEST(
            "APP-150",
            "there is no contest {0}; one of these was expected: {1}",
            "no existe la contienda {0}; se esperaba una de estas: {1}"),
    NO_CANDIDATE(
            "APP-151",
            "there is no candidate {0}; one of these was expected: {1}",
            "no existe el candidato {0}; se esperaba uno de estos: {1}"),
    NO_STATION("APP-152", "there is no station {0}", "no existe la mesa {0}"),
    NO_FIGURES(
            "APP-153",
            "no station of the contest {0} has a result that is known; sheets or announced station results were"
                    + " expected",
            "ninguna mesa de la contienda {0} tiene un resultado conocido; se esperaban actas o resultados por mesa"
                    + " anunciados"),
    BAD_TIME(
            "APP-181",
            "'{0}' is no time that can stand here; one with its offset, such as 2027-03-02T18:00-04:00, was expected,"
                    + " and the latest not before the earliest",
            "'{0}' no es una hora que pueda estar aquí; se esperaba una con su diferencia, como"
                    + " 2027-03-02T18:00-04:00, y la última no anterior a la primera"),
    TIMESTAMP_KIND(
            "APP-141",
            "a file whose name ends in .tsr or .tst (RFC 3161) or .ots (OpenTimestamps) was expected",
            "se esperaba un archivo cuyo nombre termine en .tsr o .tst (RFC 3161) o en .ots (OpenTimestamps)"),
    NOT_STAMPED(
            "APP-142",
            "this timestamp is over no head that this log has had, with any number of entries from 0 to {0}",
            "este sello de tiempo no es de ninguna cabeza que este registro haya tenido, con ningún número de asientos"
                    + " de 0 a {0}"),
    FALSE_TIMESTAMP("APP-143", "this timestamp is false: {0}", "este sello de tiempo es falso: {0}"),
    BLOCK_HEADERS(
            "APP-144",
            "block headers can't be read: {0}; 80 bytes a header from block 0 on, or JSON of height and 160"
                    + " hexadecimal digits was expected",
            "no se pueden leer las cabeceras de bloques: {0}; se esperaban 80 bytes por cabecera desde el bloque 0, o"
                    + " JSON de altura y 160 dígitos hexadecimales"),
    NO_CHECKPOINT(
            "APP-145",
            "there is no log here: a publication with a file named checkpoint was expected",
            "aquí no hay ningún registro: se esperaba una publicación con un archivo llamado checkpoint"),
    GIVEN_TWICE(
            "APP-122",
            "{0} takes this option once; one value was expected",
            "{0} admite esta opción una sola vez; se esperaba un valor"),
    PUBLISHING(
            "APP-123",
            "this folder is being published already; wait until that has finished",
            "esta carpeta ya se está publicando; espere a que termine"),
    COMPARED_WHAT(
            "APP-124",
            "there is neither a publication nor an election folder here",
            "aquí no hay ni una publicación ni una carpeta de elección"),
    WITNESS_THERE(
            "APP-170",
            "there is a witness {0} here already; a key is never replaced, so choose another name",
            "aquí ya hay un testigo {0}; una clave nunca se reemplaza: elija otro nombre"),
    NO_WITNESS(
            "APP-171",
            "there is no witness here; 'cotejo witness init NAME' makes one",
            "aquí no hay ningún testigo; 'cotejo witness init NOMBRE' crea uno"),
    WHICH_WITNESS("APP-172", "there are {0} witnesses here; name one", "aquí hay {0} testigos; nombre uno"),
    WITNESS_NAME(
            "APP-173",
            "\"{0}\" can't name a witness: an address without https://, such as party.example.org/witness, was"
                    + " expected",
            "«{0}» no puede nombrar un testigo: se esperaba una dirección sin https://, como"
                    + " partido.example.org/testigo"),
    NO_WITNESSES(
            "APP-174",
            "this policy names no witness with an address, so nobody can be asked to cosign",
            "esta política no nombra ningún testigo con dirección: no hay a quién pedir la cofirma"),
    QR_LONG(
            "APP-180",
            "the compact proof has {0} bytes, and no QR code holds more than {1}; leave out --with-entry",
            "la prueba compacta tiene {0} bytes, y ningún código QR admite más de {1}; omita --with-entry"),
    MIRROR_URL(
            "APP-177",
            "'{0}' is no http:// or https:// address of a publication; a folder is copied with any program",
            "'{0}' no es una dirección http:// o https:// de una publicación; una carpeta se copia con cualquier"
                    + " programa"),
    NO_MIRRORS(
            "APP-178",
            "this publication carries no list of mirrors; 'cotejo mirrors sign' makes one",
            "esta publicación no lleva lista de réplicas; 'cotejo mirrors sign' la crea"),
    MIRROR_LINE(
            "APP-179",
            "'{0}' is no mirror; a name of its own and 1 to 8 addresses that begin with http:// or https:// were"
                    + " expected",
            "'{0}' no es una réplica; se esperaba un nombre propio y de 1 a 8 direcciones que empiecen por http:// o"
                    + " https://"),
    NO_LOGS(
            "APP-176",
            "this witness knows no log yet; 'cotejo witness trust NAME POLICY' names one",
            "este testigo aún no conoce ningún registro; 'cotejo witness trust NOMBRE POLÍTICA' nombra uno"),
    OTHER_HEAD(
            "APP-175",
            "the head of this publication is not one of the log that the policy names, or not signed by it: {0}",
            "la cabeza de esta publicación no es del registro que nombra la política, o este no la firmó: {1}"),
    MACHINE_INSIDE(
            "APP-160",
            "the private key of a machine would lie inside {0}, from where it may be copied or published; choose a"
                    + " folder elsewhere",
            "la clave privada de una máquina quedaría dentro de {0}, de donde se puede copiar o publicar; elija una"
                    + " carpeta en otra parte"),
    NO_PARENT(
            "APP-161",
            "the folder around this one does not exist; make it first",
            "la carpeta que contiene a esta no existe; créela primero"),
    PRINTER(
            "APP-162",
            "'{0}' is no printer; tcp:HOST:9100, device:FILE, serial:FILE, folder:FOLDER or, in rehearsals,"
                    + " text:FOLDER was expected",
            "'{0}' no es una impresora; se esperaba tcp:SERVIDOR:9100, device:ARCHIVO, serial:ARCHIVO, folder:CARPETA"
                    + " o, en simulacros, text:CARPETA"),
    TEXT_PRINTER(
            "APP-163",
            "{0} is no rehearsal, and text files would keep its receipts in the order of the voters; use a printer of"
                    + " paper",
            "{0} no es un simulacro, y los archivos de texto guardarían sus comprobantes en el orden de los electores;"
                    + " use una impresora de papel"),
    NOT_AN_ID(
            "APP-164",
            "'{0}' is no id: 1 to 60 characters without white space, slash, comma or quotation mark were expected",
            "'{0}' no es un identificador: se esperaban de 1 a 60 caracteres sin espacios, barras, comas ni comillas"),
    NOT_TEXT("APP-165", "this is no UTF-8 text", "esto no es texto UTF-8"),
    COUNT_LINE(
            "APP-166",
            "contest,position,count was expected: a contest of the ballot, one of its positions or blank or"
                    + " unreadable, each once, and a whole number",
            "se esperaba contest,position,count: una contienda de la boleta, una de sus posiciones o blank o"
                    + " unreadable, cada una una vez, y un número entero"),
    PAPER_LANGUAGE(
            "APP-182",
            "'{0}' is no language of the paper; one of {1} was expected",
            "'{0}' no es un idioma del papel; se esperaba uno de {1}"),
    CERTIFICATE_PAPER(
            "APP-183",
            "the count is signed and in the log, but a copy of its certificate did not come out ({0}); count again with the same"
                    + " files to print it",
            "el recuento está firmado y en la bitácora, pero un ejemplar de su constancia no salió ({0}); repita la cuenta con los"
                    + " mismos archivos para imprimirla"),
    INTAKE_URL(
            "APP-184",
            "'{0}' is no address of an intake: one that begins with http:// or https:// was expected, without ? and #",
            "'{0}' no es la dirección de una recepción: se esperaba una que empiece por http:// o https://, sin ? ni #"),
    NO_INTAKE(
            "APP-185",
            "this does not answer as an intake does: {0}. Look at the address; nothing is known to have arrived",
            "esto no responde como una recepción: {0}. Revise la dirección; no consta que nada haya llegado"),
    INTAKE_REFUSED("APP-186", "{0} refused the sheets ({1}): {2}", "{0} rechazó las actas ({1}): {2}"),
    NO_SUCH_CUSTODIAN(
            "APP-187",
            "the definition knows no custodian '{0}'; one of these was expected: {1}",
            "la definición no conoce al custodio '{0}'; se esperaba uno de estos: {1}"),
    NOT_FROZEN(
            "APP-188",
            "the definition of this folder is not frozen, so no machine's key counts yet; 'cotejo definition freeze' does it",
            "la definición de esta carpeta no está congelada, así que ninguna clave de máquina cuenta aún; lo hace 'cotejo definition"
                    + " freeze'"),
    PAGE_ALONE(
            "APP-189",
            "--page writes the verify page and verifies nothing else: leave out {0}",
            "--page escribe la página de verificación y no verifica nada más: omita {0}"),
    KEYS_THERE(
            "APP-201",
            "keys of the log \"{0}\" are here already; a key is never replaced",
            "aquí ya hay claves del registro «{0}»; una clave nunca se reemplaza"),
    UNCONFIRMED(
            "APP-202",
            "nobody has typed back the fingerprint of the keys of \"{0}\" yet, so nothing is signed with them: cotejo"
                    + " keys confirm {0} --typed GROUPS",
            "nadie ha tecleado aún la huella de las claves de «{0}», así que no se firma nada con ellas: cotejo keys"
                    + " confirm {0} --typed GRUPOS"),
    KEY_ENDED(
            "APP-203",
            "the key of the log \"{0}\" was given up and signs nothing more; the log goes on as \"{1}\"",
            "la clave del registro «{0}» se abandonó y ya no firma nada; el registro sigue como «{1}»"),
    RESTORE_HEAD(
            "APP-204",
            "restored keys must not sign another past: give the newest head that any mirror, witness or reader holds"
                    + " with --head FILE, or --never-published",
            "unas claves restauradas no deben firmar otro pasado: dé la cabeza más nueva que tenga cualquier réplica,"
                    + " testigo o lector con --head ARCHIVO, o --never-published"),
    FOREIGN_HEAD(
            "APP-205",
            "this is no head of the log \"{0}\" over the entries of this folder: {1}",
            "esto no es una cabeza del registro «{0}» sobre los asientos de esta carpeta: {2}"),
    RESTORED(
            "APP-206",
            "the log had {0} entries when its keys were restored, and this folder does not begin with those: bring the"
                    + " newest copy of the folder first, else the log would be forked",
            "el registro tenía {0} asientos cuando se restauraron sus claves, y esta carpeta no empieza con ellos:"
                    + " traiga antes la copia más nueva de la carpeta, o el registro quedaría bifurcado"),
    NOT_AFTER(
            "APP-207",
            "this policy does not say how its log came after one that {0} pins",
            "esta política no dice cómo su registro siguió a uno que fija {0}"),
    KEYS_OF_WHAT(
            "APP-208",
            "'{0}' names no log whose keys are here, no policy file and no key",
            "'{0}' no nombra un registro cuyas claves estén aquí, ni un archivo de política, ni una clave"),
    REASON(
            "APP-209",
            "'{0}' is no reason; stolen, lost or planned was expected",
            "'{0}' no es un motivo; se esperaba stolen, lost o planned"),
    NO_LOG_YET(
            "APP-210",
            "this folder has no log yet; 'cotejo publish' begins one",
            "esta carpeta aún no tiene registro; 'cotejo publish' lo empieza"),
    DRILL(
            "APP-211",
            "there is no drill '{0}'; one of these was expected: {1}",
            "no existe el simulacro '{0}'; se esperaba uno de estos: {1}"),
    WHICH_PAGE(
            "APP-220",
            "this file has {0} pages; --page with a number from 1 to {0} was expected",
            "este archivo tiene {0} páginas; se esperaba --page con un número de 1 a {0}"),
    REDACTION_KEY(
            "APP-221",
            "this is no key for sealing: 64 hexadecimal digits were expected",
            "esto no es una clave para sellar: se esperaban 64 dígitos hexadecimales"),
    NO_REDACTION_KEY(
            "APP-222",
            "there is no key here; bring the redaction.key of whoever sealed this file into $COTEJO_KEYS",
            "aquí no hay clave; traiga a $COTEJO_KEYS el redaction.key de quien selló este archivo"),
    NOT_APART(
            "APP-223",
            "what is private must not lie in {0}, which is for the public, nor the other way round",
            "lo privado no debe estar en {0}, que es para el público, ni al revés"),
    CONFIRM(
            "APP-224",
            "a person must confirm what is covered: --blocks FILE with --confirm and the numbers on the preview, such as 1,3",
            "una persona debe confirmar lo que se cubre: --blocks ARCHIVO con --confirm y los números de la vista previa, como 1,3"),
    BAD_ROOT(
            "APP-225",
            "'{0}' is no root; 64 hexadecimal digits in lower case were expected",
            "«{0}» no es una raíz; se esperaban 64 dígitos hexadecimales en minúsculas"),
    SEALED_FIELDS(
            "APP-228",
            "a sealed picture has its fields already, and its root commits to them; no --fields was expected",
            "una imagen sellada ya tiene sus campos, y su raíz se compromete a ellos; no se esperaba --fields"),
    OTHER_TICKETS(
            "APP-229",
            "these tickets are of the election {0} and of {1}; those of this election and custodian were expected",
            "estos vales son de la elección {0} y de {1}; se esperaban los de esta elección y este custodio"),
    NO_INBOX(
            "APP-230",
            "there is no inbox here; the folder that 'cotejo intake --inbox' named was expected",
            "aquí no hay ninguna bandeja; se esperaba la carpeta que nombró 'cotejo intake --inbox'"),
    YES_OR_NO("APP-231", "'{0}' is neither yes nor no", "«{0}» no es yes ni no"),
    NO_LOG_ROOT(
            "APP-232",
            "no entry of this log states the root {0}",
            "ningún asiento de este registro declara la raíz {0}"),
    TWO_ROOTS(
            "APP-226",
            "{0} and {1} both say where the root is known from; one of them was expected",
            "{0} y {1} dicen los dos de dónde se conoce la raíz; se esperaba uno de ellos"),
    SITE_POLICY(
            "APP-227",
            "a site is only worth something against a policy that you have from elsewhere; --policy FILE was expected beside --site",
            "un sitio sólo vale algo frente a una política que usted tenga de otra parte; junto a --site se esperaba --policy FILE"),
    MISSING_OPTION("APP-109", "{0} is needed", "hace falta {0}"),
    SETTING("APP-110", "'{0}' is not NAME=VALUE", "'{0}' no es NOMBRE=VALOR"),
    BAD_NUMBER("APP-108", "{0} is no whole number from {1} to {2}", "{0} no es un número entero de {1} a {2}");

    private final String code;
    private final Sentence sentence;

    AppProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem at(String where, @Nullable Object... values) {
        return new Problem(code, Where.file(where), sentence.with(values));
    }

    /** With a reason in both languages as the value of its sentence. */
    Problem because(String where, Sentence reason) {
        return new Problem(
                code,
                Where.file(where),
                new Sentence(
                        sentence.with(reason.en()).en(),
                        sentence.with(reason.es()).es()));
    }
}
