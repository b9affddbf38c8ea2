/**
 * A backup is one gzip file: a line of JSON that says what it is, then each table's rows as PostgreSQL's COPY gives
 * them, in pieces that begin with their length, and a line at the end, so that a file that was cut off is known.
 */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

export interface Table {
	readonly name: string;
	readonly columns: readonly string[];
}

export interface Header {
	readonly format: 'hoi-truong-backup/1';
	/** Milliseconds since 1970. */
	readonly at: number;
	/** The `when` of each migration that the database had, oldest first. */
	readonly migrations: readonly number[];
	/** In the order in which they can be filled again. */
	readonly tables: readonly Table[];
	/** The private key that seals, PEM; null where none was made yet. */
	readonly sealKey: string | null;
}

/** The message is one line for whoever gave the file. */
export class UnfitBackup extends Error {
	readonly id = 'unfit-backup';
}

const END = 'end of backup\n';
const FIRST_LINE = 4_000_000;

/**
 * Appears under its name once it is whole and on disk.
 * @param rows  of each table, as COPY gives them
 */
export async function writeBackup(
	path: string,
	header: Header,
	rows: (table: Table) => Promise<Readable>
): Promise<void> {
	const part = `${path}.part`;
	const gzip = createGzip();
	const file = gzip.pipe(createWriteStream(part, { mode: 0o600, flags: 'w' }));
	const written = finished(file);
	// A failing disk is told by `written`; without this the pipe would wait for ever.
	file.on('error', (error) => gzip.destroy(error));
	try {
		await put(gzip, `${JSON.stringify(header)}\n`);
		for (const table of header.tables) {
			for await (const piece of (await rows(table)) as AsyncIterable<Buffer>) {
				await put(gzip, `${piece.length}\n`);
				await put(gzip, piece);
			}
			await put(gzip, '0\n');
		}
		gzip.end(END);
		await written;
		await toDisk(part);
		await rename(part, path);
	} catch (error) {
		gzip.destroy();
		file.destroy();
		await written.catch(() => undefined);
		await rm(part, { force: true });
		throw error;
	}
}

async function put(stream: Writable, data: string | Buffer): Promise<void> {
	if (stream.destroyed) throw stream.errored ?? new Error('the backup cannot be written');
	if (data.length > 0 && !stream.write(data)) await once(stream, 'drain');
}

async function toDisk(path: string): Promise<void> {
	const file = await open(path, 'r+');
	await file.sync().finally(() => file.close());
}

export interface OpenBackup {
	readonly header: Header;
	/** The rows of the next table; to be read to their end before the next is asked for. */
	rows(): AsyncGenerator<Buffer>;
	/** @throws {UnfitBackup} where the file was cut off */
	end(): Promise<void>;
	close(): void;
}

/** @throws {UnfitBackup} for what is no backup, or not whole */
export async function openBackup(path: string): Promise<OpenBackup> {
	const file = createReadStream(path);
	const gunzip = createGunzip();
	file.on('error', (error) => gunzip.destroy(error));
	const bytes = new Bytes(file.pipe(gunzip)[Symbol.asyncIterator]() as AsyncIterator<Buffer>);
	const unfit = (error: unknown): never => {
		throw new UnfitBackup(reason(path, error));
	};
	const close = () => void [file, gunzip].forEach((stream) => stream.destroy());
	try {
		const header = headerIn(await bytes.line(FIRST_LINE));
		return {
			header,
			close,
			async *rows() {
				for (;;) {
					const length = Number(await bytes.line(20).catch(unfit));
					if (!Number.isSafeInteger(length)) unfit(null);
					if (length === 0) return;
					yield await bytes.take(length).catch(unfit);
				}
			},
			async end() {
				if (`${await bytes.line(END.length).catch(unfit)}\n` !== END) unfit(null);
			}
		};
	} catch (error) {
		close();
		return unfit(error);
	}
}

function headerIn(line: string): Header {
	const value = JSON.parse(line) as Header | null;
	if (value?.format !== 'hoi-truong-backup/1') throw new Error('another format');
	return value;
}

function reason(path: string, error: unknown): string {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (code === 'ENOENT') return `There is no file ${path}.`;
	if (/^E[A-Z]+$/.test(code)) return `${path} cannot be read (${code}).`;
	return `${path} is no backup, or not a whole one.`;
}

/** Takes a stream apart by length and by line. */
class Bytes {
	readonly #pieces: AsyncIterator<Buffer>;
	#rest: Buffer = Buffer.alloc(0);

	constructor(pieces: AsyncIterator<Buffer>) {
		this.#pieces = pieces;
	}

	async line(most: number): Promise<string> {
		for (;;) {
			const end = this.#rest.indexOf('\n');
			if (end >= 0) return this.#cut(end + 1).toString('utf8', 0, end);
			if (this.#rest.length > most) throw new Error('no line');
			await this.#more();
		}
	}

	async take(length: number): Promise<Buffer> {
		while (this.#rest.length < length) await this.#more();
		return this.#cut(length);
	}

	#cut(length: number): Buffer {
		const taken = this.#rest.subarray(0, length);
		this.#rest = this.#rest.subarray(length);
		return taken;
	}

	async #more(): Promise<void> {
		const { value, done } = await this.#pieces.next();
		if (done) throw new Error('it ends too early');
		this.#rest = Buffer.concat([this.#rest, value]);
	}
}
