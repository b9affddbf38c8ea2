import assert from 'node:assert/strict';
import type { Command, Event, LoggedEvent, Setup } from '../../src/lib/meeting/contract.ts';
import { decide } from '../../src/lib/meeting/decide.ts';
import type { Facts } from '../../src/lib/meeting/facts.ts';
import { evolve } from '../../src/lib/meeting/evolve.ts';
import { evolveFirst } from '../../src/lib/meeting/first-events.ts';
import { BallotBox } from '../../server/rooms/ballot-box.ts';
import { NO_VOTES } from '../../src/lib/vote/counting.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import type { Member, Observer } from '../../src/lib/people/roster.ts';

/** 2026-11-03 19:30 in Hanoi. */
export const START = Date.UTC(2026, 10, 3, 12, 30);

export function member(id: string, change: Partial<Member> = {}): Member {
	return {
		kind: 'member',
		id,
		name: `Nguyễn Văn ${id}`,
		partyStatus: 'official',
		office: 'member',
		standing: 'active',
		hasDevice: true,
		...change
	};
}

export function observer(id: string, change: Partial<Observer> = {}): Observer {
	return {
		kind: 'observer',
		id,
		name: `Trần Thị ${id}`,
		title: 'Phó Bí thư',
		organisation: 'Đảng ủy phường',
		rank: 'guest_observer',
		mode: 'room',
		supervises: false,
		...change
	};
}

/** m01 chairs, m02 helps at the desk, m03 … are members, o1 and o2 observe; three items and two clauses. */
export function setup(change: Partial<Setup> = {}): Setup {
	return {
		id: 'mtg',
		cell: { id: 'cell', name: 'Chi bộ Tổ dân phố 2', upper: 'Đảng ủy phường' },
		type: 'regular',
		model: true,
		topic: null,
		month: '2026-11',
		plannedStart: START,
		place: 'Nhà văn hóa',
		template: null,
		rules: {
			profile: 'hd42-2025',
			attendance: { operator: '>=', percent: 90, noUnexcused: true },
			minimumMinutes: 90,
			voteBase: 'list'
		},
		onlineCounts: false,
		chair: 'm01',
		facilitator: 'm02',
		speakLimitSeconds: 120,
		access: 'together',
		people: [
			member('m01', { office: 'secretary' }),
			member('m02', { office: 'deputy_secretary' }),
			member('m03'),
			member('m04'),
			member('m05', { hasDevice: false, assistedBy: 'm03' }),
			member('p1', { partyStatus: 'probationary' }),
			observer('o1'),
			observer('o2', { mode: 'remote' })
		],
		items: [
			{
				id: 'a1',
				code: 'open',
				phase: 'opening',
				responsible: 'm01',
				minutes: 5,
				required: true,
				speakLimitSeconds: null
			},
			{
				id: 'a2',
				code: 'talk',
				phase: 'content',
				responsible: 'm03',
				minutes: 20,
				required: false,
				speakLimitSeconds: 60
			},
			{
				id: 'a3',
				code: 'end',
				phase: 'closing',
				responsible: 'm01',
				minutes: 5,
				required: true,
				speakLimitSeconds: null
			}
		],
		clauses: [
			{ id: 'c1', label: 'I.1', fillAfterVote: false },
			{ id: 'c2', label: 'II.2.d', fillAfterVote: false }
		],
		resolutionNumber: null,
		previousTasks: [],
		programme: null,
		...change
	};
}

export type Act = readonly [by: string, command: Command, atSecond?: number];

/** A meeting in which commands are decided one after another, a second apart unless said. */
export class Played {
	meeting: Meeting;
	readonly events: LoggedEvent[] = [];
	#now = START;
	readonly #box = new BallotBox();

	constructor(made: Partial<Setup> = {}, at = START) {
		this.#now = at;
		this.meeting = evolve(null, this.#log('m01', { type: 'meeting.created', setup: setup(made) }));
	}

	/** Whole seconds after the planned start. */
	at(second: number): this {
		this.#now = START + second * 1000;
		return this;
	}

	get now(): number {
		return this.#now;
	}

	/** What comes of one command: the events' types, or the refusal. */
	do(by: string, command: Command, facts: Partial<Facts> = {}): readonly Event['type'][] | string {
		const id = `c${this.events.length}`;
		const decision = decide(this.meeting, command, {
			now: this.#now,
			by,
			device: `device-${by}`,
			roomCode: (code) => code === 'right',
			clauseText: (clause) => (clause === 'c1' ? 'một hai hai ba' : ''),
			noteText: () => 'ghi lại lời nói',
			sectionVersion: () => 'v1',
			version: () => ({ document: 'resolution', seq: 7, sha256: 'abc' }),
			textSeq: () => 7,
			lostAt: null,
			box: this.#box.id,
			tally: (vote) => this.#box.tally(vote) ?? NO_VOTES,
			...facts
		});
		if (command.type === 'ballot.cast') this.#box.hand(by, id, command);
		const events: readonly Event[] =
			'refused' in decision
				? [{ type: 'command.refused', do: command.type, code: decision.refused }]
				: decision.events;
		const onBehalfOf = 'for' in command ? command.for : undefined;
		for (const event of events) this.#fold(this.#log(by, event, onBehalfOf, id));
		this.#now += 1000;
		return 'refused' in decision ? decision.refused : events.map(({ type }) => type);
	}

	/** What the server tells of itself. */
	happen(event: Event): this {
		this.#fold(this.#log('server', event));
		return this;
	}

	/** What pages fold at once they fold as everybody does. */
	#fold(event: LoggedEvent): void {
		const start = { ...this.meeting, recent: null };
		const first = evolveFirst(start, event);
		if (first) assert.deepStrictEqual(first, evolve(start, event));
		this.meeting = evolve(this.meeting, event);
	}

	/** Commands one after another; the test stops where one is refused. */
	all(...acts: readonly (readonly [string, Command])[]): this {
		for (const [by, command] of acts) {
			const result = this.do(by, command);
			if (typeof result === 'string') throw new Error(`${by} ${command.type}: ${result}`);
		}
		return this;
	}

	#log(by: string, event: Event, onBehalfOf?: string, command?: string): LoggedEvent {
		const logged: LoggedEvent = {
			...event,
			seq: this.events.length + 1,
			at: this.#now,
			by,
			...(onBehalfOf && { for: onBehalfOf }),
			...(command && { command })
		};
		this.events.push(logged);
		this.#box.take(logged);
		return logged;
	}
}

export function checkIn(...ids: string[]): (readonly [string, Command])[] {
	return ids.map((id) => [id, { type: 'attendance.check-in', method: 'self' }] as const);
}

/** Opened with m01 to m04 and the probationary member in the room, and o1 joined. */
export function opened(made: Partial<Setup> = {}): Played {
	return new Played(made, START - 60_000)
		.all(...checkIn('m01', 'm02', 'm03', 'm04', 'p1'), ['o1', { type: 'observer.join' }])
		.at(0)
		.all(['m01', { type: 'meeting.open' }]);
}
