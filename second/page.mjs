// The verify page: what a person holds in hand, judged against a policy, in words. All that is proven here is proven by the program above; this file reads codes,
// files and pasted text, keeps the policy, and speaks. It asks for nothing over any network, and its page's policy of contents lets it ask for nothing.

import {
  ED25519, bytesOfHex, checkCheckpoint, checkCompact, checkProof, checkSheet, checkSlip, entryOfSheet, hex, joinSheetParts, knows, leafHash, platform, readCompact, readEntry, readPolicy,
  readPrintedRoot, readProof, readSheet, readSlip, sameBytes, sha256, textOf, utf8, verifySite,
} from './cotejo-verify.mjs';
import { decodeCode } from './spare.mjs';

const WORDS = {
  en: {
    other: 'Español', title: 'Verify a paper', skip: 'To the paper', check: 'Check', scan: 'Scan with the camera', open: 'Open a photo or file', stop: 'Stop the camera', clear: 'Begin anew',
    about: 'Everything is computed on this device; nothing is sent anywhere. It works without a connection. What cannot be checked is called so, never fine.',
    paper: 'What you have in hand', paperHint: 'The code of a tally sheet (QR 1), of its receipt (QR 2) or of a station’s slip, or a proof file, in any order.',
    noCamera: 'This browser gives no camera to a page opened this way (it does at https:// addresses and, in most, from a saved file). Take a photo of the code with the phone’s own camera and open it here.',
    looking: 'Hold the code so that it fills the picture.', paste: 'Or paste what a scanner app shows',
    pasteHint: 'The parts of a chained code one a line. A proof file, a station’s key, a policy or the printed line “COTEJO STATIONS …” may be pasted too.',
    figures: 'What the code says', compare: 'Are these the numbers that are printed on the paper? If one differs, keep the paper and say so.',
    policy: 'Whom you believe', policyOpen: 'Open a policy', forget: 'Forget it', policyNames: 'Whose keys it names',
    whole: 'A whole publication, from a stick or a folder', wholeHint: 'Hashes every entry and file again and checks the signatures. Verdicts and pages are made again only by the program “cotejo verify”.',
    folder: 'The folder in which the file “checkpoint” lies', verifyWhole: 'Verify the publication', noFolder: 'Choose the folder of a publication first.',
    pass: 'Save this page and pass it on', passText: 'This page is one file and needs nothing else. Save it (menu, “Save page” or “Download”), copy it to a stick or send it by any messenger. Compare the policy’s fingerprint with one that was printed or read out to you: a page can be changed by whoever hands it on.',
    working: 'Checking …', empty: 'Nothing to check yet', emptyText: 'Scan, open or paste the code of a sheet first.',
    recorded: 'This sheet is in the public record', recordedEntry: 'This is in the public record', fits: 'It fits together, but nobody vouches for it',
    notFound: 'Not found yet; keep this paper', signatureFalse: 'The signature is not the station’s', refuted: 'This does not fit', unread: 'This could not be read', cannot: 'Could not be checked',
    recordedText: 'Whoever takes it out of the record now, or shows another one, is contradicted by the paper in your hand.',
    fitsText: 'The log’s policy came with this page. Whoever made the page could have made everything. Open a policy that you got by another way, or pin this one if its fingerprint is one you know.',
    notFoundAlone: 'This is what the code says. Whether it is in the public record is shown by the receipt (QR 2) or a proof file: get it at the centre, from a party or from the site.',
    notFoundReceipt: 'A receipt alone says nothing: scan the sheet (QR 1) that it was given for as well.', notFoundEntry: 'The head in this proof is signed as your policy asks. Which entry it is about is not in it: scan the sheet (QR 1) as well.',
    notFoundBeginning: 'This proof does not bring the beginning of its entry, which the sheet alone does not say: ask for one made with “cotejo log prove --qr” or “--with-entry”.',
    notFoundPolicy: 'No policy says which log to believe. Open one that you got on paper or from people you trust.', notFoundStranger: 'This receipt is not of a log that your policy names. Perhaps the policy is another election’s.',
    refutedText: 'The sheet and the receipt do not belong together, or one of them was changed. Keep both, and take a photo of them.', refutedPolicy: 'The proof is not signed as your policy asks.',
    signatureFalseText: 'Somebody changed these figures, or the key is another machine’s. Keep the paper, take a photo of it and tell people.',
    unreadText: 'What was given is in none of the forms that this page knows, or a part of it is missing.',
    slipFull: 'The frozen record holds papers of this station', slipEmpty: 'The frozen record holds nothing of this station', slipText: 'This leads to the printed root. No signature is needed for it, so no stolen key can change it.',
    slipNoRoot: 'This slip says what the record held of the station when it was frozen. Whether that is true is shown by the line “COTEJO STATIONS …” that was printed in the gazette or a newspaper: type or paste it.',
    slipFalse: 'This slip does not lead to the printed root. Compare the line that you typed with the paper, group by group; if it is the same, keep the slip.',
    slipOf: (station, index, stations) => `Station ${station}, number ${index + 1} of ${stations} of the definition.`, slipCopies: entries => `Entries of it, counted from 0: ${entries}.`, slipOther: 'The slip is of another station than the sheet.',
    slipIsCopy: entry => `The sheet of the proof file is among them, as entry ${entry}.`, slipNoCopy: 'The sheet of the proof file is not among them.', slipSheet: 'Which of these entries is the sheet in your hand, its proof file shows.', chipSlip: 'slip of a station', chipRoot: stations => `printed root of ${stations} stations`,
    entry: (index, size, origin) => `Entry ${index}, counted from 0, of the log ${origin}, which then had ${size} entries.`,
    seen: (name, when) => `Seen by ${name} on ${when}.`, unseen: 'No witness has put its name to it: only the log’s own signature says so.',
    quorum: name => `Your policy asks for the witnesses “${name}”: they have signed.`, noQuorum: 'The policy asks for no witnesses.', uncheckedLine: name => `${name}: a kind of signature that cannot be checked here.`,
    byPinned: 'Judged by the policy that you pinned.', byBrought: 'Judged by the policy that came with this page.',
    signed: 'Signed by the key of the station’s machine.', signedBy: { given: 'Signed with the key that you gave; that it is this machine’s key is not shown here.', record: index => `The key is entry ${index} of the log.`, site: 'The key is the one in the publication that you opened.', siteAlone: 'The key is the one in the publication that you opened, which is not proven against a pinned policy.' }, notByGiven: 'Looked at with the key that you gave.',
    unsigned: 'Whether the station’s machine signed it was not checked: the machine’s key is not here. A proof file of the key, the key itself or the publication brings it.', noEd25519: 'Signatures could not be checked: this browser has no Ed25519.',
    rehearsal: 'A rehearsal: it counts in no real election.', keyIs: (machine, station) => `It states the key of machine ${machine} of station ${station}; a sheet signed with it can be checked now.`, pictureIs: (custodian, station, root) => `It states that ${custodian} holds a picture${station ? ` of station ${station}` : ''}, by a root that hides it (${root.slice(0, 12)}…). The picture itself is not in it.`, kind: name => `Kind of entry: ${name}.`,
    inSite: index => `It is entry ${index} of the publication that you opened.`, notInSite: 'It is not in the publication that you opened.',
    limits: 'A true signature and a place in the record prove who stated these figures and that they can no longer be taken back. They do not prove that these are the votes in the box: counting the ballots does.',
    station: 'Station', machine: 'Machine', contest: 'Contest', number: 'Sheet', election: 'Election', paperKind: 'Paper', closed: 'Closed', final: 'final', opening: 'report before the vote', of: 'of', position: 'Position',
    NULL: 'Null votes', BLANK: 'Blank votes', REG: 'Registered', VOT: 'Voters', BAL: 'Ballots or receipts', chipSheet: 'sheet', chipParts: (have, all) => `sheet: part ${have} of ${all}`, chipReceipt: 'receipt (QR 2)', chipProof: 'proof file', chipKey: 'key of a machine',
    policyNone: 'No policy: nothing can be called proven.', policyBrought: 'Named by this page itself, not pinned by you.', policyPinned: 'Pinned by you and kept on this device.', policyOpened: 'Opened by you; this browser keeps nothing, so open it again next time.',
    policyOther: 'Another policy than the pinned one was given. The pinned one still counts.', print: digits => `Fingerprint: ${digits}`, pinThis: 'Pin this policy', pinOther: digits => `Pin the other one (${digits})`, log: 'log', witness: 'witness',
    ability: (ed, own, camera, detector) => `Here: signatures ${ed ? (own ? 'by the browser' : 'by the library in this page') : 'cannot be checked'}; camera ${camera ? 'there' : 'not there'}; codes read by ${detector ? 'the browser and ' : ''}the page.`,
    tooLarge: 'This file is larger than this page takes.', noCode: 'No code was found in the picture. Hold the phone closer and straight, in good light.', cameraRefused: 'The camera was not given. Open a photo instead.', nothingKnown: 'in no form that this page knows',
    proven: 'Proven', refutedWord: 'Refuted', uncheckedWord: 'Could not be checked', none: 'nothing of that kind', intact: 'Intact in itself; no policy is pinned',
    counts: (entries, sheets, signatures) => `${entries} entries, ${sheets} signed sheets, ${signatures} of their signatures checked.`,
    bytes: 'bytes', signatures: 'signatures', verdicts: 'verdicts', audits: 'audits', pages: 'pages',
  },
  es: {
    other: 'English', title: 'Verificar un papel', skip: 'Al papel', check: 'Comprobar', scan: 'Escanear con la cámara', open: 'Abrir una foto o archivo', stop: 'Detener la cámara', clear: 'Empezar de nuevo',
    about: 'Todo se calcula en este aparato; nada se envía a ninguna parte. Funciona sin conexión. Lo que no se puede comprobar se dice así, nunca se da por bueno.',
    paper: 'Lo que usted tiene en la mano', paperHint: 'El código de un acta (QR 1), de su recibo (QR 2) o de la papeleta de una mesa, o un archivo de prueba, en cualquier orden.',
    noCamera: 'Este navegador no da la cámara a una página abierta así (sí en direcciones https:// y, en casi todos, desde un archivo guardado). Tome una foto del código con la cámara del teléfono y ábrala aquí.',
    looking: 'Sostenga el código de modo que llene la imagen.', paste: 'O pegue lo que muestra una aplicación de escaneo',
    pasteHint: 'Las partes de un código encadenado, una por línea. También se puede pegar un archivo de prueba, la clave de una mesa, una política o la línea impresa «COTEJO STATIONS …».',
    figures: 'Lo que dice el código', compare: '¿Son estos los números impresos en el papel? Si alguno difiere, guarde el papel y dígalo.',
    policy: 'A quién le cree usted', policyOpen: 'Abrir una política', forget: 'Olvidarla', policyNames: 'De quién son las claves que nombra',
    whole: 'Una publicación entera, de una memoria o carpeta', wholeHint: 'Calcula otra vez el hash de cada asiento y archivo y comprueba las firmas. Los veredictos y las páginas solo los rehace el programa «cotejo verify».',
    folder: 'La carpeta en la que está el archivo «checkpoint»', verifyWhole: 'Verificar la publicación', noFolder: 'Elija primero la carpeta de una publicación.',
    pass: 'Guardar esta página y pasarla', passText: 'Esta página es un solo archivo y no necesita nada más. Guárdela (menú, «Guardar página» o «Descargar»), cópiela a una memoria o envíela por cualquier mensajería. Compare la huella de la política con una impresa o que le hayan leído: quien pasa una página puede cambiarla.',
    working: 'Comprobando …', empty: 'Todavía no hay nada que comprobar', emptyText: 'Escanee, abra o pegue primero el código de un acta.',
    recorded: 'Esta acta está en el registro público', recordedEntry: 'Esto está en el registro público', fits: 'Concuerda entre sí, pero nadie responde por ello',
    notFound: 'Aún no se encontró; guarde este papel', signatureFalse: 'La firma no es la de la mesa', refuted: 'Esto no concuerda', unread: 'Esto no se pudo leer', cannot: 'No se pudo comprobar',
    recordedText: 'A quien la saque ahora del registro, o muestre otra, lo contradice el papel que usted tiene en la mano.',
    fitsText: 'La política del registro vino con esta página. Quien hizo la página pudo hacerlo todo. Abra una política que obtuvo por otra vía, o fije esta si conoce su huella.',
    notFoundAlone: 'Esto es lo que dice el código. Que está en el registro público lo muestra el recibo (QR 2) o un archivo de prueba: pídalo en el centro, a un partido o búsquelo en el sitio.',
    notFoundReceipt: 'Un recibo solo no dice nada: escanee también el acta (QR 1) por la que se dio.', notFoundEntry: 'La cabeza de esta prueba está firmada como pide su política. De qué asiento trata no está en ella: escanee también el acta (QR 1).',
    notFoundBeginning: 'Esta prueba no trae el comienzo de su asiento, que el acta sola no dice: pida una hecha con «cotejo log prove --qr» o «--with-entry».',
    notFoundPolicy: 'Ninguna política dice a qué registro creer. Abra una que obtuvo en papel o de personas de su confianza.', notFoundStranger: 'Este recibo no es de un registro que su política nombre. Quizá la política sea de otra elección.',
    refutedText: 'El acta y el recibo no van juntos, o uno de los dos fue cambiado. Guarde ambos y tómeles una foto.', refutedPolicy: 'La prueba no está firmada como pide su política.',
    signatureFalseText: 'Alguien cambió estas cifras, o la clave es de otra máquina. Guarde el papel, tómele una foto y avise.',
    unreadText: 'Lo que se dio no tiene ninguna de las formas que esta página conoce, o le falta una parte.',
    slipFull: 'El registro congelado contiene papeles de esta mesa', slipEmpty: 'El registro congelado no contiene nada de esta mesa', slipText: 'Esto lleva a la raíz impresa. No hace falta ninguna firma, así que ninguna clave robada puede cambiarlo.',
    slipNoRoot: 'Esta papeleta dice lo que el registro tenía de la mesa cuando se congeló. Si es cierto lo muestra la línea «COTEJO STATIONS …» que se imprimió en la gaceta o en un periódico: escríbala o péguela.',
    slipFalse: 'Esta papeleta no lleva a la raíz impresa. Compare la línea que escribió con el papel, grupo por grupo; si es la misma, guarde la papeleta.',
    slipOf: (station, index, stations) => `Mesa ${station}, número ${index + 1} de ${stations} de la definición.`, slipCopies: entries => `Sus asientos, contados desde 0: ${entries}.`, slipOther: 'La papeleta es de otra mesa que el acta.',
    slipIsCopy: entry => `El acta del archivo de prueba está entre ellos, como asiento ${entry}.`, slipNoCopy: 'El acta del archivo de prueba no está entre ellos.', slipSheet: 'Cuál de estos asientos es el acta que tiene en la mano lo muestra su archivo de prueba.', chipSlip: 'papeleta de una mesa', chipRoot: stations => `raíz impresa de ${stations} mesas`,
    entry: (index, size, origin) => `Asiento ${index}, contado desde 0, del registro ${origin}, que entonces tenía ${size} asientos.`,
    seen: (name, when) => `Visto por ${name} el ${when}.`, unseen: 'Ningún testigo ha puesto su nombre: solo lo dice la firma del propio registro.',
    quorum: name => `Su política pide los testigos «${name}»: han firmado.`, noQuorum: 'La política no pide testigos.', uncheckedLine: name => `${name}: una clase de firma que aquí no se puede comprobar.`,
    byPinned: 'Juzgado por la política que usted fijó.', byBrought: 'Juzgado por la política que vino con esta página.',
    signed: 'Firmada con la clave de la máquina de la mesa.', signedBy: { given: 'Firmada con la clave que usted dio; que sea la de esta máquina no se muestra aquí.', record: index => `La clave es el asiento ${index} del registro.`, site: 'La clave es la de la publicación que usted abrió.', siteAlone: 'La clave es la de la publicación que usted abrió, que no está probada contra una política fijada.' }, notByGiven: 'Mirada con la clave que usted dio.',
    unsigned: 'No se comprobó si la firmó la máquina de la mesa: la clave de la máquina no está aquí. La trae un archivo de prueba de la clave, la clave misma o la publicación.', noEd25519: 'Las firmas no se pudieron comprobar: este navegador no tiene Ed25519.',
    rehearsal: 'Un ensayo: no cuenta en ninguna elección real.', keyIs: (machine, station) => `Declara la clave de la máquina ${machine} de la mesa ${station}; ahora se puede comprobar un acta firmada con ella.`, pictureIs: (custodian, station, root) => `Declara que ${custodian} tiene una imagen${station ? ` de la mesa ${station}` : ''}, por una raíz que la oculta (${root.slice(0, 12)}…). La imagen misma no está en él.`, kind: name => `Clase de asiento: ${name}.`,
    inSite: index => `Es el asiento ${index} de la publicación que usted abrió.`, notInSite: 'No está en la publicación que usted abrió.',
    limits: 'Una firma verdadera y un lugar en el registro prueban quién declaró estas cifras y que ya no se pueden retirar. No prueban que sean los votos de la caja: eso lo prueba contar las papeletas.',
    station: 'Mesa', machine: 'Máquina', contest: 'Contienda', number: 'Acta', election: 'Elección', paperKind: 'Papel', closed: 'Cierre', final: 'final', opening: 'reporte antes de votar', of: 'de', position: 'Posición',
    NULL: 'Votos nulos', BLANK: 'Votos en blanco', REG: 'Inscritos', VOT: 'Votantes', BAL: 'Papeletas o comprobantes', chipSheet: 'acta', chipParts: (have, all) => `acta: parte ${have} de ${all}`, chipReceipt: 'recibo (QR 2)', chipProof: 'archivo de prueba', chipKey: 'clave de una máquina',
    policyNone: 'Sin política, nada se puede llamar probado.', policyBrought: 'Nombrada por esta misma página, no fijada por usted.', policyPinned: 'Fijada por usted y guardada en este aparato.', policyOpened: 'Abierta por usted; este navegador no guarda nada, así que ábrala otra vez la próxima.',
    policyOther: 'Se dio otra política que la fijada. La fijada sigue contando.', print: digits => `Huella: ${digits}`, pinThis: 'Fijar esta política', pinOther: digits => `Fijar la otra (${digits})`, log: 'registro', witness: 'testigo',
    ability: (ed, own, camera, detector) => `Aquí: las firmas ${ed ? (own ? 'las comprueba el navegador' : 'las comprueba la biblioteca de esta página') : 'no se pueden comprobar'}; cámara ${camera ? 'disponible' : 'no disponible'}; los códigos los lee ${detector ? 'el navegador y ' : ''}la página.`,
    tooLarge: 'Este archivo es más grande de lo que admite esta página.', noCode: 'No se encontró ningún código en la imagen. Acerque el teléfono, recto y con buena luz.', cameraRefused: 'La cámara no fue concedida. Abra una foto.', nothingKnown: 'en ninguna forma que esta página conozca',
    proven: 'Probado', refutedWord: 'Refutado', uncheckedWord: 'No se pudo comprobar', none: 'nada de esa clase', intact: 'Íntegra en sí misma; no hay política fijada',
    counts: (entries, sheets, signatures) => `${entries} asientos, ${sheets} actas firmadas, ${signatures} de sus firmas comprobadas.`,
    bytes: 'bytes', signatures: 'firmas', verdicts: 'veredictos', audits: 'auditorías', pages: 'páginas',
  },
};

