import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MeetingRecord } from '../../src/lib/records/record.ts';
import { act } from '../../tests/support/sealed.ts';
import { startServer, type TestServer } from '../../tests/support/server.ts';
import { foldOf, forOutside } from './outside.ts';

let server: TestServer;
beforeEach(async () => {
	server = await startServer();
});
afterEach(() => server.close());

test('[CS4] what facts say in the texts is rendered anew for who waited outside', async () => {
	await act(server, 'mtg', 'm01', { type: 'attendance.check-in', method: 'self' });
	await act(server, 'mtg', 'o1', { type: 'observer.join' });
	await act(server, 'mtg', 'm01', { type: 'meeting.open' });
	const assign = (ref: string, task: string) =>
		act(server, 'mtg', 'm01', {
			type: 'task.assign',
			ref,
			task,
			owner: 'm02',
			deadline: '2026-11-30',
			clause: 'c1'
		});
	await assign('t1', 'Việc ai cũng biết');
	await act(server, 'mtg', 'm01', { type: 'closed.begin', keepOut: ['o1'] });
	await assign('t2', 'Việc kín');
	await act(server, 'mtg', 'm01', { type: 'closed.end' });
	await act(server, 'mtg', 'm01', { type: 'meeting.end' });

	const stored = await server.app.records.of('mtg');
	const record = JSON.parse(stored?.canonical ?? '') as MeetingRecord;
	const words = (of: MeetingRecord) =>
		Object.values(of.documents)
			.flatMap(({ blocks }) => blocks.map(({ html }) => html))
			.join('\n');
	expect(words(record)).toContain('Việc kín');
	const outside = forOutside(record, foldOf(record.events), 'o1').record;
	expect(words(outside)).toContain('Việc ai cũng biết');
	expect(JSON.stringify(outside)).not.toContain('Việc kín');
});
