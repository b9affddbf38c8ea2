/** The database does not let this program work; the message is one line for whoever starts it, without the password. */
export class DatabaseAway extends Error {
	readonly id = 'database-away';
}

/** The same error in words where it comes from the driver or the server; any other error as it is. */
export function inWords(error: unknown, url: string): unknown {
	const source = error instanceof Error && error.cause instanceof Error ? error.cause : error;
	if (!(source instanceof Error) || !('code' in source)) return error;
	const { host, pathname } = new URL(url);
	const where = `The database at ${host}${pathname}`;
	const said =
		source.name === 'PostgresError' ? `refuses: ${firstLine(source)}` : `does not answer (${source.code})`;
	return new DatabaseAway(`${where} ${said}. Check DATABASE_URL, and that the server there runs.`);
}

function firstLine({ message }: Error): string {
	return message.split('\n')[0] ?? '';
}
