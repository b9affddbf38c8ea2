/** The minutes of a debrief, made from its facts (DB10): what its reader may see of them. */
import { error } from '@sveltejs/kit';
import { board } from '../../src/lib/debrief/board.ts';
import { remarks as words } from '../../src/lib/i18n/vi/remarks.ts';
import { isInDebrief } from '../../src/lib/meeting/readers.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import { enter } from './enter.ts';
import { stateFor } from './room-data.ts';
import { headOf } from './sheets.ts';

export async function debriefSheet(event: Parameters<typeof enter>[0]) {
	const { room, viewer } = await enter(event);
	if (!isInDebrief(room.meeting, viewer.person)) error(404, 'not-found');
	const { meeting } = stateFor(room, viewer);
	const { debrief, people, endedAt, minuteTaker, setup, chair } = meeting;
	if (!debrief) error(404, 'not-found');
	const name = (id: string | null) => (id === null ? '' : (people[id]?.name ?? ''));
	const said = (isMember: boolean) =>
		debrief.statements
			.filter(({ person }) => (people[person]?.kind === 'member') === isMember)
			.map(({ id, person, text }) => ({ id, name: name(person), text }));
	return {
		head: headOf(room),
		model: setup.model,
		heldOn: endedAt ?? setup.plannedStart,
		from: debrief.openedAt,
		to: debrief.closedAt,
		leader: { name: name(debrief.opener), from: unitOf(meeting, debrief.opener) },
		minuteTaker: name(minuteTaker) || name(chair),
		participants: debrief.participants.map((id) => ({ id, name: name(id), from: unitOf(meeting, id) })),
		committee: said(true),
		observers: said(false),
		board: board(meeting.remarks.remarks, Object.keys(words.categories)).map(({ category, remarks }) => ({
			category,
			remarks: remarks.map(({ id, pole, text, person }) => ({
				id,
				pole: words.pole[pole],
				text,
				name: name(person)
			}))
		})),
		points: debrief.points,
		remedies: debrief.remedies.map((remedy) => ({ ...remedy, owner: name(remedy.owner) }))
	};
}

const OFFICE = {
	secretary: 'Bí thư Chi bộ',
	deputy_secretary: 'Phó Bí thư Chi bộ',
	cell_committee_member: 'Chi ủy viên',
	member: 'đảng viên'
} as const;

/** As what somebody takes part. */
function unitOf({ people, minuteTaker }: Meeting, id: string): string {
	const person = people[id];
	if (!person) return '';
	if (person.kind === 'observer') return [person.title, person.organisation].filter(Boolean).join(', ');
	return id === minuteTaker && person.office === 'member' ? 'thư ký cuộc họp' : OFFICE[person.office];
}
