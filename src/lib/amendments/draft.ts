/** The draft as amendments see it, and what taking one in makes of it (AM2). */
import type { ClauseId } from '../kernel/decider.ts';
import type { Change } from './contract.ts';

export interface Draft {
	readonly clauses: readonly { readonly id: ClauseId; readonly label: string }[];
	/** NFC. */
	readonly text: (clause: ClauseId) => string;
}

export interface Proposal {
	readonly change: Change;
	readonly label: string;
	readonly before: string;
}

/** The draft with it, or null where it no longer fits (AM3). */
export function takenIn(draft: Draft, { change, label, before }: Proposal): Draft | null {
	if (change.kind === 'new-clause') return withClause(draft, change, label);
	const { clause } = change;
	if (!has(draft, clause)) return null;
	const now = draft.text(clause);
	switch (change.kind) {
		case 'replace-clause':
			return now === before ? withText(draft, clause, change.text) : null;
		case 'delete-clause':
			return now === before ? { ...draft, clauses: draft.clauses.filter(({ id }) => id !== clause) } : null;
		case 'append':
			return withText(draft, clause, now === '' ? change.text : `${now} ${change.text}`);
		case 'replace-text':
			return standsOnce(now, change.find)
				? withText(draft, clause, now.split(change.find).join(change.text))
				: null;
	}
}

function withClause(
	draft: Draft,
	{ clause, after, text }: Extract<Change, { kind: 'new-clause' }>,
	label: string
): Draft | null {
	const { clauses } = draft;
	const isTaken = clauses.some((other) => other.label === label || other.id === clause);
	if (isTaken || (after !== null && !has(draft, after))) return null;
	const index = after === null ? 0 : clauses.findIndex(({ id }) => id === after) + 1;
	const grown = [...clauses.slice(0, index), { id: clause, label }, ...clauses.slice(index)];
	return withText({ ...draft, clauses: grown }, clause, text);
}

function withText(draft: Draft, clause: ClauseId, text: string): Draft {
	return { ...draft, text: (id) => (id === clause ? text : draft.text(id)) };
}

export function has({ clauses }: Draft, clause: ClauseId): boolean {
	return clauses.some(({ id }) => id === clause);
}

function standsOnce(text: string, find: string): boolean {
	const first = text.indexOf(find);
	return first >= 0 && text.indexOf(find, first + 1) < 0;
}
