import { happened, refused, unreachable, type Act, type Decision, type PersonId } from '../kernel/decider.ts';
import { find, pending, type Amendment, type Amendments } from './amendments.ts';
import type { Change, Command, Event, Outcome, Refusal } from './contract.ts';
import { takenIn, type Draft } from './draft.ts';

export interface Facts extends Act {
	readonly isRunning: boolean;
	readonly isPresent: (id: PersonId) => boolean;
	/** A question on an amendment or the resolution is put or open, or the resolution is adopted (AM7). */
	readonly isFrozen: boolean;
	/** Whether the question that is put or open is on this amendment. */
	readonly isVotedOn: (amendment: string) => boolean;
	readonly draft: Draft;
}

type Decided = Decision<Event, Refusal>;

export function decide(amendments: Amendments, command: Command, facts: Facts): Decided {
	switch (command.type) {
		case 'amendment.propose':
			return propose(amendments, command, facts);
		case 'amendment.accept':
			return takeIn(amendments, [command.amendment], 'accepted', facts);
		case 'amendment.merge':
			return takeIn(amendments, command.amendments, 'merged', facts);
		case 'amendment.reject': {
			const { amendment: id, reason } = command;
			return whilePending(amendments, id, () =>
				facts.isVotedOn(id) ? refused('vote-already-open') : happened(settled(id, 'rejected', { reason }))
			);
		}
		case 'amendment.withdraw': {
			const amendment = find(amendments, command.amendment);
			if (amendment && amendment.person !== facts.who) return refused('not-allowed');
			return whilePending(amendments, command.amendment, ({ id }) => happened(settled(id, 'withdrawn')));
		}
		default:
			return unreachable(command);
	}
}

type Propose = Extract<Command, { type: 'amendment.propose' }>;

function propose(amendments: Amendments, command: Propose, facts: Facts): Decided {
	const { ref, rationale, basedOn } = command;
	if (facts.isRunning && !facts.isPresent(facts.who)) return refused('not-present');
	if (facts.isFrozen) return refused('text-frozen');
	if (find(amendments, ref)) return refused('id-taken');
	const change = changeOf(command);
	const label = labelOf(command, facts.draft);
	const before = change.kind === 'new-clause' ? '' : facts.draft.text(change.clause);
	if (!takenIn(facts.draft, { change, label, before })) return refused('text-changed');
	return happened({
		type: 'amendment.proposed',
		amendment: ref,
		person: facts.who,
		change,
		label,
		before,
		...(rationale !== undefined && { rationale }),
		...(basedOn !== undefined && { basedOn })
	});
}

function changeOf(command: Propose): Change {
	switch (command.kind) {
		case 'delete-clause':
			return { kind: command.kind, clause: command.clause };
		case 'replace-text':
			return { kind: command.kind, clause: command.clause, find: command.find, text: command.text };
		case 'new-clause':
			return { kind: command.kind, clause: command.ref, after: command.after, text: command.text };
		default:
			return { kind: command.kind, clause: command.clause, text: command.text };
	}
}

function labelOf({ kind, clause }: Propose, draft: Draft): string {
	return kind === 'new-clause' ? clause : (draft.clauses.find(({ id }) => id === clause)?.label ?? '');
}

/** All of them in this order, or none (AM5). */
function takeIn(
	amendments: Amendments,
	ids: readonly string[],
	as: 'accepted' | 'merged',
	facts: Facts
): Decided {
	const no = ids.some((id) => !find(amendments, id)) ? 'unknown' : takingIn(amendments, ids, facts);
	if (no) return refused(no);
	const others = (id: string) => ids.filter((other) => other !== id);
	return happened(...ids.map((id) => settled(id, as, as === 'merged' ? { with: others(id) } : {})));
}

/** Why these cannot be taken in now, in this order; null where they can. Also what putting one to the vote asks. */
export function takingIn(
	amendments: Amendments,
	ids: readonly string[],
	{ isFrozen, draft }: Pick<Facts, 'isFrozen' | 'draft'>
): 'text-frozen' | 'not-pending' | 'text-changed' | null {
	if (isFrozen) return 'text-frozen';
	const chosen = ids.flatMap((id) => find(amendments, id) ?? []);
	if (chosen.length < ids.length || chosen.some(({ outcome }) => outcome)) return 'not-pending';
	return chosen.reduce<Draft | null>((so, amendment) => so && takenIn(so, amendment), draft)
		? null
		: 'text-changed';
}

/** What a closed vote on it means (AM6): nothing where it is not pending any more. */
export function votedOn(
	amendments: Amendments,
	id: string | undefined,
	vote: string,
	passed: boolean
): Event[] {
	const amendment = find(amendments, id);
	if (!amendment || amendment.outcome) return [];
	return [settled(amendment.id, passed ? 'adopted' : 'rejected', { vote })];
}

/** At the end of the meeting (AM8). */
export function lapse(amendments: Amendments): Event[] {
	return pending(amendments).map(({ id }) => settled(id, 'lapsed'));
}

type Settled = Extract<Event, { type: 'amendment.settled' }>;

function settled(
	amendment: string,
	as: Outcome,
	why: Pick<Settled, 'reason' | 'vote' | 'with'> = {}
): Settled {
	return { type: 'amendment.settled', amendment, as, ...why };
}

function whilePending(amendments: Amendments, id: string, then: (amendment: Amendment) => Decided): Decided {
	const amendment = find(amendments, id);
	if (!amendment) return refused('unknown');
	return amendment.outcome ? refused('not-pending') : then(amendment);
}
