import type { PersonId } from '../kernel/decider.ts';
import { percent, byCodeUnit } from '../rollcall/attendance.ts';
import { secondsSpoken, type Floor, type Request, type Turn } from '../speaking/speaking.ts';

export interface SpeakingFigures {
	readonly turns: number;
	readonly totalSeconds: number;
	readonly speakers: number;
	readonly speakerPercent: number | null;
	readonly secondsBySpeaker: Readonly<Record<PersonId, number>>;
	readonly notSpoken: readonly PersonId[];
	readonly overrunSeconds: Readonly<Record<string, number>>;
	readonly longestWaitSeconds: number | null;
	readonly requests: Readonly<Record<'granted' | 'withdrawn' | 'deferred' | 'notReached', number>>;
	readonly presentations: number;
	readonly presentationSeconds: number;
}

interface Ended {
	readonly turn: Turn;
	readonly seconds: number;
}

/** @param inRoom  who counts as having been there, in any order */
export function speakingFigures(
	floor: Floor,
	inRoom: readonly PersonId[],
	isMember: (id: PersonId) => boolean
): SpeakingFigures {
	const ended = floor.turns.flatMap((turn): Ended[] =>
		turn.endedAt === null ? [] : [{ turn, seconds: secondsSpoken(turn, turn.endedAt) }]
	);
	const presentations = ended.filter(({ turn }) => turn.kind === 'presentation');
	const speeches = ended.filter(({ turn }) => turn.kind !== 'presentation' && isMember(turn.person));
	const speakers = [...new Set(speeches.map(({ turn }) => turn.person))];
	return {
		turns: speeches.length,
		totalSeconds: total(speeches),
		speakers: speakers.length,
		speakerPercent: percent(speakers.length, inRoom.length),
		secondsBySpeaker: Object.fromEntries(
			speakers.map((person) => [person, total(speeches.filter(({ turn }) => turn.person === person))])
		),
		notSpoken: inRoom.filter((person) => !speakers.includes(person)).sort(byCodeUnit),
		overrunSeconds: Object.fromEntries(speeches.flatMap(overrun)),
		longestWaitSeconds: longestWait(floor),
		requests: {
			granted: count(floor, 'granted'),
			withdrawn: count(floor, 'withdrawn'),
			deferred: count(floor, 'deferred'),
			notReached: count(floor, 'not-reached')
		},
		presentations: presentations.length,
		presentationSeconds: total(presentations)
	};
}

function total(turns: readonly Ended[]): number {
	return turns.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** Only speeches are measured against a limit: a presentation has the length of its item. */
function overrun({ turn, seconds }: Ended): [string, number][] {
	const over = turn.limitSeconds === null ? 0 : seconds - turn.limitSeconds;
	return over > 0 ? [[turn.id, over]] : [];
}

function longestWait({ requests, turns }: Floor): number | null {
	const waits = turns.flatMap((turn) => {
		const asked = turn.invited ? undefined : requests.find(({ id }) => id === turn.id);
		return asked ? [Math.floor((turn.startedAt - asked.at) / 1000)] : [];
	});
	return waits.length === 0 ? null : Math.max(...waits);
}

function count({ requests }: Floor, state: Request['state']): number {
	return requests.filter((request) => request.state === state).length;
}
