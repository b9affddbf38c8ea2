import { expect, test } from 'vitest';
import { opened, type Played } from '../../../tests/support/meeting.ts';
import { Command } from '../meeting/contract.ts';
import { missingBeforeSeal } from '../meeting/seal-ready.ts';
import { house } from '../meeting/state.ts';
import { may } from '../people/may.ts';

function ended(): Played {
	return opened()
		.at(600)
		.all(['m01', { type: 'meeting.end' }]);
}

function sealed(): Played {
	return ended()
		.at(700)
		.all(['m01', { type: 'record.seal' }]);
}

test('[SE1] the chair seals after the end, once', () => {
	const running = opened();
	expect(running.do('m01', { type: 'record.seal' })).toBe('wrong-phase');
	const over = ended();
	for (const by of ['m02', 'm03', 'o1']) expect(over.do(by, { type: 'record.seal' })).toBe('not-chair');
	expect(over.meeting.seal).toBeNull();
	expect(over.at(700).do('m01', { type: 'record.seal' })).toEqual(['record.sealed']);
	expect(over.meeting.seal).toEqual({ at: over.now - 1000, by: 'm01', kept: null });
	expect(over.do('m01', { type: 'record.seal' })).toBe('sealed');
});

test('[SE1] before the seal the chair is told what the record would lack for good', () => {
	const adopt: Command = {
		type: 'vote.put',
		ref: 'v1',
		title: 'Thông qua biên bản',
		ballot: 'hands',
		threshold: 'majority',
		subject: { kind: 'minutes' }
	};
	const counts = { for: 4, against: 0, abstain: 0 };
	const played = opened().all(
		['m01', { type: 'minutes.appoint', to: 'm03' }],
		['m01', { type: 'meeting.end' }]
	);
	expect(missingBeforeSeal(played.meeting)).toEqual(['adoption', 'debrief']);
	played.all(['m01', { type: 'debrief.open' }]);
	expect(missingBeforeSeal(played.meeting)).toEqual(['adoption', 'debrief-open']);
	played.all(['m01', { type: 'debrief.close' }]);
	expect(missingBeforeSeal(played.meeting)).toEqual(['adoption']);
	const adopted = opened().all(
		['m01', { type: 'minutes.appoint', to: 'm03' }],
		['m01', adopt],
		['m01', { type: 'vote.open', vote: 'v1' }],
		['m01', { type: 'hands.count', vote: 'v1', counts }],
		['m01', { type: 'vote.close', vote: 'v1' }],
		['m01', { type: 'meeting.end' }]
	);
	expect(missingBeforeSeal(adopted.meeting)).toEqual(['chair-signature', 'taker-signature', 'debrief']);
	adopted.happen({
		type: 'minutes.signed',
		signer: 'm01',
		role: 'chair',
		confirmed: 'password',
		reason: null
	});
	expect(missingBeforeSeal(adopted.meeting)).toEqual(['taker-signature', 'debrief']);
});

test('[SE2] every command is refused as sealed, whoever sends it and whatever else is wrong with it', () => {
	const { meeting } = sealed();
	const types = Command.options.map(({ entries }) => entries.type.literal);
	expect(types).toContain('attendance.leave');
	for (const type of types)
		for (const by of ['m01', 'm03', 'o1', 'nobody']) {
			expect(may(house(meeting), type, by), `${type} by ${by}`).toBe('sealed');
			expect(may(house(meeting), type, by, 'm05', true), `${type} by ${by} for m05`).toBe('sealed');
		}
});

test('[SE2] what was still possible after the end is not any more', () => {
	const over = ended();
	expect(over.do('m03', { type: 'attendance.leave' })).toEqual(['attendance.left']);
	const played = sealed();
	expect(played.do('m03', { type: 'attendance.leave' })).toBe('sealed');
	expect(played.do('m01', { type: 'projection.show', show: 'title' })).toBe('sealed');
	expect(played.do('m02', { type: 'minutes.correct', note: 'none', find: 'a', replace: 'b' })).toBe('sealed');
});

test('[SE3] the room is told where in the chain the record stands once it is on disk', () => {
	const played = sealed();
	const kept = { number: 3, hash: 'ab'.repeat(32), signature: 'c2ln', key: 'k1' };
	played.happen({ type: 'record.kept', ...kept });
	expect(played.meeting.seal?.kept).toEqual(kept);
});
