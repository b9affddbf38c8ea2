/** Makes what a script's `setup` says, with the functions that the product's own pages use. */
import type { App } from '../../app.ts';
import { organisations, people } from '../../db/tables.ts';
import { createMeeting, type FirstWords, type SetupInput } from '../../meetings/create.ts';
import { frameOf } from '../../meetings/frames.ts';
import type {
	Script,
	ScriptDraft,
	ScriptItem,
	ScriptMember,
	ScriptObserver,
	ScriptPreparation,
	ScriptSetup
} from '../script/script.ts';
import type { Prepared } from './asks.ts';

export async function prepare(app: App, { setup }: Script): Promise<Prepared> {
	await makeCell(app, setup);
	const clauses = clauseIds(setup.draft);
	await createMeeting(app, setup.meeting.chair, meetingOf(setup, clauses), wordsOf(setup, clauses));
	const silent = new Set(setup.members.filter(({ device }) => device === 'none').map(({ id }) => id));
	const connected = [...setup.members, ...setup.observers].filter(({ id }) => !silent.has(id));
	const cookies = await Promise.all(connected.map(async ({ id }) => [id, await device(app, id)] as const));
	return { cookies: Object.fromEntries(cookies), wall: await wall(app, setup.meeting.id), clauses };
}

async function makeCell({ db }: App, { cell, members, rules }: ScriptSetup): Promise<void> {
	const { id, name, cellType, place, meetingPlace, grassrootsParty: upper, term } = cell;
	await db
		.insert(organisations)
		.values({ id: upper.id, kind: 'grassroots', name: upper.committeeName.normalize('NFC') });
	await db.insert(organisations).values({
		id,
		parent: upper.id,
		kind: 'cell',
		name: name.normalize('NFC'),
		cellType,
		place,
		meetingPlace,
		ruleProfile: rules.profile,
		term
	});
	await db.insert(people).values(
		members.map(({ birthYear, role, device: kind, ...member }) => ({
			id: member.id,
			cell: id,
			name: member.name.normalize('NFC'),
			partyStatus: member.partyStatus,
			office: role,
			standing: member.standing,
			birthYear: birthYear ?? null,
			hasDevice: kind !== 'none',
			assistedBy: member.assistedBy ?? null
		}))
	);
}

/** Labels may hold any letters, ids may not. */
function clauseIds(draft: ScriptDraft | undefined): Record<string, string> {
	const labels = draft?.clauses.map(({ id }) => id) ?? [];
	return Object.fromEntries(labels.map((label, index) => [label, `c${String(index + 1).padStart(2, '0')}`]));
}

function meetingOf(
	{
		cell,
		meeting,
		rules,
		members,
		observers,
		agenda,
		draft,
		previousTasks,
		programme,
		preparation
	}: ScriptSetup,
	ids: Prepared['clauses']
): SetupInput {
	const {
		id,
		type,
		model,
		topic,
		month,
		plannedStart,
		chair,
		facilitator,
		speakLimitSeconds,
		minutesNumber
	} = meeting;
	const { profile, attendance, minimumMinutes, postBeforeHours, voteBase, scoringFrame, gradeOverlay } =
		rules;
	const scoring = scoringFrame === undefined ? null : frameOf(scoringFrame, gradeOverlay);
	return {
		id,
		cell: { id: cell.id, name: cell.name, upper: cell.grassrootsParty.committeeName },
		type,
		model,
		topic: topic ?? null,
		month,
		plannedStart: Date.parse(plannedStart),
		place: cell.meetingPlace,
		template: null,
		rules: {
			profile,
			attendance,
			minimumMinutes,
			voteBase,
			...(postBeforeHours !== undefined && { postBeforeHours }),
			...(scoring && { scoring })
		},
		onlineCounts: false,
		chair,
		facilitator: facilitator ?? null,
		speakLimitSeconds,
		// Format 1 plays under this preset (docs/meeting-script.md, section 3).
		access: 'chaired',
		people: [...members.map(asMember), ...observers.map(asObserver)],
		items: agenda.map(asItem),
		clauses: (draft?.clauses ?? []).map(({ id: label, fillAfterVote }) => ({
			id: ids[label] ?? label,
			label,
			fillAfterVote: fillAfterVote ?? false
		})),
		resolutionNumber: draft?.number ?? null,
		...(minutesNumber !== undefined && { minutesNumber }),
		previousTasks: previousTasks.map((task) => ({ ...task })),
		programme: programme ?? null,
		...(preparation && { preparation: preparationOf(preparation) })
	};
}

/** The format's questions have no ids; the product's are numbered. */
function preparationOf({
	questions,
	committeeMeeting: held
}: ScriptPreparation): NonNullable<SetupInput['preparation']> {
	return {
		questions: questions.map((text, index) => ({ id: `q${index + 1}`, text })),
		committeeMeeting: held
			? {
					...held,
					present: [...held.present],
					decisions: [...held.decisions],
					at: Date.parse(held.at),
					endedAt: Date.parse(held.endedAt)
				}
			: null
	};
}

type PersonInput = SetupInput['people'][number];

function asMember({
	id,
	name,
	partyStatus,
	role,
	standing,
	device: kind,
	assistedBy
}: ScriptMember): PersonInput {
	return {
		kind: 'member',
		id,
		name,
		partyStatus,
		office: role,
		standing,
		hasDevice: kind !== 'none',
		...(assistedBy && { assistedBy })
	};
}

function asObserver({
	id,
	name,
	title,
	organisation,
	delegation,
	kind: rank,
	mode,
	supervises,
	quota
}: ScriptObserver): PersonInput {
	return {
		kind: 'observer',
		id,
		name,
		title,
		organisation,
		rank,
		mode,
		supervises,
		...(delegation && { delegation }),
		...(quota && { quota })
	};
}

function asItem({
	id,
	code,
	phase,
	responsible,
	minutes,
	required,
	speakLimitSeconds
}: ScriptItem): SetupInput['items'][number] {
	return { id, code, phase, responsible, minutes, required, speakLimitSeconds: speakLimitSeconds ?? null };
}

function wordsOf({ agenda, draft }: ScriptSetup, ids: Prepared['clauses']): FirstWords {
	return {
		titles: Object.fromEntries(agenda.map(({ id, title }) => [id, title])),
		clauses: Object.fromEntries((draft?.clauses ?? []).map(({ id, text }) => [ids[id] ?? id, text])),
		resolutionTitle: draft?.title ?? ''
	};
}

async function device({ auth }: App, person: string): Promise<string> {
	const { account, cookie } = await auth.newDevice();
	await auth.bind(account, person);
	return `${cookie.name}=${cookie.value}`;
}

async function wall({ auth }: App, meeting: string): Promise<string> {
	const { account, cookie } = await auth.newWall();
	await auth.pair(await auth.newPairing(account), meeting);
	return `${cookie.name}=${cookie.value}`;
}
