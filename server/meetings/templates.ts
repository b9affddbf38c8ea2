import regular from '../../src/lib/domain/agenda-regular.json' with { type: 'json' };
import thematic from '../../src/lib/domain/agenda-thematic.json' with { type: 'json' };
import profiles from '../../src/lib/domain/rule-profiles.json' with { type: 'json' };
import type { Item } from '../../src/lib/agenda/contract.ts';
import type { Setup } from '../../src/lib/meeting/contract.ts';
import type { Member } from '../../src/lib/people/roster.ts';
import { frameOf } from './frames.ts';

export interface TemplateItem {
	readonly code: string;
	readonly title: string;
	readonly phase: 'opening' | 'content' | 'closing';
	readonly responsibleRole: string;
	readonly suggestedMinutes: number;
	readonly required: boolean;
	readonly speakLimitSeconds?: number;
	readonly guidance?: string;
}

export interface Template {
	readonly id: string;
	readonly title: string;
	readonly items: readonly TemplateItem[];
}

/** The agenda template of a type of meeting (S0-3); a combined one runs the regular and then the thematic content. */
export function templateOf(type: Setup['type']): Template {
	const plain = regular as Template;
	const topic = thematic as Template;
	if (type === 'regular') return plain;
	if (type === 'thematic') return topic;
	const content = topic.items.filter((item) => item.phase === 'content' || item.code === 'open.purpose');
	const closing = plain.items.findIndex((item) => item.phase === 'closing');
	const renamed = content.map((item) => ({
		...item,
		code: `thematic.${item.code}`,
		phase: 'content' as const
	}));
	return {
		...plain,
		id: 'agenda-combined-hd42',
		items: [...plain.items.slice(0, closing), ...renamed, ...plain.items.slice(closing)]
	};
}

/** The template's items as facts, and their titles as words; ids `a01 …` in order. */
export function itemsOf(
	type: Setup['type'],
	members: readonly Member[]
): { items: Item[]; titles: Record<string, string> } {
	const items: Item[] = [];
	const titles: Record<string, string> = {};
	templateOf(type).items.forEach((item, index) => {
		const id = `a${String(index + 1).padStart(2, '0')}`;
		titles[id] = item.title;
		items.push({
			id,
			code: item.code,
			phase: item.phase,
			responsible: responsible(item.responsibleRole, members),
			minutes: item.suggestedMinutes,
			required: item.required,
			speakLimitSeconds: item.speakLimitSeconds ?? null
		});
	});
	return { items, titles };
}

function responsible(role: string, members: readonly Member[]): string | null {
	const holder = (office: Member['office']) => members.find((member) => member.office === office)?.id ?? null;
	if (role === 'secretary' || role === 'deputy_secretary' || role === 'cell_committee_member')
		return holder(role) ?? holder('secretary');
	return null;
}

/** The rule profiles that a meeting may be made under, newest first as the file has them. */
export const ruleProfiles = profiles.profiles.map(({ id, title }) => ({ id, title }));

/**
 * A profile as it is copied into a meeting (INV-14).
 * @throws where the id names no profile
 */
export function rulesOf(id: string, type: Setup['type'], memberCount: number): Setup['rules'] {
	const profile = profiles.profiles.find((other) => other.id === id);
	if (!profile) throw new Error(`no rule profile ${id}`);
	const { attendance, votes, postBeforeHours, postAfterDays, scoringFrame, gradeOverlay } = profile;
	const scoring = scoringFrame === null ? null : frameOf(scoringFrame, gradeOverlay);
	const large = profile.minimumMinutesFrom;
	const alone = large && memberCount >= large.members ? large.minutes : profile.minimumMinutes;
	return {
		profile: profile.id,
		attendance: {
			operator: attendance.operator === '>' ? '>' : '>=',
			percent: attendance.percent,
			noUnexcused: attendance.noUnexcused
		},
		minimumMinutes: type === 'combined' ? Math.max(profile.minimumMinutesCombined, alone) : alone,
		voteBase: votes.base === 'list-minus-excused' ? 'list-minus-excused' : 'list',
		...(postBeforeHours !== null && { postBeforeHours }),
		...(postAfterDays !== null && { postAfterDays }),
		...(scoring && { scoring })
	};
}
