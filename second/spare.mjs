// What the verify page brings along for browsers that lack it: the arithmetic of hashes and signatures where WebCrypto is kept from a page or has no Ed25519,
// and a reader of QR codes. The libraries in lib/ are as their makers publish them (docs/decisions/0013-verify-page.md).

import { Point, hashes } from './lib/noble-ed25519/index.js';
import { sha256, sha512 } from './lib/noble-hashes/sha2.js';
import { decodeQR } from './lib/qr/decode.js';
import { useSpare } from './cotejo-verify.mjs';

hashes.sha512 = sha512;

const littleEndian = bytes => BigInt(`0x${Array.from(bytes, octet => octet.toString(16).padStart(2, '0')).reverse().join('')}`);

/**
 * The rule of sheet.md, section 3: S below the group order, and [S]B - [k]A, encoded, is R. The library's own verification multiplies by the cofactor,
 * by which verifiers may differ on signatures that were made to tell them apart; its points are used here instead.
 */
export function isSignature(signature, message, key) {
  if (signature.length !== 64 || key.length !== 32) return false;
  const order = Point.CURVE().n;
  const [r, s] = [signature.subarray(0, 32), littleEndian(signature.subarray(32, 64))];
  if (s >= order) return false;
  let point;
  try {
    point = Point.fromBytes(key, true);
  } catch {
    return false;
  }
  const hashed = new Uint8Array(64 + message.length);
  hashed.set(r);
  hashed.set(key, 32);
  hashed.set(message, 64);
  const k = littleEndian(sha512(hashed)) % order;
  const found = Point.BASE.multiplyUnsafe(s).subtract(point.multiplyUnsafe(k)).toBytes();
  return found.every((octet, i) => octet === r[i]);
}

useSpare({ sha256, ed25519: isSignature });

/** Reads one QR code in pixels {data, width, height}: {bytes, corners}, or undefined. Byte segments come out as they are, whatever they mean as text. */
export function decodeCode(image) {
  let corners;
  try {
    const text = decodeQR(image, {
      timeLimit: 400,
      textDecoder: bytes => String.fromCharCode(...bytes),
      pointsOnDetect: (points, result) => { if (typeof result === 'string') corners = [points.tl, points.tr, points.bl, points.br]; },
    });
    return { bytes: Uint8Array.from(text, character => character.charCodeAt(0)), corners };
  } catch {
    return undefined; // it throws where there is no code
  }
}
