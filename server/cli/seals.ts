/** `verify`, `checkpoint`, `seal-key`: whether what was sealed still holds (docs/cli.md). */
import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { checkDossier, dossierIn } from '../../src/lib/seal/dossier.ts';
import { checkFiles, takenAway, type FileFinding } from '../../src/lib/seal/files.ts';
import { bytesOf, keyId } from '../../src/lib/seal/chain.ts';
import { checkpointIn, isSigned, type Checkpoint } from '../../src/lib/seal/checkpoint.ts';
import { type Head } from '../../src/lib/seal/line.ts';
import { readConfig } from '../config.ts';
import { checkpointOf } from '../seals/checkpoint.ts';
import { keyInFile, type SealKey } from '../seals/keys.ts';
import { tools } from '../seals/tools.ts';
import { verifyDatabase, type Finding } from '../seals/verify.ts';
import { withDatabase } from './tools.ts';

export class UnfitInput extends Error {
	readonly id = 'unfit-input';
}

/** Where the keys came from that the signatures were checked with. */
type Trust = 'given' | 'own' | 'inside';

export interface Verdict {
	readonly ok: boolean;
	readonly cells: number;
	readonly entries: number;
	readonly records: number;
	readonly deleted: number;
	/** Ids. */
	readonly keys: readonly string[];
	readonly trust: Trust;
	/** How many files of a ZIP were checked; null for the database, and for a record that was taken away alone. */
	readonly files: number | null;
	readonly findings: readonly (Finding | FileFinding)[];
}

export interface VerifyOptions {
	/** Files with public keys. */
	readonly key: readonly string[];
	/** Files, or the lines themselves. */
	readonly checkpoint: readonly string[];
}

/** @param file  a dossier; null for the database */
export async function verify(
	env: NodeJS.ProcessEnv,
	file: string | null,
	options: VerifyOptions
): Promise<Verdict> {
	const given = new Map(
		await Promise.all(options.key.map(async (path) => publicKeyIn(await read(path), path)))
	);
	const checkpoints = await Promise.all(options.checkpoint.map(checkpointAt));
	const heads = checkpoints.flatMap((each) => ('heads' in each ? each.heads : each));
	if (file !== null) return ofDossier(await bytesOfFile(file), file, given.size > 0 ? given : null, heads);
	const own = given.size > 0 ? null : await keyInFile(readConfig(env).sealKey);
	const trusted = own ? new Map([[own.id, own.publicKey]]) : given.size > 0 ? given : null;
	const found = await withDatabase(env, ({ sql }) =>
		verifyDatabase(sql, { keys: trusted, checkpoints: heads })
	);
	const whole = checkpoints.filter((each) => 'heads' in each);
	const findings = [...found.findings, ...unsigned(whole, trusted)];
	const trust = given.size > 0 ? 'given' : own ? 'own' : 'inside';
	return { ok: findings.length === 0, ...found, trust, files: null, findings };
}

function ofDossier(
	bytes: Uint8Array,
	file: string,
	trusted: ReadonlyMap<string, string> | null,
	heads: readonly Head[]
): Verdict {
	const taken = takenAway(bytes);
	const dossier = taken && dossierIn(taken.sealed);
	if (!dossier) throw new UnfitInput(`${file} is no dossier of a sealed record.`);
	const { findings, entries, record } = checkDossier(dossier, trusted, heads, tools);
	const files = taken.files && checkFiles(taken.files, dossier, trusted, tools);
	const isDeleted = [...entries.values()].some(
		({ kind, meeting }) => kind === 'deletion' && meeting === dossier.meeting
	);
	return {
		ok: findings.length === 0 && (files?.findings ?? []).length === 0 && record !== null,
		cells: 1,
		entries: entries.size,
		records: record && !isDeleted ? 1 : 0,
		deleted: isDeleted ? 1 : 0,
		keys: [...new Set(dossier.chain.map(({ key }) => key))].sort(),
		trust: trusted ? 'given' : 'inside',
		files: files?.count ?? null,
		findings: [...findings.map((finding) => ({ ...finding, cell: dossier.cell })), ...(files?.findings ?? [])]
	};
}

/** A list of heads that was not signed as it stands; without its key nothing can be said of it. */
function unsigned(
	checkpoints: readonly Checkpoint[],
	trusted: ReadonlyMap<string, string> | null
): Finding[] {
	return checkpoints
		.filter((checkpoint) => trusted?.has(checkpoint.key) && !isSigned(checkpoint, trusted, tools))
		.map(() => ({ fault: 'checkpoint-unsigned', cell: null, number: null, meeting: null }));
}

