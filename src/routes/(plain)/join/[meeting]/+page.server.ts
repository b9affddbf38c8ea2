import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Command } from '#lib/meeting/contract.ts';
import { compareNames } from '#lib/kernel/text.ts';
import { members, observers } from '#lib/people/roster.ts';
import { app } from '../../../../../server/app.ts';
import { hasDoor, standing, takenNames, wayIn } from '../../../../../server/pages/door.ts';
import {
	checked,
	choice,
	line,
	optionalLine,
	picked,
	rejected,
	valuesOf
} from '../../../../../server/pages/forms.ts';
import { deviceOf } from '../../../../../server/pages/session.ts';
import { cellById, personById } from '../../../../../server/people/directory.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function roomOf(id: string) {
	const room = await app().rooms.get(id);
	// As for a meeting that is nobody's business: which ones there are is not told.
	if (!room) redirect(303, '/join');
	return room;
}

export const load: PageServerLoad = async ({ params, locals, cookies }) => {
	const { id, meeting } = await roomOf(params.meeting);
	const stands = standing(meeting, locals.principal);
	if (stands.state === 'inside') redirect(303, `/meetings/${id}`);
	const way = wayIn(app(), cookies, id);
	const mayEnter = way !== null;
	// Without what the screen shows, and without waiting already, this meeting is nobody's business.
	if (!mayEnter && stands.state === 'outside') redirect(303, '/join');
	const { cell, plannedStart, type } = meeting.setup;
	const taken = takenNames(meeting, locals.principal?.account ?? null);
	// The link for guests may go from hand to hand: who belongs to the cell is not told to whoever opens it.
	const names = [
		...(mayEnter && way !== 'invited' ? members(meeting.people) : []),
		...(mayEnter ? observers(meeting.people) : [])
	];
	return {
		stands,
		way,
		meeting: { id, cell: cell.name, plannedStart, type, isOver: meeting.phase === 'ended' },
		names: names
			.sort((a, b) => compareNames(a.name, b.name))
			.map((person) => ({
				id: person.id,
				name: person.name,
				what:
					person.kind === 'observer' ? [person.title, person.organisation].filter(Boolean).join(', ') : null,
				office: person.kind === 'member' ? person.office : null,
				isTaken: taken.has(person.id)
			})),
		guest: await knownGuest(locals.principal?.person ?? null)
	};
};

/** An official of another cell need not type who they are. */
async function knownGuest(id: string | null) {
	const person = id === null ? null : await personById(app().db, id);
	const cell = person && (await cellById(app().db, person.cell));
	return person && cell ? { name: person.name, office: person.office, organisation: cell.name } : null;
}

const Claim = v.object({ member: picked });
const Guest = v.object({
	name: line(80),
	title: optionalLine(200),
	organisation: optionalLine(200),
	mode: choice(['room', 'remote'])
});

/** Sends it under the device's own account, making one where the browser has none yet. */
async function submit(event: RequestEvent, command: Command) {
	const room = await roomOf(event.params.meeting);
	if (!hasDoor(app(), event.cookies, room.id)) redirect(303, '/join');
	const { account, person } = await deviceOf(event);
	return room.submit({ account, person, wallOf: null }, randomUUID(), command);
}

export const actions: Actions = {
	claim: async (event) => {
		const values = await valuesOf(event.request);
		const form = checked(Claim, values);
		if (!form.ok) return fail(400, { ...form.rejected, refused: null });
		const { member } = form.data;
		const { id, meeting } = await roomOf(event.params.meeting);
		const isGuest = wayIn(app(), event.cookies, id) === 'invited';
		if (isGuest && meeting.people[member]?.kind !== 'observer') redirect(303, '/join');
		const answer = await submit(event, { type: 'join.claim', ref: randomUUID(), member });
		if (!answer.ok) return fail(409, { ...rejected(values, {}), refused: answer.code });
		redirect(303, `/join/${event.params.meeting}`);
	},
	knock: async (event) => {
		const values = await valuesOf(event.request);
		const form = checked(Guest, values);
		if (!form.ok) return fail(400, { ...form.rejected, refused: null });
		const { name, title, organisation, mode } = form.data;
		const answer = await submit(event, {
			type: 'join.knock',
			ref: randomUUID(),
			name,
			...(title && { title }),
			...(organisation && { organisation }),
			mode
		});
		if (!answer.ok) return fail(409, { ...rejected(values, {}), refused: answer.code });
		redirect(303, `/join/${event.params.meeting}`);
	}
};
