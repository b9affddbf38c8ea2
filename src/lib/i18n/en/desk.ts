import type { desk as vietnamese } from '../vi/desk.ts';

export const desk: typeof vietnamese = {
	tabs: {
		floor: 'The floor',
		roll: 'Roll call',
		lobby: 'Coming in',
		comments: 'Comments',
		amendments: 'Amendments',
		tasks: 'Tasks',
		content: 'Content',
		opinions: 'Opinions',
		papers: 'Papers',
		vote: 'Vote',
		score: 'Score',
		/** Where the minutes are read back, adopted and signed. */
		minutes: 'Adoption'
	},
	/** What the count of the tasks counts. */
	lacking: 'lack an owner or a deadline',
	wall: 'Big screen',
	access: 'Rights to write',
	offices: 'Offices'
};
