/** A meeting as the page asks for it, made into everything that the room starts from. */
import { randomBytes } from 'node:crypto';
import type { App } from '../app.ts';
import type { Setup } from '../../src/lib/meeting/contract.ts';
import type { Question } from '../../src/lib/preparation/contract.ts';
import { monthOf } from '../pages/local-time.ts';
import { asMember, peopleOf, type Cell } from '../people/directory.ts';
import { tasksLeft } from './carry-over.ts';
import { commitmentsKept } from './commitments-kept.ts';
import { standingItems, withStanding } from './standing-items.ts';
import { createMeeting } from './create.ts';
import { firstClauses, resolutionTitle } from './skeleton.ts';
import { itemsOf, rulesOf, templateOf } from './templates.ts';

export type Planned = Pick<
	Setup,
	| 'type'
	| 'model'
	| 'topic'
	| 'plannedStart'
	| 'place'
	| 'chair'
	| 'facilitator'
	| 'speakLimitSeconds'
	| 'onlineCounts'
	| 'access'
> & {
	readonly ruleProfile: string;
	readonly resolutionNumber?: string | null;
	/** What was left open the last time. */
	readonly questions?: readonly Question[];
};

/** @returns the meeting's id */
export async function planMeeting(
	app: App,
	by: string,
	cell: Cell,
	{ ruleProfile, resolutionNumber = null, questions = [], ...planned }: Planned
): Promise<string> {
	const people = (await peopleOf(app.db, cell.id)).map(asMember);
	const standing = await standingItems(app, cell.id, planned);
	const { items, titles } = withStanding(itemsOf(planned.type, people), standing);
	const { clauses, texts, results } = firstClauses(planned.type);
	const ids = new Set(people.map(({ id }) => id));
	const previousTasks = await tasksLeft(app, cell.id, ids);
	const commitments = await commitmentsKept(app, cell.id, ids);
	const month = monthOf(planned.plannedStart);
	return createMeeting(
		app,
		by,
		{
			...planned,
			id: randomBytes(9).toString('base64url'),
			cell: { id: cell.id, name: cell.name, upper: cell.upper },
			month,
			template: templateOf(planned.type).id,
			rules: rulesOf(ruleProfile, planned.type, people.length),
			people,
			items,
			clauses,
			resolutionNumber,
			previousTasks,
			preparation: { questions: [...questions], committeeMeeting: null }
		},
		{
			titles,
			clauses: texts,
			resolutionTitle: resolutionTitle(planned.type, month),
			...(results && { results })
		},
		commitments
	);
}
