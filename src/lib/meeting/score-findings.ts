/** What the room knows about each thing that a scoring frame may ask (`scoring/RULES.md`, SC9-SC11). */
import { find, seconds, type AgendaItem } from '../agenda/agenda.ts';
import type { Instant } from '../kernel/decider.ts';
import { members } from '../people/roster.ts';
import { attendance, percent } from '../rollcall/attendance.ts';
import { countedStays } from '../rollcall/presence.ts';
import type { Fact } from '../scoring/contract.ts';
import type { Finding, Findings, Share } from '../scoring/proposal.ts';
import { isLacking, reviewOf } from '../tasks/tasks.ts';
import { isAdopted } from '../vote/vote.ts';
import { sitting, type Meeting } from './state.ts';
import { stepsOf } from './steps.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Ours (SC10). */
const ON_TIME_MINUTES = 5;
/** Where the profile sets none: a day, as the frames ask. */
const POSTED_HOURS = 24;
/** The least of the time that belongs to ideology, self-criticism and criticism, as the frame that asks for it has it. */
const IDEOLOGY_MINUTES = 15;

/** @param now  while the meeting runs, that moment; its end afterwards */
export function findingsOf(meeting: Meeting, now: Instant): Findings {
	const until = meeting.endedAt ?? now;
	const found: { readonly [Each in Fact]: (meeting: Meeting, until: Instant) => Finding } = {
		duration,
		'on-time': onTime,
		rate,
		unexcused,
		'excused-in-a-row': () => ({ state: 'unknown', share: null, figures: [] }),
		'agenda-whole': agendaWhole,
		draft: ({ clauses }) => counted(clauses.length),
		questions: ({ preparation }) => counted(preparation.questions.length),
		'committee-met': ({ preparation }) => is(preparation.committeeMeeting !== null),
		notified: ({ noticeAt, notified }) => is(noticeAt !== null, [notified]),
		'posted-before': postedBefore,
		'posted-after': () => ({ state: 'later', share: null, figures: [] }),
		'steps-done': stepsDone,
		'minutes-kept': minutesKept,
		speakers,
		'members-reviewed': (of) => held(of, 'content.review-members'),
		'self-criticism': (of) => held(of, 'content.self-criticism'),
		'ideology-minutes': ideologyMinutes,
		'previous-tasks': previousTasks,
		'resolution-voted': (of) => sooner(of, isAdopted(of.votes)),
		'minutes-approved': (of) => sooner(of, areMinutesApproved(of)),
		'tasks-whole': tasksWhole
	};
	return Object.fromEntries(
		Object.entries(found).map(([fact, look]) => [fact, look(meeting, until)])
	) as Findings;
}

function is(holds: boolean, figures: readonly number[] = []): Finding {
	return { state: holds ? 'met' : 'unmet', share: null, figures };
}

function counted(n: number): Finding {
	return is(n > 0, [n]);
}

/** What has not happened may still happen while the meeting runs. */
function sooner({ phase }: Meeting, holds: boolean, figures: readonly number[] = []): Finding {
	return !holds && phase !== 'ended' ? { state: 'later', share: null, figures } : is(holds, figures);
}

function portion([part, whole]: Share, figures: readonly number[]): Finding {
	if (whole === 0) return { state: 'unknown', share: null, figures };
	return { state: part >= whole ? 'met' : 'part', share: [Math.min(part, whole), whole], figures };
}

function duration({ openedAt, phase, setup }: Meeting, until: Instant): Finding {
	const needed = setup.rules.minimumMinutes;
	const minutes = openedAt === null ? 0 : Math.max(0, Math.floor((until - openedAt) / MINUTE));
	const figures = [minutes, needed];
	if (minutes < needed && phase !== 'ended') return { state: 'later', share: null, figures };
	return { ...portion([minutes, needed], figures), minutesShort: Math.max(0, needed - minutes) };
}

function onTime({ openedAt, setup }: Meeting): Finding {
	const late = openedAt === null ? 0 : Math.max(0, Math.floor((openedAt - setup.plannedStart) / MINUTE));
	return is(late <= ON_TIME_MINUTES, [late]);
}

function rate(meeting: Meeting): Finding {
	const { present, summoned, ratePercent, meetsRate } = attendance(sitting(meeting));
	const figures = [present, summoned, ratePercent ?? 0, meeting.setup.rules.attendance.percent];
	if (summoned === 0) return { state: 'unknown', share: null, figures };
	return { state: meetsRate ? 'met' : 'part', share: [present, summoned], figures };
}

