/** The embedded database's password, which lies beside its data. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseFailed } from './database-failed.ts';
import type { Place } from './place.ts';

export async function passwordOf({ root }: Place): Promise<string> {
	const file = fileIn(root);
	if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
	const made = randomBytes(24).toString('base64url');
	// Whole or not at all: an empty file would lock this server out of its own database.
	await writeFile(`${file}.new`, made, { mode: 0o600 });
	await rename(`${file}.new`, file);
	return made;
}

export function passwordRefused({ root, data }: Place): DatabaseFailed {
	return new DatabaseFailed(
		`The database in ${data} refuses the password in ${fileIn(root)}. Put that file back as it was.`
	);
}

function fileIn(root: string): string {
	return join(root, 'postgres-password');
}
