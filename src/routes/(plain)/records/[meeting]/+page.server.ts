import { error } from '@sveltejs/kit';
import { afterwards } from '#lib/amendments/after.ts';
import { compareNames } from '#lib/kernel/text.ts';
import { GUIDES } from '#lib/official/guides.ts';
import { app } from '../../../../../server/app.ts';
import { choicesIn } from '../../../../../server/official/asked.ts';
import { papersThere, sourceOf } from '../../../../../server/pages/official.ts';
import {
	adoptedOf,
	paragraphsOf,
	readableComments,
	visitRecord
} from '../../../../../server/pages/record.ts';
import { recordedDebrief, recordedScores } from '../../../../../server/pages/record-after.ts';
import { signedIn } from '../../../../../server/pages/session.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const visit = await visitRecord(app(), signedIn(event), event.params.meeting);
	const chosen = choicesIn(event.url.searchParams);
	if (!visit || !chosen) error(404);
	const { record, meeting, stored, whole } = visit;
	const nameOf = (id: string | null) => (id === null ? '' : (meeting.people[id]?.name ?? ''));
	/** Empty where somebody did it themselves. */
	const writer = (by: string | undefined, whom: string) =>
		by === undefined || by === whom ? '' : nameOf(by);
	const block = ({ id, label, title, content }: (typeof record.documents.minutes.blocks)[number]) => ({
		id,
		label,
		title,
		paragraphs: paragraphsOf(meeting, content)
	});
	const clause = (id: string) =>
		record.documents.resolution.blocks.find((other) => other.id === id)?.label ?? null;
	return {
		id: record.meeting.id,
		official: {
			kinds: papersThere(await sourceOf(app(), visit, chosen)),
			guides: GUIDES.map(({ id, name }) => ({ id, name })),
			chosen: { form: chosen.guide.id, sign: chosen.onBehalfOf }
		},
		sha256: stored.sha256,
		whole,
		meeting: {
			...record.meeting,
			chair: nameOf(record.meeting.chair),
			facilitator: nameOf(record.meeting.facilitator),
			minuteTaker: nameOf(record.meeting.minuteTaker)
		},
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
		minutes: record.documents.minutes.blocks.map(block),
		resolution: record.documents.resolution.blocks.map(block),
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
		closed: record.closed.map(({ number, from, to, document }) => ({
			number,
			from,
			to,
			blocks: document.blocks.map(block)
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
