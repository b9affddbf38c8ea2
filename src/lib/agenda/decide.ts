import { happened, refused, unreachable, type Act, type Decision, type ItemId } from '../kernel/decider.ts';
import type { Command, Event, Item, Refusal } from './contract.ts';
import { find, type Agenda } from './agenda.ts';

export function decide(agenda: Agenda, command: Command, _act: Act): Decision<Event, Refusal> {
	switch (command.type) {
		case 'item.start':
			return start(agenda, command.item);
		case 'item.skip':
			return skip(agenda, command);
		case 'item.add':
			if (find(agenda, command.ref)) return refused('id-taken');
			if (command.after !== null && !find(agenda, command.after)) return refused('unknown');
			return happened({ type: 'item.added', item: made(command), after: command.after });
		case 'item.change': {
			if (!find(agenda, command.item)) return refused('unknown');
			const { type: _, ...changes } = command;
			return happened({ type: 'item.changed', ...changes });
		}
		case 'item.move':
			if (command.after !== null && !find(agenda, command.after)) return refused('unknown');
			return whenUntouched(agenda, command, () => happened({ ...command, type: 'item.moved' }));
		case 'item.remove':
			return whenUntouched(agenda, command, () => happened({ ...command, type: 'item.removed' }));
		default:
			return unreachable(command);
	}
}

/** The events that start `id` and end what runs (AG2); shared with the opening, which starts the first item. */
export function start(agenda: Agenda, id: ItemId): Decision<Event, Refusal> {
	const item = find(agenda, id);
	if (!item) return refused('unknown');
	if (agenda.running === id) return refused('already-running');
	return happened(...end(agenda), { type: 'item.started', item: id });
}

export function end(agenda: Agenda): Event[] {
	return agenda.running === null ? [] : [{ type: 'item.ended', item: agenda.running }];
}

function skip(
	agenda: Agenda,
	{ item: id, reason }: { item: ItemId; reason?: string }
): Decision<Event, Refusal> {
	const item = find(agenda, id);
	if (!item) return refused('unknown');
	if (item.required && !reason) return refused('reason-needed');
	if (item.state !== 'planned') return refused('already-started');
	return happened({ type: 'item.skipped', item: id, ...(reason && { reason }) });
}

function whenUntouched(
	agenda: Agenda,
	{ item: id, reason }: { item: ItemId; reason?: string },
	then: () => Decision<Event, Refusal>
): Decision<Event, Refusal> {
	const item = find(agenda, id);
	if (!item) return refused('unknown');
	if (item.runs.length > 0) return refused('already-started');
	if (item.required && !reason) return refused('reason-needed');
	return then();
}

function made(command: Extract<Command, { type: 'item.add' }>): Item {
	const { ref, phase, minutes, responsible } = command;
	return {
		id: ref,
		code: null,
		phase,
		minutes,
		responsible: responsible ?? null,
		required: false,
		speakLimitSeconds: null
	};
}
