import type { Sql } from 'postgres';
import type { Dossier } from '../../src/lib/seal/dossier.ts';
import type { Entry } from '../../src/lib/seal/chain.ts';
import { chainIn, correctionsIn, keysIn, recordIn } from './stored.ts';

/** Null where no record of the meeting is sealed. */
export async function dossierOf(sql: Sql, meeting: string): Promise<Dossier | null> {
	const found = await sql.begin('isolation level repeatable read read only', async (at) => {
		const [sealed] = await at<{ cell: string; number: number }[]>`
			select cell, number from seals where meeting = ${meeting} and kind = 'record'`;
		if (!sealed) return null;
		const { cell, number } = sealed;
		const record = await recordIn(at, meeting);
		const corrections = [...(await correctionsIn(at, cell))].filter(([, of]) => of.meeting === meeting);
		const links = await chainIn(at, cell);
		const keys = await keysIn(at);
		const contents = [...(record ? [[number, record] as const] : []), ...corrections];
		return {
			format: 'dossier/1' as const,
			cell,
			meeting,
			keys: Object.fromEntries(keys),
			chain: links.map(({ number: place, entry, hash, signature, key }) => ({
				number: place,
				entry: JSON.parse(entry) as Entry,
				hash,
				signature,
				key
			})),
			contents: Object.fromEntries(
				contents.map(([place, { canonical }]) => [String(place), JSON.parse(canonical) as object])
			)
		};
	});
	return found as Dossier | null;
}
