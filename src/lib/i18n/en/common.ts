import type { Common } from '../vi/common.ts';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const common = {
	product: 'Hội Trường',
	tagline: 'The cell’s meeting room',
	skip: 'Skip to the main content',
	otherLanguage: 'Tiếng Việt',
	menu: 'Pages',
	home: 'Meetings',
	signedInAs: (name) => `Signed in as ${name}`,
	signIn: 'Sign in',
	signOut: 'Sign out',
	save: 'Save',
	send: 'Send',
	add: 'Add',
	change: 'Change',
	remove: 'Remove',
	cancel: 'Cancel',
	close: 'Close',
	confirm: 'Confirm',
	undo: 'Undo',
	back: 'Back',
	next: 'Next',
	copy: 'Copy',
	copied: 'Copied',
	print: 'Print',
	record: 'Record of the meeting',
	search: 'Search',
	loading: 'Loading…',
	notLoaded: 'This part could not be fetched.',
	retry: 'Try again',
	onBehalf: (by, whom) => `entered by ${by} for ${whom}`,
	optional: 'optional',
	failed: 'That did not work. Please try again.',
	/** Said without a link too, when nothing can be fetched. */
	unavailable: 'The server cannot save just now. Please try again in a few seconds.',
	none: 'None yet',
	yes: 'Yes',
	no: 'No',
	people: (n) => counted(n, 'person', 'people'),
	members: (n) => counted(n, 'member', 'members'),
	minutes: (n) => counted(n, 'minute', 'minutes'),
	secureOnly:
		'This connection is not encrypted, so the device cannot keep the screen on or copy with one tap. Everything else works.',
	saving: {
		saved: (time) => `Saved at ${time}`,
		saving: 'Saving…',
		kept: 'Connection lost, kept on this device',
		nothingToSave: 'Nothing to save'
	},
	link: {
		offline: 'Connection lost. This screen may be out of date; the device is reconnecting.',
		back: 'Connected again.',
		old: 'This page is out of date. Please reload to go on.',
		reload: 'Reload the page'
	},
	countdown: { left: 'Left', soon: 'Nearly over', over: 'Over time', paused: 'Paused, left' },
	textSize: {
		label: 'Text size',
		steps: { '1': 'Normal text', '2': 'Large text', '3': 'Very large text' }
	},
	error: {
		notFound: 'This page cannot be found',
		notFoundHint: 'The address may have changed, or you have not been invited to this page.',
		broken: 'Something went wrong',
		brokenHint: 'It has been logged. What was saved is safe.',
		home: 'To the first page'
	}
} satisfies Common;