/** @throws where no record was sealed by this installation yet */
export async function ownKey(env: NodeJS.ProcessEnv): Promise<SealKey> {
	const { sealKey } = readConfig(env);
	const key = await keyInFile(sealKey);
	if (!key) throw new Error(`There is no key at ${sealKey}: it is made when the first record is sealed.`);
	return key;
}

export async function checkpoint(env: NodeJS.ProcessEnv): Promise<Checkpoint> {
	const key = await ownKey(env);
	return withDatabase(env, ({ sql }) => checkpointOf(sql, key, Date.now()));
}

async function checkpointAt(given: string): Promise<Checkpoint | readonly [Head]> {
	const found = checkpointIn(given) ?? checkpointIn(await read(given));
	if (!found) throw new UnfitInput(`${given} is no checkpoint.`);
	return found;
}

function publicKeyIn(text: string, file: string): [id: string, publicKey: string] {
	const line = text.trim();
	const publicKey = bytesOf(line)?.length === 32 ? line : fromPem(line);
	if (!publicKey) throw new UnfitInput(`${file} is no Ed25519 key.`);
	return [keyId(publicKey, tools), publicKey];
}

function fromPem(pem: string): string | null {
	try {
		const key = createPublicKey(pem);
		return key.asymmetricKeyType === 'ed25519' ? (key.export({ format: 'jwk' }).x ?? null) : null;
	} catch {
		return null;
	}
}

async function read(path: string): Promise<string> {
	return new TextDecoder().decode(await bytesOfFile(path));
}

async function bytesOfFile(path: string): Promise<Uint8Array> {
	return readFile(path).catch((error: NodeJS.ErrnoException) => {
		throw new UnfitInput(
			error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${error.code}).`
		);
	});
}

const FAULTS: Record<Finding['fault'] | FileFinding['fault'], string> = {
	missing: 'the entry is missing',
	extra: 'there is an entry too many',
	changed: 'the entry was changed, or what stood before it',
	misplaced: 'the entry belongs elsewhere',
	unsigned: 'the signature is not right',
	'unknown-key': 'it was signed with a key that is not trusted; --key FILE names one that is',
	'key-changed': 'a public key was changed',
	'key-extra': 'there is a key that signed nothing',
	'content-changed': 'what was sealed was changed',
	'content-missing': 'what was sealed is missing',
	'content-extra': 'there is content that was never sealed, or that was deleted',
	'column-changed': 'a column beside what was sealed was changed',
	'log-changed': 'the log of the meeting was changed',
	'not-in-chain': 'the record was sealed, but the chain does not have it',
	cut: 'the checkpoint knows more: the end of the chain was cut off',
	'unlike-checkpoint': 'the checkpoint saw another entry here',
	'checkpoint-unsigned': 'the checkpoint itself was changed, or its key is not known',
	'file-changed': 'the file was changed',
	'file-missing': 'the file is missing',
	'file-extra': 'there is a file that the list does not name',
	'list-missing': 'the list of the files is missing',
	'list-unsigned': 'the list of the files was changed, or its key is not trusted',
	'list-other': 'the list of the files belongs to another record'
};

const TRUST: Record<Trust, string> = {
	given: 'Checked with the keys given.',
	own: 'Checked with the key of this installation.',
	inside: 'Checked with the keys that lie beside the seals; --key FILE checks with one from elsewhere.'
};

/** What a person reads: one line for each thing that does not hold, and one that sums up. */
export function linesOf(verdict: Verdict): string[] {
	const { findings, cells, entries, records, deleted, keys, trust, files } = verdict;
	const chains = `${many(entries, 'entry', 'entries')} in ${many(cells, 'chain', 'chains')}`;
	const sums = `${chains}: ${many(records, 'record', 'records')} whole, ${deleted} deleted; keys: ${keys.join(', ') || 'none'}.`;
	const found = findings.map((finding) => {
		const place = placeOf(finding);
		return place ? `${place}: ${FAULTS[finding.fault]}` : FAULTS[finding.fault];
	});
	const last =
		found.length === 0 ? 'Everything holds.' : `${many(found.length, 'thing does', 'things do')} not hold.`;
	const inZip = files === null ? [] : [`${many(files, 'file', 'files')} checked against the signed list.`];
	return [...found, sums, ...inZip, TRUST[trust], last];
}

function placeOf(finding: Finding | FileFinding): string {
	if ('file' in finding) return finding.file === null ? '' : `file ${finding.file}`;
	const { cell, number, meeting } = finding;
	const where = [
		cell !== null && `cell ${cell}`,
		number !== null && `entry ${number}`,
		meeting !== null && `meeting ${meeting}`
	];
	return where.filter((part) => part !== false).join(', ');
}

function many(count: number, one: string, more: string): string {
	return `${count} ${count === 1 ? one : more}`;
}
