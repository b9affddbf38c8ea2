/** What a record tells of the hours after the meeting, to whoever reads it: scores and debrief. */
import { isInDebrief } from '../../src/lib/meeting/readers.ts';
import { isThematic } from '../../src/lib/meeting/state.ts';
import { observers } from '../../src/lib/people/roster.ts';
import type { RecordVisit } from './record.ts';

/** Null where nothing was scored. */
export function recordedScores({ record, meeting }: RecordVisit) {
	const frame = record.setup.rules.scoring;
	const { self, observers: sheets } = record.scores;
	const { supervisor, observerAverage: average } = record.figures.scores;
	if (!frame || (!self && Object.keys(sheets).length === 0)) return null;
	return {
		frame,
		thematic: isThematic(meeting),
		self,
		average,
		observers: observers(meeting.people).flatMap(({ id, name }) => {
			const sheet = sheets[id];
			return sheet ? [{ name, confirms: supervisor?.by === id, sheet }] : [];
		})
	};
}

/** What it came to, for everybody of the meeting once it is closed; its statements for who may take part (DB11). */
export function recordedDebrief({ record, meeting, person, whole }: RecordVisit) {
	const { debrief } = record;
	const isIn = whole || isInDebrief(meeting, person);
	if (!debrief || (debrief.closedAt === null && !isIn)) return null;
	const name = (id: string) => meeting.people[id]?.name ?? '';
	return {
		from: debrief.openedAt,
		to: debrief.closedAt,
		leader: name(debrief.opener),
		participants: debrief.participants.map(name),
		statements: isIn
			? debrief.statements.map(({ id, person: by, text }) => ({ id, name: name(by), text }))
			: [],
		points: debrief.points,
		remedies: debrief.remedies.map((remedy) => ({ ...remedy, owner: name(remedy.owner) }))
	};
}