const $ = id => document.getElementById(id);
const MOST_TEXT = 1_400_000; // a proof file has at most 1.3 MB
const MOST_PICTURE = 40 * 2 ** 20;
const KEPT_POLICY = 'cotejo.policy';
const brought = JSON.parse($('brought').textContent);

let language = (navigator.language ?? '').startsWith('en') ? 'en' : 'es';
const say = () => WORDS[language];

// --- what is on the table -------------------------------------------------------------------------------------------------

/** Sheets' texts (parts or one whole), a receipt, a station's slip, the printed root, a proof file, keys by hand, keys that a proof showed, a publication. */
let table;
const emptyTable = () => ({ texts: [], compact: null, slip: null, printed: null, proof: null, keyProof: null, given: null, shown: new Map(), site: null, unknown: null, notice: null });
table = emptyTable();

const policy = { pinned: null, other: null, isKept: false };

/** The policy that counts, as bytes, and whether the person pinned it. */
function counting() {
  if (policy.pinned) return { bytes: policy.pinned, isPinned: true };
  return brought.policy ? { bytes: utf8(brought.policy), isPinned: false } : null;
}

/** Takes pieces from codes, files or the field. What is in no known form is said, unless something beside it was known. */
async function takeAll(pieces) {
  table.unknown = table.notice = null;
  let known = 0;
  for (const piece of pieces) if (await take(piece)) known++;
  if (known > 0) table.unknown = null;
}