function unexcused(meeting: Meeting): Finding {
	const { absentUnexcused } = attendance(sitting(meeting));
	return is(absentUnexcused.length === 0, [absentUnexcused.length]);
}

/** Every part of the meeting has what it must have, and nothing required was left out. */
function agendaWhole({ agenda }: Meeting): Finding {
	const required = agenda.items.filter((item) => item.required);
	const parts = new Set(required.map(({ phase }) => phase));
	return is(parts.size === 3 && required.every(({ state }) => state !== 'skipped'), [required.length]);
}

function postedBefore({ papers, openedAt, setup }: Meeting): Finding {
	const before = papers.map(({ at }) => at).filter((at) => openedAt === null || at < openedAt);
	const needed = setup.rules.postBeforeHours ?? POSTED_HOURS;
	if (before.length === 0) return is(false, [0, 0, needed]);
	const ahead = setup.plannedStart - Math.max(...before);
	return is(ahead >= needed * HOUR, [before.length, Math.max(0, Math.floor(ahead / HOUR)), needed]);
}

function stepsDone(meeting: Meeting): Finding {
	const steps = stepsOf(meeting).filter(({ what }) => 'item' in what);
	const count = (state: string) => steps.filter((step) => step.state === state).length;
	const figures = [count('done'), steps.length, count('missing')];
	if (count('missing') === 0 && meeting.phase !== 'ended') return { state: 'later', share: null, figures };
	return portion([steps.length - count('missing'), steps.length], figures);
}

/** Whether the minutes tell something of each item that was dealt with. */
function minutesKept({ agenda, notes, floor, conclusions }: Meeting): Finding {
	const done = agenda.items.filter(({ state }) => state === 'done' || state === 'running');
	const told = new Set([
		...notes.map(({ item }) => item),
		...floor.turns.map(({ item }) => item),
		...Object.keys(conclusions)
	]);
	const kept = done.filter(({ id }) => told.has(id)).length;
	return portion([kept, done.length], [kept, done.length]);
}

/** A speaker in every second person is enough (SC10); options ask for the exact share. */
function speakers(meeting: Meeting): Finding {
	const here = members(meeting.people).filter(({ id }) => countedStays(sitting(meeting), id).length > 0);
	const spoke = new Set(
		meeting.floor.turns
			.filter(({ kind, endedAt }) => kind !== 'presentation' && endedAt !== null)
			.map(({ person }) => person)
	);
	const n = here.filter(({ id }) => spoke.has(id)).length;
	const figures = [n, here.length, percent(n, here.length) ?? 0];
	if (here.length === 0) return { state: 'unknown', share: null, figures };
	const worth: Share = [2 * n, here.length];
	return { state: 2 * n >= here.length ? 'met' : 'part', share: [n, here.length], worth, figures };
}

function held(meeting: Meeting, code: string): Finding {
	const item = meeting.agenda.items.find((each) => each.code === code);
	if (!item || item.state === 'skipped') return is(false);
	return sooner(meeting, item.runs.length > 0);
}

function ideologyMinutes({ agenda, phase }: Meeting, until: Instant): Finding {
	const isMeant = ({ code }: AgendaItem) => code === 'content.ideology' || code === 'content.self-criticism';
	const items = agenda.items.filter(isMeant);
	const minutes = Math.floor(items.reduce((sum, item) => sum + seconds(item, until), 0) / 60);
	const isOpen = phase !== 'ended' && items.some(({ id }) => find(agenda, id)?.state !== 'done');
	if (minutes < IDEOLOGY_MINUTES && isOpen) return { state: 'later', share: null, figures: [minutes] };
	return is(minutes >= IDEOLOGY_MINUTES, [minutes]);
}

function previousTasks({ tasks }: Meeting): Finding {
	const { total, done, averagePercent } = reviewOf(tasks);
	const tenths = tasks.previous.reduce((sum, task) => sum + Math.round(task.percent * 10), 0);
	return portion([tenths, 1000 * total], [done, total, averagePercent ?? 0]);
}

function areMinutesApproved({ votes }: Meeting): boolean {
	return votes.some(
		({ subject, ...vote }) => subject.kind === 'minutes' && vote.state === 'closed' && vote.passed
	);
}

function tasksWhole(meeting: Meeting): Finding {
	const { assigned } = meeting.tasks;
	const whole = assigned.filter((task) => !isLacking(task)).length;
	const figures = [whole, assigned.length];
	if (assigned.length === 0) return sooner(meeting, false, figures);
	return portion([whole, assigned.length], figures);
}
