import { setTimeout as pause } from 'node:timers/promises';

/** The database does not let this program work; the message is one line for whoever starts it, without the password. */
export class DatabaseAway extends Error {
	readonly id = 'database-away';
}

/** Longer than the driver tries one connection. */
const PATIENCE_MS = 7_000;

/**
 * What the database at `url` answers to the first question.
 * @throws {DatabaseAway} where it is not there, refuses, or does not answer in time
 */
export async function firstAnswer<T>(asked: Promise<T>, url: string): Promise<T> {
	const answered = new AbortController();
	try {
		return await Promise.race([asked, late(url, answered.signal)]);
	} catch (error) {
		throw inWords(error, url);
	} finally {
		answered.abort();
	}
}

/** The driver calls again and again where somebody takes its calls and speaks something else. */
async function late(url: string, signal: AbortSignal): Promise<never> {
	await pause(PATIENCE_MS, undefined, { signal }).catch(() => {
		// Answered: nobody waits for this any more.
	});
	throw away(url, 'does not answer');
}

/** The same error in words where it comes from the driver or the server; any other error as it is. */
export function inWords(error: unknown, url: string): unknown {
	const source = error instanceof Error && error.cause instanceof Error ? error.cause : error;
	if (!(source instanceof Error) || !('code' in source)) return error;
	const refuses = source.name === 'PostgresError';
	return away(url, refuses ? `refuses: ${firstLine(source)}` : `does not answer (${String(source.code)})`);
}

function away(url: string, what: string): DatabaseAway {
	const { host, pathname } = new URL(url);
	return new DatabaseAway(
		`The database at ${host}${pathname} ${what}. Check DATABASE_URL, and that the server there runs.`
	);
}

function firstLine({ message }: Error): string {
	return message.split('\n')[0] ?? '';
}
