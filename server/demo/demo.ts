/**
 * A cell, and a second one, each with a meeting that runs: first item open, everybody checked in, observers
 * joined, everybody writes. Made in the product's own ways, so that it is what a real meeting would be.
 */
import { randomBytes } from 'node:crypto';
import type { Command, Setup } from '../../src/lib/meeting/contract.ts';
import type { Office } from '../../src/lib/people/roster.ts';
import { organisations, people } from '../db/tables.ts';
import { createMeeting, type CreateDeps, type SetupInput } from '../meetings/create.ts';
import { resolutionTitle } from '../meetings/skeleton.ts';
import { itemsOf, rulesOf, templateOf } from '../meetings/templates.ts';
import { monthOf } from '../pages/local-time.ts';
import type { Auth } from '../auth/port.ts';
import type { Rooms } from '../rooms/rooms.ts';
import {
	CELL,
	CLAUSES,
	COMMITTEE,
	DELEGATION,
	FORMER_TASKS,
	guest,
	memberName,
	OTHER_CELL
} from './content.ts';

export interface DemoDeps extends CreateDeps {
	readonly auth: Auth;
	readonly rooms: Rooms;
}

export interface DemoOptions {
	readonly members: number;
	readonly observers: number;
	/** How many meetings of the first cell run; the second cell has one. */
	readonly meetings: number;
}

export interface DemoMeeting {
	readonly meeting: string;
	readonly items: readonly string[];
	readonly clauses: readonly string[];
}

export interface Demo extends DemoMeeting {
	readonly otherMeeting: string;
	readonly meetings: readonly DemoMeeting[];
	readonly people: {
		readonly secretary: string;
		readonly members: readonly string[];
		readonly observers: readonly string[];
	};
	/** Ready `Cookie` headers. */
	readonly sessions: {
		readonly secretary: string;
		readonly minuteTaker: string;
		readonly members: readonly string[];
		readonly observer: string;
		readonly observers: readonly string[];
		readonly wall: string;
		readonly admin: string;
		readonly otherSecretary: string;
	};
	/** The secretary's sign-in, for people who try the demo by hand. */
	readonly signIn: { readonly login: string; readonly password: string };
}

interface Cell {
	readonly id: string;
	readonly name: string;
	readonly meetingPlace: string;
	readonly members: Setup['people'] & readonly { readonly kind: string }[];
}

export async function makeDemo(deps: DemoDeps, options: DemoOptions): Promise<Demo> {
	const run = randomBytes(3).toString('hex');
	const committee = `org-${run}`;
	await deps.db.insert(organisations).values({ id: committee, kind: 'grassroots', name: COMMITTEE.name });
	const cell = await makeCell(deps, committee, `cell-${run}`, CELL, options.members);
	const other = await makeCell(deps, committee, `other-${run}`, OTHER_CELL, Math.min(5, options.members));

	const observerIds = Array.from({ length: options.observers }, (_, i) => `o${i + 1}-${run}`);
	const meetings: DemoMeeting[] = [];
	for (let n = 0; n < Math.max(1, options.meetings); n++)
		meetings.push(await makeMeeting(deps, cell, observerIds));
	const otherMeeting = await makeMeeting(deps, other, []);

	const password = randomBytes(6).toString('base64url');
	const login = `bithu-${run}`;
	const [secretary = ''] = cell.members.map(({ id }) => id);
	const staff = await deps.auth.createStaff({ login, password, person: secretary, isAdmin: false });
	const admin = await deps.auth.createStaff({
		login: `quantri-${run}`,
		password: randomBytes(12).toString('base64url'),
		person: null,
		isAdmin: true
	});
	const members = await Promise.all(cell.members.slice(1).map(({ id }) => device(deps.auth, id)));
	const observers = await Promise.all(observerIds.map((id) => device(deps.auth, id)));
	const first = meetings[0] ?? otherMeeting;
	return {
		...first,
		otherMeeting: otherMeeting.meeting,
		meetings,
		people: { secretary, members: cell.members.slice(1).map(({ id }) => id), observers: observerIds },
		sessions: {
			secretary: await session(deps.auth, staff),
			minuteTaker: members[1] ?? members[0] ?? '',
			members,
			observer: observers[0] ?? '',
			observers,
			wall: await wall(deps.auth, first.meeting),
			admin: await session(deps.auth, admin),
			otherSecretary: await device(deps.auth, other.members[0]?.id ?? '')
		},
		signIn: { login, password }
	};
}

