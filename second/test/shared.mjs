// The folder of shared test vectors: $COTEJO_SHARED, else ../shared beside the project. Tests that need it say so where it is absent.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(process.env.COTEJO_SHARED || join(root, '..', 'shared'), 'vectors', 'tlog');

/** The option with which a test is skipped, in words, where the vectors are not there. */
export const needsVectors = { skip: existsSync(folder) ? false : `no shared vectors in ${folder}` };
export const vectorFile = (...path) => readFileSync(join(folder, ...path));

/** A JSON file of vectors; whole numbers above 2^53 become texts, so that none is rounded. */
export const vectors = (...path) => JSON.parse(vectorFile(...path).toString().replace(/: (\d{16,})([,\n])/g, ': "$1"$2'));

export const documentText = name => readFileSync(join(root, 'docs', 'formats', name), 'utf8');
