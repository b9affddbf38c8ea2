import { error, fail, redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { afterwards } from '#lib/amendments/after.ts';
import { compareNames } from '#lib/kernel/text.ts';
import { GUIDES } from '#lib/official/guides.ts';
import { paperOf } from '#lib/official/papers.ts';
import { app } from '../../../../../server/app.ts';
import { choicesIn } from '../../../../../server/official/asked.ts';
import { ofRecord } from '../../../../../server/pages/handbook.ts';
import { papersThere, sourceOf } from '../../../../../server/pages/official.ts';
import {
	adoptedOf,
	readableComments,
	visitRecord,
	type RecordVisit
} from '../../../../../server/pages/record.ts';
import { recordedDebrief, recordedScores } from '../../../../../server/pages/record-after.ts';
import { checked, paragraphs, valuesOf } from '../../../../../server/pages/forms.ts';
import { senderOf } from '../../../../../server/pages/room-data.ts';
import { deletedRecord, mayCorrect, sealingOf } from '../../../../../server/pages/sealing.ts';
import { actor, signedIn } from '../../../../../server/pages/session.ts';
import { personById } from '../../../../../server/people/directory.ts';
import { correct } from '../../../../../server/seals/correct.ts';
import { deleteRecord } from '../../../../../server/seals/delete.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What was deleted meanwhile, in another tab or by somebody else, is said to be deleted. */
async function visitOr(event: Pick<RequestEvent, 'locals' | 'url' | 'params'>): Promise<RecordVisit> {
	const { meeting } = event.params;
	const visit = await visitRecord(app(), signedIn(event), meeting);
	if (visit) return visit;
	if (await deletedRecord(app(), signedIn(event), meeting)) redirect(303, `/records/${meeting}/deleted`);
	error(404);
}

export const load: PageServerLoad = async (event) => {
	const visit = await visitOr(event);
	// The name of a form's act stands in the query as well.
	const query = [...event.url.searchParams].filter(([name]) => !name.startsWith('/'));
	const chosen = choicesIn(new URLSearchParams(query));
	if (!chosen) error(404);
	const { record, meeting, stored, whole } = visit;
	const nameOf = (id: string | null) => (id === null ? '' : (meeting.people[id]?.name ?? ''));
	/** Empty where somebody did it themselves. */
	const writer = (by: string | undefined, whom: string) =>
		by === undefined || by === whom ? '' : nameOf(by);
	const clause = (id: string) =>
		record.documents.resolution.blocks.find((other) => other.id === id)?.label ?? null;
	const source = await sourceOf(app(), visit, chosen);
	return {
		id: record.meeting.id,
		minutes: paperOf(source, 'minutes'),
		hasClosedParts: record.closed.length > 0,
		official: {
			kinds: papersThere(source),
			numbers: source.numbers,
			guides: GUIDES.map(({ id, name }) => ({ id, name })),
			chosen: { form: chosen.guide.id, sign: chosen.onBehalfOf }
		},
		sha256: stored.sha256,
		sealing: await sealingOf(app(), visit),
		handbook: await ofRecord(app(), visit),
		whole,
		meeting: { type: record.meeting.type, month: record.meeting.month, cell: record.meeting.cell },
		rules: record.setup.rules,
		members: record.attendance
			.flatMap(({ person: id, state, stays }) => {
				const person = meeting.people[id];
				return person?.kind === 'member' && state !== null
					? [
							{
								id,
								name: person.name,
								office: person.office,
								partyStatus: person.partyStatus,
								state,
								enteredBy: writer(stays[0]?.enteredBy, id),
								from: stays[0]?.from ?? null,
								to: stays.at(-1)?.to ?? null
							}
						]
					: [];
			})
			.sort((a, b) => compareNames(a.name, b.name)),
		observers: record.attendance.flatMap(({ person: id, stays }) => {
			const person = meeting.people[id];
			return person?.kind === 'observer'
				? [
						{
							id,
							name: person.name,
							title: person.title,
							organisation: person.organisation,
							place: stays[0]?.place ?? null
						}
					]
				: [];
		}),
		items: record.items.map(({ id, title, minutes, state, seconds, reason, runs }) => ({
			id,
			title,
			minutes,
			state,
			seconds,
			reason: reason ?? null,
			from: runs[0]?.from ?? null
		})),
		turns: record.floor.turns.map(({ id, person, kind, item, seconds }) => ({
			id,
			name: nameOf(person),
			kind,
			seconds,
			item,
			enteredBy: writer(record.floor.requests.find((request) => request.id === id)?.enteredBy, person)
		})),
		votes: record.votes
			.filter((vote) => vote.state === 'closed')
			.map((vote) => ({
				...vote,
				reserved: vote.reservations.map(({ member, text, at, enteredBy }) => ({
					key: `${member} ${at}`,
					name: nameOf(member),
					text,
					enteredBy: writer(enteredBy, member)
				})),
				recorded: Object.entries(vote.recordedBy).map(([member, by]) => ({
					member,
					name: nameOf(member),
					by: nameOf(by),
					choice: vote.ballots[member] ?? null
				}))
			})),
		adopted: record.adopted && adoptedOf(record, nameOf),
		amendments: record.amendments.map(({ id, person, label, before, rationale, outcome, ...amendment }) => ({
			id,
			name: nameOf(person),
			enteredBy: writer(amendment.enteredBy, person),
			label,
			kind: amendment.change.kind,
			before,
			after: afterwards({ id, person, label, before, outcome, ...amendment }),
			rationale: rationale ?? null,
			outcome: outcome && {
				as: outcome.as,
				reason: outcome.reason ?? null,
				voted: outcome.vote !== undefined
			}
		})),
		comments: readableComments(visit).map(({ id, person, by, on, text, status, reply, writtenAt }) => ({
			id,
			name: nameOf(person),
			enteredBy: writer(by, person),
			item: on.kind === 'item' ? (record.items.find((item) => item.id === on.ref)?.title ?? '') : null,
			clause: on.kind === 'clause' ? clause(on.ref) : null,
			text,
			status,
			reply: reply ?? null,
			writtenAt
		})),
		scores: recordedScores(visit),
		debrief: recordedDebrief(visit),
		figures: record.figures
	};
};

const Correction = v.object({ reason: paragraphs(1000), text: paragraphs(4000) });
const Deletion = v.object({ reason: paragraphs(1000), sure: v.literal('on') });

async function forRecord(event: RequestEvent) {
	const principal = signedIn(event);
	const visit = await visitOr(event);
	return { principal, visit, id: event.params.meeting, values: await valuesOf(event.request) };
}

const blank = { values: {}, errors: {}, refused: null };

export const actions: Actions = {
	seal: async (event) => {
		const { principal, id } = await forRecord(event);
		const room = await app().rooms.get(id);
		const answer = await room?.submit(senderOf(principal), `page-${randomUUID().slice(0, 18)}`, {
			type: 'record.seal'
		});
		if (!answer?.ok)
			return fail(409, {
				...blank,
				refused: answer?.code ?? ('unavailable' as const),
				part: 'seal' as const
			});
		// Once it is on disk the page has its fingerprint to show.
		await app().records.of(id);
		redirect(303, `/records/${id}`);
	},
	correct: async (event) => {
		const { principal, visit, id, values } = await forRecord(event);
		if (!mayCorrect(visit)) error(404);
		const form = checked(Correction, values);
		if (!form.ok) return fail(400, { ...blank, ...form.rejected, part: 'correct' as const });
		const by = actor(principal);
		const name = visit.meeting.people[by]?.name ?? (await personById(app().db, by))?.name ?? '';
		const made = await correct(app(), { meeting: id, by: { id: by, name }, ...form.data });
		if (!made) error(404);
		redirect(303, `/records/${id}#corrections`);
	},
	delete: async (event) => {
		const { principal, visit, id, values } = await forRecord(event);
		if (!visit.rights.records) error(404);
		const form = checked(Deletion, values);
		if (!form.ok) return fail(400, { ...blank, ...form.rejected, part: 'delete' as const });
		const made = await deleteRecord(app(), { meeting: id, by: actor(principal), reason: form.data.reason });
		if (!made) error(404);
		app().rooms.forget(id);
		redirect(303, `/records/${id}/deleted`);
	}
};
