/** What the schema cannot say of `setup` (docs/meeting-script.md, sections 2, 3 and 8). */
import { frameOf } from '../../meetings/frames.ts';
import { checkTexts, readMoment } from './check-text.ts';
import { ScriptFault, type ScriptSetup } from './script.ts';

/** @throws {ScriptFault} */
export function checkSetup(setup: ScriptSetup): void {
	checkTexts(setup, '/setup');
	checkIds(setup);
	checkPeople(setup);
	checkMeeting(setup);
	checkMoments(setup);
	checkFrame(setup);
}

/** Every id that `setup` gives, with its path. */
export function idsOf({
	cell,
	members,
	observers,
	meeting,
	agenda,
	draft,
	previousTasks
}: ScriptSetup): [string, string][] {
	const each = (name: string, things: readonly { id: string }[]) =>
		things.map(({ id }, index): [string, string] => [id, `/setup/${name}/${index}/id`]);
	return [
		[cell.id, '/setup/cell/id'],
		[cell.grassrootsParty.id, '/setup/cell/grassrootsParty/id'],
		...each('members', members),
		...each('observers', observers),
		[meeting.id, '/setup/meeting/id'],
		...each('agenda', agenda),
		...(draft ? [[draft.id, '/setup/draft/id'] as [string, string]] : []),
		...each('previousTasks', previousTasks)
	];
}

function checkIds(setup: ScriptSetup): void {
	checkUnique(idsOf(setup), 'this id');
	const labels = setup.draft?.clauses ?? [];
	checkUnique(
		labels.map(({ id }, index) => [id, `/setup/draft/clauses/${index}/id`]),
		'this label'
	);
}

function checkUnique(things: readonly (readonly [string, string])[], what: string): void {
	const seen = new Set<string>();
	for (const [id, path] of things) {
		if (seen.has(id)) throw new ScriptFault(path, `${what} is used twice`);
		seen.add(id);
	}
}

function checkPeople({ members }: ScriptSetup): void {
	const known = new Set(members.map(({ id }) => id));
	members.forEach(({ id, assistedBy, probation }, index) => {
		const path = `/setup/members/${index}`;
		if (assistedBy !== undefined && (assistedBy === id || !known.has(assistedBy)))
			throw new ScriptFault(`${path}/assistedBy`, 'is no other member');
		if (probation && !known.has(probation.helpedBy))
			throw new ScriptFault(`${path}/probation/helpedBy`, 'is no member');
	});
	const officials = members.filter(({ partyStatus }) => partyStatus === 'official').length;
	const committee = members.findIndex(({ role }) => role === 'cell_committee_member');
	if (officials < 9 && committee >= 0) {
		throw new ScriptFault(
			`/setup/members/${committee}/role`,
			'a cell under 9 official members has no committee'
		);
	}
}

function checkMeeting({ members, observers, meeting, agenda }: ScriptSetup): void {
	const chair = members.find(({ id }) => id === meeting.chair);
	if (chair?.role !== 'secretary' && chair?.role !== 'deputy_secretary') {
		throw new ScriptFault('/setup/meeting/chair', 'is neither the secretary nor the deputy');
	}
	const known = new Set([...members, ...observers].map(({ id }) => id));
	if (meeting.facilitator !== undefined && !members.some(({ id }) => id === meeting.facilitator)) {
		throw new ScriptFault('/setup/meeting/facilitator', 'is no member');
	}
	const stranger = agenda.findIndex(({ responsible }) => !known.has(responsible));
	if (stranger >= 0)
		throw new ScriptFault(`/setup/agenda/${stranger}/responsible`, 'is nobody of this meeting');
}

function checkFrame({ rules: { scoringFrame, gradeOverlay } }: ScriptSetup): void {
	if (scoringFrame !== undefined && !frameOf(scoringFrame))
		throw new ScriptFault('/setup/rules/scoringFrame', 'is no scoring frame');
	if (scoringFrame !== undefined && gradeOverlay !== undefined && !frameOf(scoringFrame, gradeOverlay))
		throw new ScriptFault('/setup/rules/gradeOverlay', 'is no overlay');
}

/** One offset in the whole script. */
function checkMoments({ meeting, preparation }: ScriptSetup): void {
	const { offset } = readMoment(meeting.plannedStart, '/setup/meeting/plannedStart');
	const held = preparation?.committeeMeeting;
	for (const name of ['at', 'endedAt'] as const) {
		const path = `/setup/preparation/committeeMeeting/${name}`;
		if (held && readMoment(held[name], path).offset !== offset)
			throw new ScriptFault(path, 'has another offset than the planned start');
	}
}
