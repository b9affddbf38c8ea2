import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * What is made once and kept for this account alone: the words of the file, or `made` where there is none yet.
 * Linked in whole: a file cut off in the middle would be an empty secret for ever.
 */
export async function keptOnce(file: string, made: () => string): Promise<string> {
	const there = await readFile(file, 'utf8').catch(ifAbsent);
	if (there !== null) return there;
	const aside = `${file}.${randomBytes(6).toString('hex')}`;
	await mkdir(dirname(file), { recursive: true });
	await writeFile(aside, made(), { mode: 0o600 });
	try {
		await link(aside, file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	} finally {
		await rm(aside, { force: true });
	}
	return readFile(file, 'utf8');
}

export function ifAbsent(error: NodeJS.ErrnoException): null {
	if (error.code === 'ENOENT') return null;
	throw error;
}
