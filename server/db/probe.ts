import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';

/** Who asks whether the database answers wants to know soon. */
const ANSWERS_WITHIN = 2_000;

/** Whether the database answers; one question at a time, however many ask. */
export function probe(sql: Sql): () => Promise<boolean> {
	let asked: Promise<boolean> | null = null;
	const ask = () =>
		sql`select 1`
			.then(
				() => true,
				// Any reason counts alike: the answer is that the database does not answer.
				() => false
			)
			.finally(() => (asked = null));
	return async () => {
		const answered = new AbortController();
		const late = wait(ANSWERS_WITHIN, false, { signal: answered.signal }).catch(() => false);
		asked ??= ask();
		const answer = await Promise.race([asked, late]);
		answered.abort();
		return answer;
	};
}
