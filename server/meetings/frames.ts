/** The scoring frames that a rule profile may name, as they are copied into a meeting (SC1). */
import * as v from 'valibot';
import anPhu from '../../src/lib/domain/criteria-an-phu-2025.json' with { type: 'json' };
import binhThuan from '../../src/lib/domain/criteria-binh-thuan-overlay.json' with { type: 'json' };
import hd12 from '../../src/lib/domain/criteria-hd12-2018.json' with { type: 'json' };
import hd42 from '../../src/lib/domain/criteria-hd42-2025.json' with { type: 'json' };
import limits from '../../src/lib/domain/criteria-limits.json' with { type: 'json' };
import phuTho from '../../src/lib/domain/criteria-phu-tho-khoi.json' with { type: 'json' };
import { Frame, type Criterion, type Fact, type Limit } from '../../src/lib/scoring/contract.ts';

interface FrameFile {
	readonly id: string;
	readonly title: string;
	readonly groups: readonly GroupFile[];
	readonly grades: Frame['grades'];
}

interface GroupFile {
	readonly code: string;
	readonly title: string;
	readonly maxPoints: number | null;
	readonly items?: readonly ItemFile[];
}

interface ItemFile {
	readonly code: string;
	readonly title: string;
	readonly maxPoints: number | null;
	readonly autoEvidence?: string;
	readonly conditional?: string;
	readonly options?: readonly { readonly label: string; readonly points: number }[];
}

type Limits = Readonly<
	Record<
		string,
		Readonly<
			Record<string, { readonly options: readonly (Limit | null)[]; readonly besides?: readonly string[] }>
		>
	>
>;

const FRAMES: readonly FrameFile[] = [hd42, hd12, anPhu, phuTho];
const OVERLAYS = [binhThuan];
const LIMITS = limits.limits as Limits;

/** What each part of an expression of the files asks about. */
const FACTS: Readonly<Record<string, Fact>> = {
	'meeting.durationMinutes': 'duration',
	'meeting.durationMinutes>=90': 'duration',
	'meeting.durationMinutes>=rule.minimumMinutes': 'duration',
	'meeting.startedOnTime': 'on-time',
	'attendance.rate': 'rate',
	'attendance.rate>=0.90': 'rate',
	'attendance.rate>0.85': 'rate',
	'attendance.unexcused==0': 'unexcused',
	'attendance.maxConsecutiveExcused<=3': 'excused-in-a-row',
	'agenda.requiredItemsPresent': 'agenda-whole',
	'agenda.requiredItemsDone': 'steps-done',
	'agenda.minutes(content.ideology+content.self-criticism)>=15': 'ideology-minutes',
	'draftResolution.exists': 'draft',
	'discussionQuestions.count>0': 'questions',
	'committeeMeeting.minutesExist': 'committee-met',
	'notices.deliveredToAll': 'notified',
	'documents.publishedHoursBefore>=24': 'posted-before',
	'documents.publishedWithinDaysAfter<=2': 'posted-after',
	'minutes.entriesPerAgendaItem>=1': 'minutes-kept',
	'minutes.approvedInMeeting': 'minutes-approved',
	'speeches.distinctSpeakersRatio': 'speakers',
	'reviewMembers.done': 'members-reviewed',
	'selfCriticism.done': 'self-criticism',
	'previousTasks.completedRatio': 'previous-tasks',
	'resolution.voted': 'resolution-voted',
	'tasks.allHaveAssigneeAndDeadline': 'tasks-whole'
};

/** Null for an id that names no frame, or an overlay that there is not. */
export function frameOf(id: string, overlay: string | null = null): Frame | null {
	const file = FRAMES.find((each) => each.id === id);
	const over = OVERLAYS.find((each) => each.id === overlay);
	if (!file || (overlay !== null && !over)) return null;
	return v.parse(Frame, {
		id,
		title: file.title,
		overlay,
		groups: file.groups.map((group) => ({
			code: group.code,
			title: group.title,
			items: itemsOf(group).map((item) => criterion(id, item))
		})),
		grades: file.grades.map(({ code, label, min }) => ({ code, label, min })),
		gradeRules: (over?.gradeRules ?? []).map(({ grade, requiresMaxOn, otherwise }) => ({
			grade,
			otherwise,
			requiresMaxOn: requiresMaxOn.flatMap((name) => mapped(over?.mappingToHd42 ?? {}, name))
		}))
	});
}

/** A group whose items are not published is scored as one. */
function itemsOf({ code, title, maxPoints, items }: GroupFile): readonly ItemFile[] {
	return items ?? [{ code, title, maxPoints }];
}

function mapped(mapping: Readonly<Record<string, string>>, name: string): string[] {
	const code = mapping[name];
	return code === undefined ? [] : [code];
}

function criterion(frame: string, item: ItemFile): Criterion {
	const limit = LIMITS[frame]?.[item.code];
	return {
		code: item.code,
		title: item.title,
		maxPoints: item.maxPoints,
		thematic: item.conditional === 'meeting.includesThematic',
		options: (item.options ?? []).map(({ label, points }, at) => ({
			label,
			points,
			from: limit?.options[at] ?? null
		})),
		evidence: [...factsIn(item.autoEvidence ?? ''), ...((limit?.besides ?? []) as Fact[])]
	};
}

/** @throws where a file asks about what nobody has thought of yet */
function factsIn(expression: string): Fact[] {
	const parts = expression
		.split(/&&|,/)
		.map((part) => part.trim())
		.filter(Boolean);
	return parts.map((part) => {
		const fact = FACTS[part];
		if (!fact) throw new Error(`no fact for ${part}`);
		return fact;
	});
}
