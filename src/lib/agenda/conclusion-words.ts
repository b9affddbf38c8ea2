import data from '../domain/conclusion-words.json' with { type: 'json' };
import type { AgendaItem } from './agenda.ts';
import { nameOf } from './words-to-say.ts';

/** Sentences that a conclusion may begin from: those of the item first, then those of its kind. */
export function conclusionsFor({ code }: Pick<AgendaItem, 'code'>): string[] {
	const table: Readonly<Record<string, readonly string[]>> = data.conclusions;
	const name = nameOf(code ?? '');
	const isVoted = name.startsWith('close.') || name === 'open.agenda' || name === 'open.minute-taker';
	return [...(table[name] ?? []), ...(table[isVoted ? 'vote' : 'content'] ?? [])];
}
