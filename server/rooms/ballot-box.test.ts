import { describe, expect, test } from 'vitest';
import type { LoggedEvent } from '../../src/lib/meeting/contract.ts';
import type { Choice } from '../../src/lib/vote/contract.ts';
import { BallotBox } from './ballot-box.ts';

const logged = (event: object, by = 'm01', command = 'c') =>
	({ seq: 1, at: 0, by, command, ...event }) as unknown as LoggedEvent;
const opened = (box: string) =>
	logged({ type: 'vote.opened', vote: 'q', base: [], roll: [], needed: 1, box });
const took = (by: string, command: string) =>
	logged({ type: 'ballot.recorded', vote: 'q', member: by, choice: null }, by, command);

function openBox(): BallotBox {
	const box = new BallotBox();
	box.take(opened(box.id));
	return box;
}

function vote(box: BallotBox, by: string, command: string, choice: Choice): void {
	box.hand(by, command, { vote: 'q', choice });
	box.take(took(by, command));
}

describe('[VO13] the box', () => {
	test('counts a choice once its event is on disk, and keeps totals only', () => {
		const box = openBox();
		box.hand('m02', 'c1', { vote: 'q', choice: 'against' });
		expect(box.tally('q')).toEqual({ for: 0, against: 0, abstain: 0 });
		box.take(took('m02', 'c1'));
		vote(box, 'm03', 'c2', 'for');
		expect(box.tally('q')).toEqual({ for: 1, against: 1, abstain: 0 });
	});

	test('counts what goes to disk together with the closing, and with the opening', () => {
		const box = openBox();
		box.hand('m02', 'c1', { vote: 'q', choice: 'for' });
		expect(box.tally('q', [took('m02', 'c1')])).toEqual({ for: 1, against: 0, abstain: 0 });
		const fresh = new BallotBox();
		fresh.hand('m02', 'c1', { vote: 'q', choice: 'abstain' });
		expect(fresh.tally('q', [opened(fresh.id), took('m02', 'c1')])).toEqual({
			for: 0,
			against: 0,
			abstain: 1
		});
	});

	test('forgets what was decided and never came to disk', () => {
		const box = openBox();
		box.hand('m02', 'c1', { vote: 'q', choice: 'for' });
		box.forget('m02', 'c1');
		vote(box, 'm02', 'c2', 'against');
		expect(box.tally('q')).toEqual({ for: 0, against: 1, abstain: 0 });
	});

	test('is empty once the vote is closed', () => {
		const box = openBox();
		vote(box, 'm02', 'c1', 'for');
		box.take(logged({ type: 'vote.closed', vote: 'q', passed: true, counts: {} }));
		expect(box.tally('q')).toBeNull();
	});
});

describe('[VO14] the box does not hold', () => {
	test('what another process opened', () => {
		const box = new BallotBox();
		box.take(opened('another'));
		expect(box.tally('q')).toBeNull();
	});

	test('a vote in which somebody took part whose choice never was here', () => {
		const box = openBox();
		vote(box, 'm02', 'c1', 'for');
		box.take(took('m03', 'unseen'));
		expect(box.tally('q')).toBeNull();
	});

	test('a vote that was voided and is not opened again', () => {
		const box = openBox();
		vote(box, 'm02', 'c1', 'for');
		box.take(logged({ type: 'vote.voided', vote: 'q' }));
		expect(box.tally('q')).toBeNull();
		box.take(opened(box.id));
		expect(box.tally('q')).toEqual({ for: 0, against: 0, abstain: 0 });
	});
});
