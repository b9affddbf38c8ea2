import {
	happened,
	refused,
	unreachable,
	type Decision,
	type ItemId,
	type PersonId
} from '../kernel/decider.ts';
import { ask, isQuestion, isTaken, withWaiting, type Facts } from './asking.ts';
import type { Command, Event, Refusal, TurnKind } from './contract.ts';
import { secondsSpoken, speakingNow, waiting, type Floor, type Request, type Turn } from './speaking.ts';

export type { Facts };

/** How long a point of order may take, unless the chair gives more (SP12). */
export const POINT_OF_ORDER_SECONDS = 60;

export function decide(floor: Floor, command: Command, facts: Facts): Decision<Event, Refusal> {
	switch (command.type) {
		case 'floor.request':
		case 'floor.withdraw':
		case 'floor.end':
			return ask(floor, command, facts);
		case 'floor.grant':
			return grant(floor, command, facts);
		case 'floor.defer':
			return withWaiting(floor, command.request, ({ id }) =>
				happened({ type: 'floor.deferred', request: id, ...(command.reason && { reason: command.reason }) })
			);
		case 'floor.skip':
			return withWaiting(floor, command.request, ({ id }) => move(facts, id, null));
		case 'floor.move':
			return withWaiting(floor, command.request, ({ id }) => move(facts, id, command.before));
		case 'floor.policy':
			return happened({ type: 'floor.policy-chosen', policy: command.policy });
		case 'floor.limits':
			return happened({
				type: 'floor.limited',
				turnSeconds: command.turnSeconds,
				totalMinutes: command.totalMinutes
			});
		case 'floor.groups':
			return command.groups.some(({ members }) => members.some((id) => !facts.person(id)))
				? refused('unknown')
				: happened({ type: 'floor.grouped', groups: command.groups });
		case 'floor.invite':
			return invite(floor, command, facts);
		case 'floor.about': {
			const { turn, question } = command;
			if (!floor.turns.some(({ id }) => id === turn) || !isQuestion(question, facts))
				return refused('unknown');
			return happened({ type: 'floor.attached', turn, question });
		}
		case 'floor.correct':
			return correct(floor, command, facts);
		case 'floor.pause':
			return whileSpeaking(floor, (turn) =>
				turn.pausedAt === null ? happened({ type: 'floor.paused' }) : refused('already-paused')
			);
		case 'floor.resume':
			return whileSpeaking(floor, (turn) =>
				turn.pausedAt === null ? refused('not-paused') : happened({ type: 'floor.resumed' })
			);
		case 'floor.extend':
			return whileSpeaking(floor, () => happened({ type: 'floor.extended', seconds: command.seconds }));
		default:
			return unreachable(command);
	}
}

function grant(
	floor: Floor,
	command: Extract<Command, { type: 'floor.grant' }>,
	facts: Facts
): Decision<Event, Refusal> {
	const asked = floor.requests.find((other) => other.id === command.request);
	if (!asked) return refused('unknown');
	if (facts.person(asked.person)?.kind === 'observer') return refused('observer');
	if (asked.state !== 'waiting') return refused('not-waiting');
	if (!facts.isPresent(asked.person)) return refused('not-present');
	if (speakingNow(floor)) return refused('floor-taken');
	const passedOver = passedOverFor(asked, facts);
	return happened({
		type: 'floor.granted',
		turn: asked.id,
		person: asked.person,
		kind: asked.kind,
		item: facts.runningItem,
		limitSeconds: command.limitSeconds ?? limitOf(asked.kind, facts),
		invited: false,
		...(passedOver > 0 && { passedOver }),
		...(asked.question && { question: asked.question }),
		...topics(asked.kind, asked.person, facts)
	});
}

/** Told with an assigned turn, so that everybody reads the same of it in the minutes (SP15). */
function topics(kind: TurnKind, person: PersonId, { topicsOf }: Facts): { topics?: readonly string[] } {
	const asked = kind === 'assigned' ? topicsOf(person) : [];
	return asked.length > 0 ? { topics: asked } : {};
}

