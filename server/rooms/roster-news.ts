import { isDeepStrictEqual } from 'node:util';
import type { Event } from '../../src/lib/meeting/contract.ts';
import type { Meeting } from '../../src/lib/meeting/state.ts';
import { members, type Member } from '../../src/lib/people/roster.ts';

/**
 * What a meeting that has not been opened must learn of its cell's people: who is new or changed, who left.
 * Whoever holds an office of the meeting stays in it until the office is handed over.
 */
export function rosterNews(meeting: Meeting, people: readonly Member[]): Event[] {
	if (meeting.phase !== 'before') return [];
	const staying = new Set([...people.map(({ id }) => id), meeting.chair, meeting.facilitator]);
	const removed = members(meeting.people).flatMap(({ id }) => (staying.has(id) ? [] : [id]));
	const changed = people.filter((member) => !isDeepStrictEqual(meeting.people[member.id], member));
	if (changed.length === 0 && removed.length === 0) return [];
	return [{ type: 'roster.changed', people: changed, ...(removed.length > 0 && { removed }) }];
}