/** Takes bytes or text and knows them by their form: whether it did. */
async function take(given) {
  const isText = typeof given === 'string';
  const bytes = isText ? utf8(given) : given;
  const not = why => {
    table.unknown = why;
    return false;
  };
  if (bytes.length > MOST_TEXT) return not('tooLarge');
  if (bytes[0] === 0xc1) return Boolean(table.compact = bytes);
  if (bytes[0] === 0xc3) return Boolean(table.slip = bytes);
  const text = textOf(bytes)?.replace(/^\ufeff/, '') ?? '';
  const plain = text.trim();
  // A field for text has its own line ends and loses the last one; files are taken byte for byte.
  const asFile = isText ? utf8(`${plain.replaceAll('\r\n', '\n')}\n`) : bytes;
  if (plain.startsWith('c2sp.org/tlog-proof')) return Boolean(table[isKeyProof(asFile) ? 'keyProof' : 'proof'] = asFile);
  if (/^(?:#|log[ \t]|witness[ \t])/.test(plain) && /^(?:quorum|log)[ \t]/m.test(plain)) return (await adopt(asFile)) || not('nothingKnown');
  const lines = plain.split(/\r?\n/).map(line => line.trim()).filter(line => line !== '');
  const printed = readPrintedRoot(plain);
  if (printed.ok) return Boolean(table.printed = printed);
  if (lines.length > 0 && lines.every(line => line.startsWith('COTEJO'))) {
    lines.forEach(takeSheet);
    return true;
  }
  if (/^[0-9a-fA-F]{64}$/.test(plain)) return Boolean(table.given = bytesOfHex(plain));
  if (/^[cC][13](?:\s*[0-9a-fA-F]{2})+$/.test(plain)) return take(bytesOfHex(plain.replace(/\s/g, '')));
  return not('nothingKnown');
}

/** A proof that brings the entry of a machine's key is put beside a sheet; any other proof is about it. */
function isKeyProof(file) {
  const proof = readProof(file);
  const entry = proof.ok && proof.extra.length > 0 ? readEntry(proof.extra) : { ok: false };
  return entry.ok && entry.kind === 16;
}

/** A new sheet takes the place of the one before; parts of one chained sheet gather. */
function takeSheet(text) {
  const groupOf = part => part.split('*').slice(2, 4).join('*');
  const isPart = text.startsWith('COTEJO1*');
  const goesOn = isPart && table.texts[0]?.startsWith('COTEJO1*') && groupOf(table.texts[0]) === groupOf(text);
  if (!goesOn) table.texts = [];
  if (!table.texts.includes(text)) table.texts.push(text);
}

// --- the judgement -----------------------------------------------------------------------------------------------------------

// What refutes under a policy; every other refusal says that something is malformed or not of this policy.
const FALSE_CODES = new Set(['NOTE-106', 'NOTE-107', 'POLICY-110', 'POLICY-111', 'POLICY-112', 'PROOF-101', 'PROOF-102', 'PROOF-103', 'PROOF-104']);

/** {kind: 'proven' | 'refuted' | 'unchecked', headline, meaning, facts, sheet, code}; headline, meaning and facts are names of words, with what fills them. */
async function judge() {
  if (table.unknown) return { kind: 'unchecked', headline: 'unread', meaning: table.unknown === 'tooLarge' ? 'tooLarge' : 'unreadText', facts: [] };
  const read = await readTable();
  if (read.refusal) return { kind: 'unchecked', headline: 'unread', meaning: 'unreadText', facts: [], sheet: read.sheet, code: read.refusal };
  const key = table.keyProof ? await placeInRecord({ extra: readProof(table.keyProof).extra }, table.keyProof, null) : null;
  const isKeyAlone = key && !read.sheet && !table.proof && !table.compact && !read.slip;
  const isSlipAlone = read.slip && !table.proof && !table.compact;
  const place = isKeyAlone ? key : isSlipAlone ? await ofSlip(read) : await besideSlip(read, await placeInRecord(read, table.proof, table.compact));
  const sheet = read.sheet ?? place.sheetOfEntry;
  const facts = [...(place.facts ?? [])];
  if (sheet) facts.push(...siteFacts(sheet));
  const signature = sheet ? await signatureOf(sheet) : null;
  if (signature) facts.push(...signature.facts);
  if (sheet?.algorithm === 'ED25519-DEMO') facts.push(['rehearsal']);
  if (signature?.isFalse) return { kind: 'refuted', headline: 'signatureFalse', meaning: 'signatureFalseText', facts, sheet, code: signature.code };
  return { ...place, facts, sheet };
}

/** Sheet and proofs, read; a refusal of one of them says which form it lacks. */
async function readTable() {
  const read = {};
  if (table.texts.length > 0) {
    const whole = table.texts[0].startsWith('COTEJO1*') ? await joinSheetParts(table.texts) : { ok: true, text: table.texts.join('\n') };
    const answer = whole.ok ? readSheet(whole.text) : whole;
    if (!answer.ok) return { refusal: answer };
    read.sheet = answer.sheet;
  }
  if (table.slip) {
    const answer = await readSlip(table.slip);
    if (!answer.ok) return { ...read, refusal: answer };
    read.slip = answer;
  }
  if (table.proof) {
    const answer = readProof(table.proof);
    if (!answer.ok) return { ...read, refusal: answer };
    read.extra = answer.extra;
  }
  return read;
}

/** What a station's slip proves under the printed root, and whether it is of the sheet's station. */
async function ofSlip({ slip, sheet }) {
  const facts = [['slipOf', slip.station, slip.index, slip.size], ...(slip.copies.length > 0 ? [['slipCopies', slip.copies.map(copy => copy.entry).join(', ')]] : []), ...(sheet ? [['slipSheet']] : [])];
  if (sheet && sheet.station !== slip.station) return { kind: 'refuted', headline: 'refuted', meaning: 'refutedText', facts: [['slipOther'], ...facts] };
  if (!table.printed) return { kind: 'unchecked', headline: 'notFound', meaning: 'slipNoRoot', facts };
  const answer = await checkSlip(table.slip, table.printed);
  if (!answer.ok) return { kind: 'refuted', headline: 'refuted', meaning: 'slipFalse', facts, code: answer };
  return { kind: 'proven', headline: slip.copies.length > 0 ? 'slipFull' : 'slipEmpty', meaning: 'slipText', facts };
}

/** The answer of a proof or receipt, with what a slip beside it adds: that its very entry is one of those that the printed root covers. */
async function besideSlip({ slip, sheet, extra }, place) {
  if (!slip) return place;
  const own = await ofSlip({ slip, sheet: sheet ?? place.sheetOfEntry });
  if (own.kind !== 'proven') return own.kind === 'refuted' ? own : { ...place, facts: [...(place.facts ?? []), ...own.facts] };
  const entry = entryMeant(extra, sheet);
  const leaf = entry && (await leafHash(entry));
  const copy = leaf && slip.copies.find(one => sameBytes(one.leaf, leaf));
  return { ...place, facts: [...(place.facts ?? []), ...own.facts.filter(([name]) => name !== 'slipSheet'), ...(leaf ? [copy ? ['slipIsCopy', copy.entry] : ['slipNoCopy']] : [])] };
}

/** Whether the sheet or the proof's own entry is in a log of the policy. */
async function placeInRecord({ sheet, extra }, proof, code) {
  const trust = counting();
  const notFound = (meaning, more = {}) => ({ kind: 'unchecked', headline: 'notFound', meaning, ...more });
  if (!proof && !code) return fromSite(sheet) ?? notFound('notFoundAlone');
  if (!trust) return notFound('notFoundPolicy');
  const pinned = await readPolicy(trust.bytes);
  if (!pinned.ok) return notFound('notFoundPolicy', { code: pinned });
  let added = extra;
  if (!proof) {
    const compact = await readCompact(code, pinned);
    if (!compact.ok) return notFound(compact.message.includes('does not name') ? 'notFoundStranger' : 'unreadText', { code: compact });
    added = compact.extra;
  }
  const entry = entryMeant(added, sheet);
  if (!entry) return withoutEntry(sheet, added, pinned, notFound, proof);
  const answer = proof ? await checkProof(proof, entry, pinned) : await checkCompact(code, entry, pinned);
  if (!answer.ok) {
    // What a proof file adds vouches for nothing: without a sheet beside it, an entry that does not fit may be the wrong one.
    const isAddedAlone = !sheet && FALSE_CODES.has(answer.code) && answer.code.startsWith('PROOF');
    if (!FALSE_CODES.has(answer.code) || isAddedAlone) return notFound(isAddedAlone ? 'notFoundEntry' : 'unreadText', { code: answer });
    return { kind: 'refuted', headline: 'refuted', meaning: /^POLICY|^NOTE-107/.test(answer.code) ? 'refutedPolicy' : 'refutedText', code: answer };
  }
  return recorded(answer, readEntry(entry), trust, pinned);
}

/** The entry that a proof is about: with a sheet beside it the one that its beginning makes with that sheet, else the one that the proof brings. */
function entryMeant(added, sheet) {
  if (!added || added.length === 0) return null;
  const whole = readEntry(added);
  if (!sheet) return whole.ok ? added : null;
  const beginning = whole.ok && whole.kind === 17 ? added.subarray(0, added.length - bytesOfText(whole.value.sheet.signed) - 64) : added;
  return entryOfSheet(beginning, sheet) ?? null;
}

/** How many bytes a text takes in an entry, with its length before it. */
function bytesOfText(text) {
  const { length } = utf8(text);
  return length + (length < 128 ? 1 : 2);
}

/** A proof whose entry is not here: its head can be judged, and no more. */
async function withoutEntry(sheet, added, pinned, notFound, proof) {
  if (sheet && added.length > 0) return { kind: 'refuted', headline: 'refuted', meaning: 'refutedText' };
  if (!proof) return notFound(sheet ? 'notFoundBeginning' : 'notFoundReceipt');
  const head = await checkCheckpoint(readProof(proof).note, pinned);
  if (!head.ok) return FALSE_CODES.has(head.code) ? { kind: 'refuted', headline: 'refuted', meaning: 'refutedPolicy', code: head } : notFound('unreadText', { code: head });
  return notFound(sheet ? 'notFoundBeginning' : 'notFoundEntry', { facts: factsOfHead(head, counting(), pinned) });
}

function recorded(answer, entry, trust, pinned) {
  const isChecked = answer.logSignature === 'valid' && answer.quorum === 'valid';
  const facts = [['entry', answer.index, answer.size, answer.origin], ...factsOfHead(answer, trust, pinned)];
  if (entry.ok && entry.kind === 16) {
    const { station, machine, key, algorithm } = entry.value;
    table.shown.set(`${station}/${machine}`, { key, algorithm: sheetAlgorithm(algorithm), index: answer.index, isPinned: trust.isPinned && isChecked });
    facts.push(['keyIs', machine, station]);
  } else if (entry.ok && entry.kind === 25) facts.push(['pictureIs', entry.value.custodian, entry.value.station, entry.value.root]);
  else if (entry.ok && entry.kind !== 17) facts.push(['kind', entry.record]);
  const of = entry.ok && entry.kind === 17 ? { sheetOfEntry: entry.value.sheet } : {};
  if (!isChecked) return { kind: 'unchecked', headline: 'cannot', meaning: 'noEd25519', facts, ...of };
  if (!trust.isPinned) return { kind: 'unchecked', headline: 'fits', meaning: 'fitsText', facts, ...of };
  return { kind: 'proven', headline: entry.ok && entry.kind === 17 ? 'recorded' : 'recordedEntry', meaning: 'recordedText', facts, ...of };
}

const sheetAlgorithm = algorithm => algorithm.replace('_', '-');

function factsOfHead(head, trust, pinned) {
  const seen = head.cosigned.map(({ name, time }) => ['seen', name, time]);
  return [...(seen.length > 0 ? seen : [['unseen']]), pinned.quorum === null ? ['noQuorum'] : head.quorum === 'valid' ? ['quorum', pinned.quorum] : ['cannot'],
    ...[...head.unchecked, ...head.beside].map(name => ['uncheckedLine', name]), [trust.isPinned ? 'byPinned' : 'byBrought']];
}

/** A publication that was opened here and proven says by itself that it holds the sheet. */
function fromSite(sheet) {
  const found = sheet && table.site ? indexInSite(sheet) : undefined;
  if (found === undefined) return undefined;
  return table.site.isProven ? { kind: 'proven', headline: 'recorded', meaning: 'recordedText' } : { kind: 'unchecked', headline: 'fits', meaning: 'fitsText' };
}

function indexInSite(sheet) {
  return table.site.sequence.sheets.find(one => one.sheet.signed === sheet.signed && sameBytes(one.sheet.signature, sheet.signature))?.index;
}

function siteFacts(sheet) {
  if (!table.site) return [];
  const index = indexInSite(sheet);
  return [index === undefined ? ['notInSite'] : ['inSite', index]];
}

/** The station's signature with whichever key is here; null facts are said as unchecked. */
async function signatureOf(sheet) {
  const place = `${sheet.station}/${sheet.machine}`;
  const shown = table.shown.get(place);
  const ofSite = table.site?.sequence.keys.get(place);
  const [key, algorithm, by] = shown ? [shown.key, shown.algorithm, ['record', shown.index]] : ofSite ? [ofSite.key, ofSite.algorithm, [table.site.isProven ? 'site' : 'siteAlone']] : table.given ? [table.given, sheet.algorithm, ['given']] : [];
  if (!key) return { facts: [['unsigned']] };
  const answer = await checkSheet(sheet, key, algorithm);
  const isGiven = by[0] === 'given';
  const named = shown && !shown.isPinned ? [['signedBy', ...by], ['byBrought']] : [['signedBy', ...by]];
  if (!answer.ok) return { isFalse: true, code: answer, facts: isGiven ? [['notByGiven']] : named };
  return { facts: answer.signature !== 'valid' ? [['noEd25519']] : isGiven ? named : [['signed'], ...named] };
}

// --- showing it -----------------------------------------------------------------------------------------------------------

let shown = null;
let times = 0;

async function judgeAndShow() {
  const isNothing = table.texts.length === 0 && !table.compact && !table.slip && !table.proof && !table.keyProof && !table.unknown;
  shown = isNothing ? null : await judge();
  show();
  if (shown) $('result').scrollIntoView({ block: 'nearest' });
}

const WHEN = { dateStyle: 'long', timeStyle: 'short' };

/** A moment as it is told here, and in UTC, so that two people can compare it. */
function moment(seconds) {
  if (seconds === undefined) return '?';
  if (seconds > 8_640_000_000_000n) return `${seconds} s`;
  const date = new Date(Number(seconds) * 1000);
  return `${date.toLocaleString(language, WHEN)} (${date.toISOString().slice(0, 16).replace('T', ' ')} UTC)`;
}

function inWords([name, ...values]) {
  if (name === 'seen') return say().seen(values[0], moment(values[1]));
  if (name === 'signedBy') return values[0] === 'record' ? say().signedBy.record(values[1]) : say().signedBy[values[0]];
  const words = say()[name];
  return typeof words === 'function' ? words(...values) : words;
}

/** What the program above says is in English, whatever the page's language. */
const inEnglish = item => Object.assign(item, { lang: 'en' });

const items = texts => texts.map(text => Object.assign(document.createElement('li'), { textContent: text }));

function show() {
  chips();
  $('clear').hidden = $('table').hidden && !shown;
  $('result').hidden = !shown && !table.notice;
  if (shown) fill(table.notice && table.notice !== 'emptyText' ? { ...shown, facts: [[table.notice], ...shown.facts] } : shown);
  else if (table.notice) fill({ kind: 'unchecked', headline: 'empty', meaning: table.notice, facts: [] });
  $('result').dataset.times = `${++times}`;
}

function fill({ kind, headline, meaning, facts, sheet, code }) {
  $('result').className = `card ${kind}`;
  $('result').dataset.headline = headline;
  $('result').dataset.code = code?.code ?? '';
  $('verdict').textContent = say()[headline];
  $('meaning').textContent = say()[meaning];
  $('facts').replaceChildren(...items(facts.map(inWords)));
  $('problems').replaceChildren(...items(code?.code ? [`${code.code}: ${code.message}`] : []).map(inEnglish));
  figures(sheet);
  $('limits').textContent = sheet || kind === 'proven' ? say().limits : '';
}

function figures(sheet) {
  $('figures').hidden = !sheet;
  if (!sheet) return;
  const words = say();
  const time = sheet.closed.replace(/^(....)(..)(..)T(..)(..)$/, '$1-$2-$3 $4:$5');
  const about = [['election', sheet.election], ['station', sheet.station], ['machine', sheet.machine], ['contest', sheet.contest],
    ['number', `${sheet.sheetNumber} ${words.of} ${sheet.ofSheets}, ${sheet.paper === 'OPENING' ? words.opening : words.final}`], ['closed', `${time} (${sheet.offset})`]];
  const numbers = [...sheet.votes.map((votes, i) => [`${words.position} ${i + 1}`, votes]), ...Object.entries({ ...sheet.others, ...sheet.counts }).map(([name, value]) => [words[name], value])];
  const row = (name, value, kind) => {
    const line = document.createElement('tr');
    line.className = kind;
    line.append(Object.assign(document.createElement('th'), { textContent: name, scope: 'row' }), Object.assign(document.createElement('td'), { textContent: value }));
    return line;
  };
  document.querySelector('#figures tbody').replaceChildren(...about.map(([name, value]) => row(words[name], value, 'about')), ...numbers.map(([name, value]) => row(name, value.toLocaleString(language), 'votes')));
}

function chips() {
  const words = say();
  const on = [];
  const [first] = table.texts;
  if (first?.startsWith('COTEJO1*')) on.push(words.chipParts(table.texts.map(text => text.split('*')[1]).sort((a, b) => a - b).join(', '), first.split('*')[2]));
  else if (first) on.push(words.chipSheet);
  if (table.compact) on.push(words.chipReceipt);
  if (table.slip) on.push(words.chipSlip);
  if (table.printed) on.push(words.chipRoot(table.printed.stations));
  if (table.proof) on.push(words.chipProof);
  if (table.given) on.push(words.chipKey);
  for (const place of table.shown.keys()) on.push(`${words.chipKey} ${place}`);
  $('table').hidden = on.length === 0;
  $('table').replaceChildren(...items(on));
}

// --- the policy -------------------------------------------------------------------------------------------------------------

const fingerprint = async bytes => hex((await sha256(bytes)).subarray(0, 16)).match(/.{4}/g).join(' ');

/** Takes a policy: the first one is pinned; another one waits until the person says so. */
async function adopt(bytes) {
  const read = await readPolicy(bytes);
  if (!read.ok) {
    $('policy-state').textContent = `${say().unread}: ${read.code}: ${read.message}`;
    return false;
  }
  if (policy.pinned && !sameBytes(policy.pinned, bytes)) policy.other = bytes;
  else pin(bytes);
  await showPolicy();
  return true;
}

function pin(bytes) {
  policy.pinned = bytes;
  policy.other = null;
  try {
    localStorage.setItem(KEPT_POLICY, textOf(bytes));
    policy.isKept = true;
  } catch {
    policy.isKept = false; // a browser may keep nothing for a page opened this way
  }
}

function forget() {
  policy.pinned = policy.other = null;
  try {
    localStorage.removeItem(KEPT_POLICY);
  } catch {
    // nothing was kept
  }
}

async function recall() {
  let kept;
  try {
    kept = localStorage.getItem(KEPT_POLICY);
  } catch {
    return;
  }
  if (kept && (await readPolicy(utf8(kept))).ok) {
    policy.pinned = utf8(kept);
    policy.isKept = true;
  }
}

async function showPolicy() {
  const words = say();
  const trust = counting();
  const state = !trust ? words.policyNone : !trust.isPinned ? words.policyBrought : policy.isKept ? words.policyPinned : words.policyOpened;
  $('policy-state').textContent = policy.other ? `${state} ${words.policyOther}` : state;
  $('policy-print').textContent = trust ? words.print(await fingerprint(trust.bytes)) : '';
  $('pin').hidden = !policy.other && (!trust || trust.isPinned);
  $('pin').textContent = policy.other ? words.pinOther((await fingerprint(policy.other)).slice(0, 9)) : words.pinThis;
  $('forget').hidden = !policy.pinned;
  const read = trust ? await readPolicy(trust.bytes) : { ok: false };
  $('policy-names').hidden = !read.ok;
  if (read.ok) $('policy-names').lastElementChild.replaceChildren(...items([...read.logs.map(key => `${words.log} ${key.name}+${key.id}`), ...[...read.witnesses].map(([name, key]) => `${words.witness} ${name}: ${key.name}+${key.id}`)]));
}

// --- pictures and the camera -------------------------------------------------------------------------------------------------------

const SIDE_MOST = 1_800; // of what is looked at; a code of 125 modules then has more than four pixels a module on half of the picture
const CODES_MOST = 8;

/** The bytes of every code in a picture: each that is found is painted over, and the picture looked at again. */
function codesIn(image) {
  const found = [];
  for (let i = 0; i < CODES_MOST; i++) {
    const code = decodeCode(image);
    if (!code) break;
    found.push(code.bytes);
    paintOver(image, code.corners);
  }
  return found;
}

function paintOver({ data, width, height }, corners) {
  const [xs, ys] = [corners.map(corner => corner.x), corners.map(corner => corner.y)];
  const clamp = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
  for (let y = clamp(Math.min(...ys), height); y < clamp(Math.max(...ys), height); y++) {
    data.fill(255, 4 * (y * width + clamp(Math.min(...xs), width)), 4 * (y * width + clamp(Math.max(...xs), width)));
  }
}

/** What a source shows, at most so many pixels wide and high. */
function pixelsOf(source, width, height, most) {
  const scale = Math.min(1, most / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

async function codesOfFile(file) {
  const picture = await createImageBitmap(file);
  for (const most of [SIDE_MOST, SIDE_MOST / 2, 3_600]) {
    const found = codesIn(pixelsOf(picture, picture.width, picture.height, most));
    if (found.length > 0) return found;
  }
  return [];
}

let stream = null;

async function scan() {
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 } } });
  } catch {
    table.notice = 'cameraRefused';
    return judgeAndShow();
  }
  $('viewer').hidden = false;
  $('seen').textContent = say().looking;
  $('video').srcObject = stream;
  await $('video').play();
  watch();
}

