/** What leads a meeting from its opening to its end: the rules that a desk needs at once. */
import { find, next } from '../agenda/agenda.ts';
import * as Agenda from '../agenda/decide.ts';
import * as Closed from '../closed/decide.ts';
import * as Conclusions from '../conclusions/decide.ts';
import { happened, refused, type Act } from '../kernel/decider.ts';
import { OPENING } from '../minutes/minutes.ts';
import { observers } from '../people/roster.ts';
import * as Speaking from '../speaking/decide.ts';
import { decideEnd } from '../tasks/ending.ts';
import * as Votes from '../vote/vote.ts';
import type { Command, Event } from './contract.ts';
import { speakingFacts, type Facts, type MeetingDecision } from './facts.ts';
import type { Meeting } from './state.ts';

const LEADING = [
	'meeting.open',
	'meeting.end',
	'item.start',
	'item.skip',
	'item.add',
	'item.change',
	'item.move',
	'item.remove',
	'item.conclude',
	'floor.request',
	'floor.withdraw',
	'floor.grant',
	'floor.defer',
	'floor.skip',
	'floor.move',
	'floor.invite',
	'floor.policy',
	'floor.limits',
	'floor.groups',
	'floor.about',
	'floor.correct',
	'floor.pause',
	'floor.resume',
	'floor.extend',
	'floor.end',
	'closed.begin',
	'closed.end'
] as const satisfies readonly Command['type'][];

type Leading = Extract<Command, { type: (typeof LEADING)[number] }>;

export function isLeading(command: Command): command is Leading {
	const types: readonly string[] = LEADING;
	return types.includes(command.type);
}

export function lead(meeting: Meeting, command: Leading, act: Act, facts: Facts): MeetingDecision {
	switch (command.type) {
		case 'meeting.open':
			return open(meeting);
		case 'meeting.end':
			return end(meeting, command.override);
		case 'item.start':
		case 'item.skip':
		case 'item.add':
		case 'item.change':
		case 'item.move':
		case 'item.remove':
			return Agenda.decide(meeting.agenda, command, act);
		case 'item.conclude':
			return Conclusions.decide(command, {
				...act,
				hasRun: (id) => {
					const item = find(meeting.agenda, id);
					return item && item.runs.length > 0;
				},
				areMinutesFrozen: Votes.freezesMinutes(meeting.votes)
			});
		case 'closed.begin':
		case 'closed.end':
			return Closed.decide(meeting.closed, command, {
				...act,
				person: (id) => meeting.people[id],
				observers: observers(meeting.people).map(({ id }) => id),
				section: meeting.agenda.running ?? OPENING
			});
		default:
			return Speaking.decide(meeting.floor, command, speakingFacts(meeting, act, facts));
	}
}

/** Opening starts the first item (script, `meeting.open`). */
function open(meeting: Meeting): MeetingDecision {
	const first = next(meeting.agenda);
	const started = first ? Agenda.start(meeting.agenda, first.id) : happened<Event>();
	return 'refused' in started ? started : happened<Event>({ type: 'meeting.opened' }, ...started.events);
}

/** A question is brought to its end first; then every task has who does it and until when, or there is a reason (TA4). */
function end(meeting: Meeting, override: string | undefined): MeetingDecision {
	if (Votes.current(meeting.votes)) return refused('vote-already-open');
	const decided = decideEnd(meeting.tasks, override);
	return decided === 'tasks-incomplete' ? refused(decided) : happened({ type: 'meeting.ended', ...decided });
}
