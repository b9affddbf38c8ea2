import type { Meetings } from '../vi/meetings.ts';

export const meetings = {
	title: 'Meetings',
	make: 'New meeting',
	upcoming: 'Upcoming',
	past: 'Past',
	empty: 'No meetings yet.'
} satisfies Meetings;
