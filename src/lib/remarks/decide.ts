import {
	happened,
	refused,
	unreachable,
	type Act,
	type Decision,
	type Instant,
	type ItemId,
	type PersonId
} from '../kernel/decider.ts';
import type { Command, Event, Refusal } from './contract.ts';
import type { Remarks, Remark } from './remarks.ts';

export interface Facts extends Act {
	readonly isPresent: (person: PersonId) => boolean;
	/** Waits outside a closed session (RE5). */
	readonly isKeptOut: (person: PersonId) => boolean;
	readonly isClosed: boolean;
	readonly itemExists: (item: ItemId) => boolean;
	readonly runningItem: ItemId | null;
	readonly openedAt: Instant | null;
	/** The debrief has begun: remarks are shared and stand (RE4). */
	readonly isDebriefed: boolean;
}

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function decide(state: Remarks, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'remark.post':
			return post(state, command, facts);
		case 'remark.change':
			return withOwn(state, command.remark, facts, () => change(command, facts));
		case 'remark.withdraw':
			return withOwn(state, command.remark, facts, ({ id: remark, person }) =>
				happened({ type: 'remark.withdrawn', remark, person })
			);
		case 'notebook.write':
			return write(state, command, facts);
		case 'notebook.erase': {
			const note = state.notebook.find(({ id }) => id === command.note);
			if (note?.person !== facts.who) return refused('unknown');
			return happened({ type: 'notebook.erased', person: facts.who, note: command.note });
		}
		case 'checklist.tick':
			return happened({
				type: 'checklist.ticked',
				person: facts.who,
				step: command.step,
				done: command.done
			});
		default:
			return unreachable(command);
	}
}

function post(state: Remarks, command: Of<'remark.post'>, facts: Facts): Decision<Event, Refusal> {
	const { ref: remark, item, category, pole, text } = command;
	if (state.remarks.some(({ id }) => id === remark)) return refused('id-taken');
	if (!facts.itemExists(item)) return refused('unknown');
	if (!facts.isPresent(facts.who)) return refused('not-present');
	if (facts.isKeptOut(facts.who)) return refused('closed-session');
	return happened({
		type: 'remark.posted',
		remark,
		person: facts.who,
		item,
		category,
		pole,
		text,
		during: facts.runningItem,
		second: Math.floor((facts.now - (facts.openedAt ?? facts.now)) / 1000),
		closed: facts.isClosed
	});
}

function change(command: Of<'remark.change'>, facts: Facts): Decision<Event, Refusal> {
	if (command.item !== undefined && !facts.itemExists(command.item)) return refused('unknown');
	return happened({ ...command, type: 'remark.changed', person: facts.who });
}

/** Somebody else's remark is one that one does not know of. */
function withOwn(
	{ remarks }: Remarks,
	id: string,
	{ who, isDebriefed }: Facts,
	then: (remark: Remark) => Decision<Event, Refusal>
): Decision<Event, Refusal> {
	const remark = remarks.find((other) => other.id === id);
	if (!remark || remark.withdrawn || remark.person !== who) return refused('unknown');
	return isDebriefed ? refused('wrong-phase') : then(remark);
}

function write(state: Remarks, command: Of<'notebook.write'>, facts: Facts): Decision<Event, Refusal> {
	const { ref: note, item, text } = command;
	const known = state.notebook.find(({ id }) => id === note);
	if (known && known.person !== facts.who) return refused('id-taken');
	if (item !== undefined && !facts.itemExists(item)) return refused('unknown');
	return happened({ type: 'notebook.written', person: facts.who, note, item: item ?? null, text });
}