/** Looks until a receipt or a whole sheet is there, so that the camera never runs longer than it must. */
async function watch() {
  const video = $('video');
  const detector = 'BarcodeDetector' in globalThis ? new globalThis.BarcodeDetector({ formats: ['qr_code'] }) : null;
  for (let round = 0; stream; round++) {
    if (video.videoWidth > 0) {
      // The browser's own reader gives text alone: the bytes of a receipt need ours.
      const texts = detector ? (await detector.detect(video).catch(() => [])).map(code => code.rawValue).filter(text => text.startsWith('COTEJO1')) : [];
      const codes = texts.length > 0 ? texts : detector && round % 3 ? [] : codesIn(pixelsOf(video, video.videoWidth, video.videoHeight, 1_200));
      if (codes.length > 0) {
        await takeAll(codes);
        await judgeAndShow();
        const missing = table.texts[0]?.startsWith('COTEJO1*') && !(await joinSheetParts(table.texts)).ok;
        $('seen').textContent = missing ? document.querySelector('#table li').textContent : '';
        if (!missing && !table.unknown) return halt();
      }
    }
    await new Promise(go => setTimeout(go, 120));
  }
}

function halt() {
  stream?.getTracks().forEach(track => track.stop());
  stream = null;
  $('viewer').hidden = true;
}