async function makeCell(
	{ db }: DemoDeps,
	parent: string,
	id: string,
	words: typeof CELL,
	count: number
): Promise<Cell> {
	const { name, place, meetingPlace } = words;
	await db
		.insert(organisations)
		.values({ id, parent, kind: 'cell', cellType: 'neighbourhood', name, place, meetingPlace });
	const rows = Array.from({ length: Math.max(3, count) }, (_, n) => ({
		id: `m${String(n + 1).padStart(2, '0')}-${id.split('-')[1]}${id.startsWith('other') ? 'b' : ''}`,
		cell: id,
		name: memberName(id.startsWith('other') ? n + 40 : n),
		partyStatus: n > 0 && n % 12 === 11 ? ('probationary' as const) : ('official' as const),
		office: officeOf(n),
		standing: 'active' as const
	}));
	await db.insert(people).values(rows);
	const members = rows.map(({ id: person, name: called, partyStatus, office, standing }) => ({
		kind: 'member' as const,
		id: person,
		name: called,
		partyStatus,
		office,
		standing,
		hasDevice: true
	}));
	return { id, name, meetingPlace, members };
}

function officeOf(n: number): Office {
	if (n === 0) return 'secretary';
	if (n === 1) return 'deputy_secretary';
	return n < 5 ? 'cell_committee_member' : 'member';
}

async function makeMeeting(deps: DemoDeps, cell: Cell, observers: readonly string[]): Promise<DemoMeeting> {
	const now = deps.clock();
	const id = randomBytes(9).toString('base64url').replace(/^[-_]/, 'a');
	const members = cell.members.flatMap((person) => (person.kind === 'member' ? [person] : []));
	const { items, titles } = itemsOf('regular', members);
	const clauses = CLAUSES.map(([label], n) => ({
		id: `c${String(n + 1).padStart(2, '0')}`,
		label,
		fillAfterVote: false
	}));
	const [chair, facilitator, minuteTaker] = members.map((member) => member.id);
	if (!chair || !facilitator || !minuteTaker) throw new Error('a demo cell has three members or more');
	await createMeeting(
		deps,
		chair,
		{
			id,
			cell: { id: cell.id, name: cell.name, upper: COMMITTEE.name },
			type: 'regular',
			model: true,
			topic: null,
			month: monthOf(now),
			plannedStart: Math.floor(now / 60_000) * 60_000,
			place: cell.meetingPlace,
			template: templateOf('regular').id,
			rules: rulesOf('hd42-2025', 'regular', members.length),
			onlineCounts: false,
			chair,
			facilitator,
			speakLimitSeconds: 120,
			access: 'together',
			people: [...members, ...observers.map(asObserver)],
			items,
			clauses,
			resolutionNumber: null,
			previousTasks: formerTasks(members.map((member) => member.id))
		},
		{
			titles,
			clauses: Object.fromEntries(clauses.map((clause, n) => [clause.id, CLAUSES[n]?.[1] ?? ''])),
			resolutionTitle: resolutionTitle('regular', monthOf(now))
		}
	);
	await hold(deps, id, chair, [
		{ type: 'attendance.check-in-all', members: members.map((member) => member.id) },
		...observers.map((observer): Command => ({ type: 'observer.join', for: observer })),
		{ type: 'meeting.open' },
		{ type: 'minutes.appoint', to: minuteTaker }
	]);
	return { meeting: id, items: items.map((item) => item.id), clauses: clauses.map((clause) => clause.id) };
}

function formerTasks(members: readonly string[]): NonNullable<SetupInput['previousTasks']> {
	return FORMER_TASKS.map(({ owner, ...task }, n) => ({
		...task,
		id: `p${n + 1}`,
		owner: members[owner % members.length] ?? null
	}));
}

function asObserver(id: string, n: number): Setup['people'][number] {
	const rank = n === 0 ? 'delegation_head' : 'guest_observer';
	const inRoom = n < 3;
	return {
		kind: 'observer',
		id,
		...guest(n),
		rank,
		mode: inRoom ? 'room' : 'remote',
		supervises: n === 0,
		...(inRoom && { delegation: DELEGATION })
	};
}

/** @throws where a command is refused: the demo is then not what it says */
async function hold(
	{ rooms }: DemoDeps,
	meeting: string,
	chair: string,
	commands: readonly Command[]
): Promise<void> {
	const room = await rooms.get(meeting);
	if (!room) throw new Error(`the demo's meeting ${meeting} is not there`);
	for (const [n, command] of commands.entries()) {
		const answer = await room.submit({ account: chair, person: chair, wallOf: null }, `demo-${n}`, command);
		if (!answer.ok) throw new Error(`the demo's ${command.type} was refused: ${answer.code}`);
	}
}

async function device(auth: Auth, person: string): Promise<string> {
	const { account } = await auth.newDevice();
	await auth.bind(account, person);
	return session(auth, account);
}

async function wall(auth: Auth, meeting: string): Promise<string> {
	const { account } = await auth.newWall();
	await auth.pair(await auth.newPairing(account), meeting);
	return session(auth, account);
}

async function session(auth: Auth, account: string): Promise<string> {
	const { name, value } = await auth.issueSession(account);
	return `${name}=${value}`;
}
