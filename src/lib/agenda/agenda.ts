import { unreachable, type Instant, type ItemId, type Logged } from '../kernel/decider.ts';
import type { Event, Item } from './contract.ts';

export interface Run {
	readonly from: Instant;
	readonly to: Instant | null;
}

export interface AgendaItem extends Item {
	readonly state: 'planned' | 'running' | 'done' | 'skipped';
	readonly runs: readonly Run[];
	readonly reason?: string;
}

export interface Agenda {
	readonly items: readonly AgendaItem[];
	readonly running: ItemId | null;
}

export function initial(items: readonly Item[]): Agenda {
	return { items: items.map(planned), running: null };
}

export function find(agenda: Agenda, id: ItemId | null): AgendaItem | undefined {
	return agenda.items.find((item) => item.id === id);
}

/** Whole seconds that the item has run until `now`, over all its runs (AG4). */
export function seconds(item: AgendaItem, now: Instant): number {
	const ms = item.runs.reduce((sum, run) => sum + ((run.to ?? Math.max(now, run.from)) - run.from), 0);
	return Math.floor(ms / 1000);
}

/** The first item after the running one that is still to come; before the opening, the first of all. */
export function next(agenda: Agenda): AgendaItem | undefined {
	const index = agenda.items.findIndex((item) => item.id === agenda.running);
	return agenda.items.slice(index + 1).find((item) => item.state === 'planned');
}

export function evolve(agenda: Agenda, event: Logged<Event>): Agenda {
	switch (event.type) {
		case 'item.started':
			return {
				running: event.item,
				items: change(agenda, event.item, (item) => ({
					...item,
					state: 'running',
					runs: [...item.runs, { from: event.at, to: null }]
				}))
			};
		case 'item.ended':
			return {
				running: null,
				items: change(agenda, event.item, (item) => ({
					...item,
					state: 'done',
					runs: item.runs.map((run) => (run.to === null ? { ...run, to: event.at } : run))
				}))
			};
		case 'item.skipped':
			return {
				...agenda,
				items: change(agenda, event.item, (item) => ({
					...item,
					state: 'skipped',
					...(event.reason && { reason: event.reason })
				}))
			};
		case 'item.added':
			return { ...agenda, items: placed(agenda.items, planned(event.item), event.after) };
		case 'item.changed':
			return {
				...agenda,
				items: change(agenda, event.item, (item) => ({
					...item,
					minutes: event.minutes ?? item.minutes,
					responsible: event.responsible === undefined ? item.responsible : event.responsible,
					speakLimitSeconds:
						event.speakLimitSeconds === undefined ? item.speakLimitSeconds : event.speakLimitSeconds
				}))
			};
		case 'item.moved': {
			const moved = find(agenda, event.item);
			if (!moved) return agenda;
			return { ...agenda, items: placed(without(agenda, event.item), moved, event.after) };
		}
		case 'item.removed':
			return { ...agenda, items: without(agenda, event.item) };
		default:
			return unreachable(event);
	}
}

function planned(item: Item): AgendaItem {
	return { ...item, state: 'planned', runs: [] };
}

function change(agenda: Agenda, id: ItemId, how: (item: AgendaItem) => AgendaItem): AgendaItem[] {
	return agenda.items.map((item) => (item.id === id ? how(item) : item));
}

function without(agenda: Agenda, id: ItemId): AgendaItem[] {
	return agenda.items.filter((item) => item.id !== id);
}

function placed(items: readonly AgendaItem[], item: AgendaItem, after: ItemId | null): AgendaItem[] {
	const index = after === null ? 0 : items.findIndex((other) => other.id === after) + 1;
	return [...items.slice(0, index), item, ...items.slice(index)];
}