/** Takes files of any kind: pictures with codes, proofs, policies, texts. */
async function takeFiles(files) {
  const pieces = [];
  let notice = null;
  for (const file of files) {
    const isPicture = file.type.startsWith('image/');
    if (file.size > (isPicture ? MOST_PICTURE : MOST_TEXT)) notice = 'tooLarge';
    else if (!isPicture) pieces.push(new Uint8Array(await file.arrayBuffer()));
    else {
      const codes = await codesOfFile(file).catch(() => []);
      if (codes.length === 0) notice = 'noCode';
      pieces.push(...codes);
    }
  }
  await takeAll(pieces);
  table.notice = notice;
  await judgeAndShow();
}

// --- a whole publication -------------------------------------------------------------------------------------------------------------

/** The chosen files by their path inside the folder that has a checkpoint at its top. */
function chosen() {
  const files = new Map([...$('site').files].map(file => [file.webkitRelativePath.split('/').slice(1).join('/'), file]));
  return {
    list: async () => [...files].map(([path, file]) => ({ path, size: file.size })),
    read: async path => (files.has(path) ? new Uint8Array(await files.get(path).arrayBuffer()) : undefined),
  };
}

async function verifyWhole() {
  $('site-result').hidden = false;
  const head = (kind, words, summary = '') => {
    $('site-verdict').className = kind;
    $('site-verdict').textContent = words;
    $('site-summary').textContent = summary;
  };
  $('levels').tBodies[0].replaceChildren();
  $('site-problems').replaceChildren();
  const words = say();
  if ($('site').files.length === 0) return head('unchecked', words.noFolder);
  head('', words.working);
  table.site = null;
  const trust = counting();
  const result = await verifySite(chosen(), trust?.isPinned ? trust.bytes : null);
  if (!result.ok) return head('unchecked', words.unread, `${result.code}: ${result.message}`);
  const { levels } = result;
  const states = { proven: words.proven, refuted: words.refutedWord, unchecked: words.uncheckedWord, none: words.none };
  if (result.verdict !== 'refuted') table.site = { sequence: result.sequence, isProven: result.policy !== null && levels.bytes === 'proven' && levels.signatures === 'proven' };
  const isIntact = result.policy === null && result.verdict === 'unchecked' && levels.bytes === 'proven';
  head(result.verdict, isIntact ? words.intact : states[result.verdict], words.counts(result.entries, result.sheets, result.signatures_checked));
  $('levels').tBodies[0].replaceChildren(...Object.entries(levels).map(([level, state]) => {
    const row = document.createElement('tr');
    const why = result.steps[level].filter(step => step.state !== 'proven').map(step => `${step.what}${step.words ? ` (${step.words})` : ''}`).join('; ');
    row.append(...[['th', words[level]], ['td', states[state], state], ['td', why]].map(([tag, text, name]) => Object.assign(document.createElement(tag), { textContent: text, ...(name ? { className: name } : {}), ...(tag === 'th' ? { scope: 'row' } : {}) })));
    return row;
  }));
  $('site-problems').replaceChildren(...items([...result.problems, ...result.findings].map(one => `${one.code} ${one.where}: ${one.message}`)).map(inEnglish));
  await judgeAndShow();
}

