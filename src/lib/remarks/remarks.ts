import {
	happened,
	refused,
	unreachable,
	type Act,
	type Decision,
	type Instant,
	type ItemId,
	type Logged,
	type PersonId
} from '../kernel/decider.ts';
import type { Command, Event, Refusal, Words } from './contract.ts';

export interface Remark extends Words {
	readonly id: string;
	readonly person: PersonId;
	readonly at: Instant;
	readonly during: ItemId | null;
	readonly second: number;
	readonly closed: boolean;
	/** Its words are then gone (RE4). */
	readonly withdrawn: boolean;
}

export interface PrivateNote {
	readonly id: string;
	readonly person: PersonId;
	readonly item: ItemId | null;
	readonly text: string;
	readonly at: Instant;
}

/** Of all observers on the server; in a browser what its person may read. */
export interface Remarks {
	readonly remarks: readonly Remark[];
	readonly notebook: readonly PrivateNote[];
	/** Steps that each observer ticked for themselves (RE8). */
	readonly ticks: Readonly<Record<PersonId, readonly string[]>>;
}

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

export const initial: Remarks = { remarks: [], notebook: [], ticks: {} };

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

export function evolve(state: Remarks, event: Logged<Event>): Remarks {
	switch (event.type) {
		case 'remark.posted': {
			const { remark: id, person, item, category, pole, text, at, during, second, closed } = event;
			const made = { id, person, item, category, pole, text, at, during, second, closed, withdrawn: false };
			return { ...state, remarks: [...state.remarks, made] };
		}
		case 'remark.changed':
			return changed(state, event.remark, (remark) => ({
				...remark,
				item: event.item ?? remark.item,
				category: event.category ?? remark.category,
				pole: event.pole ?? remark.pole,
				text: event.text ?? remark.text
			}));
		case 'remark.withdrawn':
			return changed(state, event.remark, (remark) => ({ ...remark, text: '', withdrawn: true }));
		case 'notebook.written': {
			const { note: id, person, item, text, at } = event;
			const others = state.notebook.filter((note) => note.id !== id);
			const first = state.notebook.find((note) => note.id === id);
			return {
				...state,
				notebook: [...others, { id, person, item, text, at: first?.at ?? at }].sort(byTime)
			};
		}
		case 'notebook.erased':
			return { ...state, notebook: state.notebook.filter(({ id }) => id !== event.note) };
		case 'checklist.ticked': {
			const others = (state.ticks[event.person] ?? []).filter((step) => step !== event.step);
			const ticked = event.done ? [...others, event.step] : others;
			return { ...state, ticks: { ...state.ticks, [event.person]: ticked } };
		}
		default:
			return unreachable(event);
	}
}

function changed(state: Remarks, id: string, how: (remark: Remark) => Remark): Remarks {
	return { ...state, remarks: state.remarks.map((remark) => (remark.id === id ? how(remark) : remark)) };
}

const byTime = (a: PrivateNote, b: PrivateNote) => a.at - b.at;

export interface RemarkCount {
	readonly total: number;
	readonly strength: number;
	readonly limit: number;
	readonly suggestion: number;
}

export function countOf({ remarks }: Remarks): RemarkCount {
	const standing = remarks.filter(({ withdrawn }) => !withdrawn);
	const count = (pole: Remark['pole']) => standing.filter((remark) => remark.pole === pole).length;
	return {
		total: standing.length,
		strength: count('strength'),
		limit: count('limit'),
		suggestion: count('suggestion')
	};
}
