import type { Permit } from './permit.ts';

/** The permits of the few acts that a phone offers at once: it need not carry all of them (`may.ts`) for these. */
export const FIRST_PERMITS = {
	'attendance.check-in': { by: 'member', when: ['before', 'running'] },
	'observer.join': { by: 'observer', when: ['before', 'running'] },
	'floor.request': { by: 'participant', when: ['running'] },
	'floor.withdraw': { by: 'participant', when: ['running'] },
	'floor.end': { by: 'participant', when: ['running'] },
	'task.review': { by: 'member', when: ['before', 'running'] },
	'join.use': { by: 'member', when: ['before', 'running'] }
} as const satisfies Record<string, Permit>;
