import { describe, expect, test } from 'vitest';
import { reminders, standing, type Held, type Upload } from './handbook.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 3, 12, 30);
const END = START + 2 * HOUR;

const held = (change: Partial<Held> = {}): Held => ({
	plannedStart: START,
	noticeAt: START - 4 * DAY,
	endedAt: null,
	rules: { postBeforeHours: 24, postAfterDays: 2 },
	...change
});
const done = (what: Upload['what'], at: number, change: Partial<Upload> = {}): Upload => ({
	id: `u${at}`,
	what,
	act: 'done',
	at,
	byName: 'Nguyễn Văn An',
	reference: null,
	reason: null,
	fileName: null,
	...change
});
const states = (of: Held, uploads: readonly Upload[], now: number) =>
	reminders(of, uploads, now).map(({ what, state }) => [what, state]);

describe('[HB1] [HB2] what is due, and when', () => {
	test('papers a day before, once they were sent ahead', () => {
		expect(reminders(held(), [], START - 3 * DAY)).toEqual([
			{ what: 'papers', dueAt: START - DAY, state: 'due', doneAt: null, byName: '' }
		]);
		expect(states(held(), [], START - DAY + 1)).toEqual([['papers', 'late']]);
	});

	test('papers nobody has sent yet from two days before they are due', () => {
		expect(states(held({ noticeAt: null }), [], START - 3 * DAY - 1)).toEqual([]);
		expect(states(held({ noticeAt: null }), [], START - 3 * DAY)).toEqual([['papers', 'due']]);
	});

	test('the record within two days of the end', () => {
		const ended = held({ endedAt: END });
		const uploads = [done('papers', START - 2 * DAY)];
		expect(reminders(ended, uploads, END).at(-1)).toMatchObject({ what: 'record', dueAt: END + 2 * DAY });
		expect(states(ended, uploads, END + 2 * DAY)).toEqual([
			['papers', 'done'],
			['record', 'due']
		]);
		expect(states(ended, uploads, END + 2 * DAY + 1)[1]).toEqual(['record', 'late']);
	});

	test('nothing where the profile asks for nothing', () => {
		expect(states(held({ endedAt: END, rules: {} }), [], END)).toEqual([]);
	});

	test('what was done late says so, for good', () => {
		const uploads = [done('papers', START - DAY + 1)];
		expect(reminders(held(), uploads, START)).toEqual([
			{
				what: 'papers',
				dueAt: START - DAY,
				state: 'done-late',
				doneAt: START - DAY + 1,
				byName: 'Nguyễn Văn An'
			}
		]);
	});
});

describe('[HB4] nothing is changed; the newest counts', () => {
	test('a proof that is added later does not move the hour at which it was done', () => {
		const uploads = [done('record', END + DAY), done('record', END + 5 * DAY, { reference: '12/BB' })];
		expect(reminders(held({ endedAt: END }), uploads, END + 6 * DAY).at(-1)).toMatchObject({
			state: 'done',
			doneAt: END + DAY
		});
		expect(standing(uploads, 'record')).toHaveLength(2);
	});

	test('what was taken back is due again', () => {
		const uploads = [
			done('papers', START - 3 * DAY),
			done('papers', START - 3 * DAY + HOUR, { act: 'taken-back', reason: 'nhầm cuộc họp' })
		];
		expect(states(held(), uploads, START - 2 * DAY)).toEqual([['papers', 'due']]);
		expect(standing(uploads, 'papers')).toEqual([]);
	});
});
