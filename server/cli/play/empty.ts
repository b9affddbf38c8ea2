import { firstHeld } from '../../backup/tables.ts';
import { connect } from '../../db/client.ts';

export class NotEmpty extends Error {
	readonly id = 'not-empty';
}

/**
 * A play leaves a whole meeting behind, so it refuses a database in which anything is kept.
 * @throws {NotEmpty}
 */
export async function assertEmpty(url: string): Promise<void> {
	const { sql, close } = connect(url);
	try {
		const held = await firstHeld(sql);
		if (held)
			throw new NotEmpty(`The database is not empty: ${held} holds something. A play needs an empty one.`);
	} catch (error) {
		if (error instanceof NotEmpty) throw error;
		const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		throw new Error(`The database at DATABASE_URL does not answer: ${why}`, { cause: error });
	} finally {
		await close();
	}
}
