import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { LiveClient } from '../live-client.ts';
import { doubts, megabytes, Meter, openAll, pace, until } from '../load-tools.ts';
import { commentCommand, peopleFor } from '../ours.ts';
import { Samples } from '../stats.ts';
import type { Endpoint, LoadInput, LoadResult, Options, Row, RunLoad, Scenario, Target } from '../types.ts';

const EVENT_BYTES = 300;
const SENDERS = 10;

async function announce(
	endpoint: Endpoint,
	sockets: number,
	rate: number,
	warmUp: number,
	seconds: number
): Promise<LoadResult> {
	const live = endpoint.live;
	if (live === null) throw new Error('this server has no events');
	const latency = new Samples();
	const arrivals: { seq: number; at: number }[] = [];
	const sentAt = new Map<number, number>();
	const answered = new Samples();
	let refused = 0;
	let recording = false;

	const clients = await openAll(
		sockets,
		(index) =>
			new LiveClient(endpoint, live, index, (seq) => {
				if (recording) arrivals.push({ seq, at: performance.now() });
			})
	);
	await wait(1000);

	let nth = 0;
	let textLength = 100;
	const send = async (): Promise<void> => {
		const client = clients[nth % Math.min(SENDERS, clients.length)];
		if (client === undefined) return;
		const command = commentCommand(live, nth++, 'Tôi nhất trí. '.padEnd(textLength, 'x'));
		const counted = recording;
		const sent = performance.now();
		const answer = await client.command(command);
		if (!counted) return;
		answered.add(performance.now() - sent);
		if (answer.seq === null) refused += 1;
		else sentAt.set(answer.seq, sent);
	};

	// The text is made as long as it takes for one event to be 300 bytes on the wire.
	await send();
	await until(5000, () => (clients[0]?.lastEventBytes ?? 0) > 0);
	textLength = Math.max(20, textLength + EVENT_BYTES - (clients[0]?.lastEventBytes ?? EVENT_BYTES));
	await pace(1, rate, warmUp, () => void send());
	await wait(500);

	recording = true;
	const meter = new Meter(endpoint);
	const sent = Math.round(rate * seconds);
	await pace(1, rate, seconds, () => void send());
	const expected = sent * sockets;
	await until(15_000, () => arrivals.length >= expected && answered.length >= sent);
	const { cpu, inDatabase, usage, ownLoad, seconds: lasted } = meter.read();
	for (const { seq, at } of arrivals) {
		const begun = sentAt.get(seq);
		if (begun !== undefined) latency.add(at - begun);
	}
	const delivered = latency.length;
	const notes = doubts({ closed: clients.map((c) => c.closedBy), delivered, expected, ownLoad });
	if (refused > 0) notes.push(`${refused} commands refused`);
	const bytes = clients[0]?.lastEventBytes ?? 0;
	for (const client of clients) client.close();
	return {
		values: {
			p50: latency.at(0.5),
			p99: latency.at(0.99),
			cpu: delivered === 0 ? null : (cpu / delivered) * 1000,
			inDb: usage.databaseProcesses === 0 ? null : inDatabase * 100,
			core: (cpu / lasted) * 100,
			answer: answered.at(0.5),
			bytes,
			rss: megabytes(usage.server),
			load: ownLoad * 100
		},
		notes
	};
}

/** One event of 300 bytes to everybody in the room, as a comment makes it. */
export const events: Scenario = {
	name: 'events',
	columns: ['p50', 'p99', 'cpu', 'inDb', 'core', 'answer', 'bytes', 'rss', 'load'],
	targets: ['ours', 'socket.io'],

	async measure(target: Target, options: Options, runLoad: RunLoad): Promise<Row[]> {
		const rows: Row[] = [];
		for (const [sockets, rate] of [
			[60, 40],
			[500, 20],
			[2000, 5]
		] as const) {
			// A server each: who joins a meeting is sent what happened so far, and that is not measured here.
			const running = await target.start({ people: peopleFor(sockets), documents: 1 });
			try {
				const result = await runLoad('events', running.endpoint, {
					sockets,
					rate,
					warmUp: options.quick ? 1 : 3,
					seconds: options.quick ? 4 : 12
				});
				rows.push({ scenario: 'events', case: `${sockets} sockets`, target: target.name, ...result });
			} finally {
				await running.stop();
			}
		}
		return rows;
	},

	load(endpoint: Endpoint, input: LoadInput): Promise<LoadResult> {
		return announce(
			endpoint,
			Number(input['sockets']),
			Number(input['rate']),
			Number(input['warmUp']),
			Number(input['seconds'])
		);
	}
};