// --- the page ----------------------------------------------------------------------------------------------------------------

async function speak() {
  const words = say();
  document.documentElement.lang = language;
  document.title = `${words.title} · Cotejo`;
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = words[element.dataset.say];
  $('language').textContent = words.other;
  $('language').lang = language === 'es' ? 'en' : 'es';
  const hasCamera = Boolean(navigator.mediaDevices?.getUserMedia);
  const { ed25519 } = await platform();
  $('ability').textContent = words.ability(ed25519, await hasOwnEd25519(), hasCamera, 'BarcodeDetector' in globalThis);
  $('scan').hidden = !hasCamera;
  $('no-camera').hidden = hasCamera;
  await showPolicy();
  show();
}

const hasOwnEd25519 = async () => globalThis.crypto?.subtle !== undefined && knows(ED25519);

/** A fault of this page is said, and is no answer about what was looked at. */
const attempting = work => async event => {
  const buttons = document.querySelectorAll('button');
  buttons.forEach(button => { button.disabled = button.id !== 'stop'; });
  try {
    await work(event);
  } catch (error) {
    shown = { kind: 'unchecked', headline: 'cannot', meaning: 'unreadText', facts: [], code: { code: error.name, message: error.message } };
    show();
  } finally {
    buttons.forEach(button => { button.disabled = false; });
  }
};

