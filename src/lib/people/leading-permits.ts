import { always, running, untilEnd, type Permit } from './permit.ts';

/** The permits of what leads a meeting: a desk brings them, the others (`may.ts`) come with the other rules. */
export const LEADING_PERMITS = {
	'meeting.open': { by: 'chair', when: ['before'] },
	'meeting.end': { by: 'chair', when: running },
	'item.start': { by: 'chair', when: running },
	'item.skip': { by: 'chair', when: running },
	'item.add': { by: 'desk', when: untilEnd },
	'item.change': { by: 'desk', when: untilEnd },
	'item.move': { by: 'desk', when: untilEnd },
	'item.remove': { by: 'desk', when: untilEnd },
	'item.conclude': { by: 'chair', when: running },
	'floor.grant': { by: 'chair', when: running },
	'floor.defer': { by: 'chair', when: running },
	'floor.skip': { by: 'chair', when: running },
	'floor.move': { by: 'chair', when: running },
	'floor.invite': { by: 'chair', when: running },
	'floor.policy': { by: 'chair', when: untilEnd },
	'floor.limits': { by: 'chair', when: untilEnd },
	'floor.groups': { by: 'desk', when: untilEnd },
	'floor.about': { by: 'recorder', when: running },
	'floor.pause': { by: 'chair', when: running },
	'floor.resume': { by: 'chair', when: running },
	'floor.extend': { by: 'chair', when: running },
	'floor.correct': { by: 'recorder', when: running },
	'closed.begin': { by: 'chair', when: running },
	'closed.end': { by: 'chair', when: running },
	'projection.show': { by: 'desk', when: always },
	'access.preset': { by: 'chair', when: untilEnd },
	'act.undo': { by: 'desk', when: untilEnd }
} satisfies Record<string, Permit>;
