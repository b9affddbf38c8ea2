import type { RecordWords } from '../vi/record.ts';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const record = {
	title: 'Record of the meeting',
	minutes: 'Minutes',
	resolution: 'Resolution',
	closed: (from, to) => `Closed session (${from} – ${to})`,
	printMinutes: 'Print the minutes',
	details: 'The record in detail',
	kind: (type, month) => `${type}, ${month}`,
	attendance: 'Attendance',
	rate: (present, summoned, rate) =>
		`${present} of ${counted(summoned, 'summoned member', 'summoned members')} present, ${rate}.`,
	rule: (above, mark) => (above ? `The rule: above ${mark}.` : `The rule: ${mark} or more.`),
	meets: 'Met.',
	misses: 'Not met.',
	number: 'No.',
	name: 'Full name',
	state: 'Attendance',
	fromTo: 'Came – left',
	observers: 'Observers and guests',
	didNotCome: 'did not come',
	closedHint: 'The minutes have a closed part, which only those who were inside can read.',
	votes: 'Votes',
	counts: (yes, no, other) => `For ${yes}, against ${no}, abstaining ${other}.`,
	base: (base, roll, needed) =>
		`Of ${counted(base, 'official member', 'official members')}, ${roll} present; needed ${needed}.`,
	passed: 'Passed.',
	notPassed: 'Not passed.',
	version: (sha256) => `The text voted on: SHA-256 ${sha256}`,
	items: 'Items and time',
	item: 'Item',
	begun: 'Begun',
	plannedMinutes: 'Planned',
	actual: 'Actual',
	skipped: 'Skipped',
	duration: (minutes, minimum) =>
		`The meeting took ${counted(minutes, 'minute', 'minutes')}; the rules ask for ${minimum} at least.`,
	speeches: 'Speeches',
	spoke: (turns, speakers) =>
		`${counted(turns, 'speech', 'speeches')} by ${counted(speakers, 'member', 'members')}.`,
	comments: 'Written comments',
	notHandled: 'Not dealt with',
	adopted: {
		title: 'Adoption of the minutes',
		at: (when: string, version: number) => `Adopted by the cell at ${when}, version ${version}.`,
		hash: 'Check sum (SHA-256) of the adopted words:',
		later: 'Written or corrected after they were put to the vote:',
		by: (at: string, name: string, section: string) =>
			`${at}, ${name}${section ? `, item “${section}”` : ''}:`
	},
	hash: 'Checksum (SHA-256) of the whole record',
	json: 'The record as data (JSON)'
} satisfies RecordWords;