/** Never longer than from its beginning until now (SP16). */
function correct(
	{ turns }: Floor,
	{ turn: id, kind, seconds }: Extract<Command, { type: 'floor.correct' }>,
	{ now }: Facts
): Decision<Event, Refusal> {
	const turn = turns.find((each) => each.id === id);
	if (!turn) return refused('unknown');
	if (turn.endedAt === null) return refused('still-speaking');
	const spoken = seconds ?? secondsSpoken(turn, turn.endedAt);
	if (spoken > Math.ceil((now - turn.startedAt) / 1000)) return refused('too-long');
	return happened({ type: 'floor.corrected', turn: id, kind: kind ?? turn.kind, seconds: spoken });
}

function limitOf(kind: TurnKind, { limitSeconds }: Facts): number | null {
	if (kind === 'presentation') return null;
	return kind === 'point-of-order'
		? Math.min(limitSeconds ?? POINT_OF_ORDER_SECONDS, POINT_OF_ORDER_SECONDS)
		: limitSeconds;
}

/** How many members who could have spoken stood before `asked` (SP11). */
function passedOverFor(asked: Request, facts: Facts): number {
	const places = facts.queue();
	const at = places.findIndex(({ request: { id } }) => id === asked.id);
	return places.slice(0, Math.max(0, at)).filter(({ request: { person }, why: { because } }) => {
		const isReady = because !== 'away' && because !== 'heard' && because !== 'later-item';
		return isReady && facts.person(person)?.kind === 'member';
	}).length;
}

/** @param before  whom to stand before; null for behind everybody */
function move(facts: Facts, id: string, before: string | null): Decision<Event, Refusal> {
	const others = facts.queue().flatMap(({ request }) => (request.id === id ? [] : [request.id]));
	const at = before === null ? others.length : others.indexOf(before);
	if (at < 0) return refused('not-waiting');
	return happened({
		type: 'floor.moved',
		request: id,
		order: [...others.slice(0, at), id, ...others.slice(at)]
	});
}

function invite(
	floor: Floor,
	command: Extract<Command, { type: 'floor.invite' }>,
	facts: Facts
): Decision<Event, Refusal> {
	const person = facts.person(command.to);
	if (!person) return refused('unknown');
	if (isTaken(floor, command.ref)) return refused('id-taken');
	if (!isQuestion(command.question, facts)) return refused('unknown');
	if (person.kind === 'observer' && command.kind !== 'presentation') return refused('observer');
	if (!facts.isPresent(command.to)) return refused('not-present');
	if (speakingNow(floor)) return refused('floor-taken');
	return happened({
		type: 'floor.granted',
		turn: command.ref,
		person: command.to,
		kind: command.kind,
		item: facts.runningItem,
		limitSeconds: command.limitSeconds ?? limitOf(command.kind, facts),
		invited: true,
		...(command.question && { question: command.question }),
		...topics(command.kind, command.to, facts)
	});
}

/** Who still waits when their item ends, or the meeting (`item` null: everybody), was not reached (SP6). */
export function notReached(floor: Floor, item: ItemId | null): Event[] {
	return waiting(floor)
		.filter((request) => item === null || request.item === item)
		.map((request) => ({ type: 'floor.not-reached', request: request.id }));
}

/** A turn that still runs when the meeting ends is ended with it. */
export function cutOff(floor: Floor): Event[] {
	const turn = speakingNow(floor);
	return turn ? [{ type: 'floor.ended', turn: turn.id }] : [];
}

function whileSpeaking(
	floor: Floor,
	then: (turn: Turn) => Decision<Event, Refusal>
): Decision<Event, Refusal> {
	const turn = speakingNow(floor);
	return turn ? then(turn) : refused('not-speaking');
}