const on = (id, event, work) => $(id).addEventListener(event, attempting(work));

on('language', 'click', () => { language = language === 'es' ? 'en' : 'es'; return speak(); });
on('take', 'click', async () => {
  table.notice = $('text').value.trim() === '' ? 'emptyText' : null;
  const text = $('text').value;
  $('text').value = '';
  if (text.trim() !== '') await takeAll([text]);
  await judgeAndShow();
});
on('files', 'change', async event => {
  await takeFiles([...event.target.files]);
  event.target.value = '';
});
on('clear', 'click', () => {
  table = emptyTable();
  $('text').value = '';
  return judgeAndShow();
});
on('scan', 'click', scan);
$('stop').addEventListener('click', halt);
on('policy-file', 'change', async event => {
  const [file] = event.target.files;
  if (file && file.size <= MOST_TEXT && (await adopt(new Uint8Array(await file.arrayBuffer())))) await judgeAndShow();
  event.target.value = '';
});
on('pin', 'click', async () => {
  pin(policy.other ?? counting().bytes);
  await showPolicy();
  await judgeAndShow();
});
on('forget', 'click', async () => {
  forget();
  await showPolicy();
  await judgeAndShow();
});
on('verify', 'click', verifyWhole);
addEventListener('dragover', event => event.preventDefault());
addEventListener('drop', attempting(event => {
  event.preventDefault();
  return takeFiles([...event.dataTransfer.files]);
}));

await recall();
await speak();
$('early').hidden = true;
$('page').hidden = false;
