import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { DocumentClient, readVarUint } from '../document-client.ts';
import { doubts, Meter, openAll, pace, until } from '../load-tools.ts';
import { peopleFor } from '../ours.ts';
import { Samples } from '../stats.ts';
import type { Endpoint, LoadInput, LoadResult, Options, Row, RunLoad, Scenario, Target } from '../types.ts';
import { Typist } from '../writing.ts';

const RATE = 20;
const CLOCK = Buffer.from('"clock":');

/**
 * Everybody at one text moves a cursor twenty times a second and sees everybody else's. A move is
 * known by the character it points at. One that is passed over for a later move counts as seen
 * when the later one is.
 */
async function moveCursors(
	endpoint: Endpoint,
	people: number,
	warmUp: number,
	seconds: number
): Promise<LoadResult> {
	const document = endpoint.documents[0];
	if (document === undefined) throw new Error('there is no document');
	const moves = Math.ceil(RATE * (warmUp + seconds)) + 1;
	const typists = Array.from({ length: people }, () => new Typist(document.root, 'x'.repeat(moves)));
	const whose = new Map(typists.map((typist, index) => [typist.client, index]));
	const sentAt = new Float64Array(people * moves);
	const lastSeen = Array.from({ length: people }, () => new Int32Array(people).fill(-1));
	const latency = new Samples();
	let frames = 0;
	let firstCounted = moves;

	const hear = (viewer: number) => (bytes: Buffer, start: number, end: number) => {
		const now = performance.now();
		frames += 1;
		const seen = lastSeen[viewer];
		let at = readVarUint(bytes, start, end).next;
		const count = readVarUint(bytes, at, end);
		at = count.next;
		for (let entry = 0; entry < count.value; entry += 1) {
			const client = readVarUint(bytes, at, end);
			const clock = readVarUint(bytes, client.next, end);
			const length = readVarUint(bytes, clock.next, end);
			at = length.next + length.value;
			const mover = whose.get(client.value);
			if (mover === undefined || mover === viewer || seen === undefined) continue;
			const move = pointedAt(bytes, length.next, at) - (typists[mover]?.firstCharacter ?? 0);
			if (!(move > (seen[mover] ?? -1)) || move >= moves) continue;
			for (let passed = Math.max((seen[mover] ?? -1) + 1, firstCounted); passed <= move; passed += 1) {
				const sent = sentAt[mover * moves + passed] ?? 0;
				if (sent !== 0) latency.add(now - sent);
			}
			seen[mover] = move;
		}
	};

	const clients = await openAll(
		people,
		(index) => new DocumentClient(endpoint, document, index, { awareness: hear(index) })
	);
	for (const [index, client] of clients.entries()) {
		const typist = typists[index];
		if (typist) client.sendUpdate(typist.first);
	}
	await wait(1500);

	const made = new Array<number>(people).fill(0);
	const move = (person: number) => {
		const nth = made[person] ?? 0;
		made[person] = nth + 1;
		const typist = typists[person];
		if (typist === undefined || nth >= moves) return;
		const item = { client: typist.client, clock: typist.firstCharacter + nth };
		const position = { type: null, tname: null, item, assoc: 0 };
		const user = { name: `Đồng chí ${person}`, color: '#a33', colorLight: '#a333' };
		sentAt[person * moves + nth] = performance.now();
		clients[person]?.sendAwareness(typist.client, nth + 1, {
			user,
			cursor: { anchor: position, head: position }
		});
	};
	await pace(people, RATE, warmUp, move);
	await wait(500);
	firstCounted = made[0] ?? 0;
	frames = 0;
	const meter = new Meter(endpoint);
	await pace(people, RATE, seconds, move);
	const expected = Math.round(people * RATE * seconds) * (people - 1);
	await until(15_000, () => latency.length >= expected);
	const { cpu, ownLoad, seconds: lasted } = meter.read();
	const delivered = latency.length;
	const notes = doubts({ closed: clients.map((c) => c.closedBy), delivered, expected, ownLoad });
	for (const client of clients) client.close();
	return {
		values: {
			p50: latency.at(0.5),
			p99: latency.at(0.99),
			cpu: delivered === 0 ? null : (cpu / delivered) * 1000,
			core: (cpu / lasted) * 100,
			frames: frames / lasted,
			load: ownLoad * 100
		},
		notes
	};
}

/** The clock in the first position of a state: where its cursor begins. */
function pointedAt(bytes: Buffer, start: number, end: number): number {
	const found = bytes.subarray(start, end).indexOf(CLOCK);
	if (found === -1) return -1;
	let value = 0;
	for (let at = start + found + CLOCK.length; at < end; at += 1) {
		const digit = (bytes[at] ?? 0) - 0x30;
		if (digit < 0 || digit > 9) break;
		value = value * 10 + digit;
	}
	return value;
}

export const cursors: Scenario = {
	name: 'cursors',
	columns: ['p50', 'p99', 'cpu', 'core', 'frames', 'load'],
	targets: ['ours', 'y-websocket', 'y-websocket+leveldb', 'hocuspocus+sqlite', 'relay'],

	async measure(target: Target, options: Options, runLoad: RunLoad): Promise<Row[]> {
		const rows: Row[] = [];
		for (const people of [25, 100]) {
			const running = await target.start({ people: peopleFor(100), documents: 1 });
			try {
				const result = await runLoad('cursors', running.endpoint, {
					people,
					warmUp: options.quick ? 1 : 3,
					seconds: options.quick ? 4 : 10
				});
				rows.push({ scenario: 'cursors', case: `${people} cursors`, target: target.name, ...result });
			} finally {
				await running.stop();
			}
		}
		return rows;
	},

	load(endpoint: Endpoint, input: LoadInput): Promise<LoadResult> {
		return moveCursors(endpoint, Number(input['people']), Number(input['warmUp']), Number(input['seconds']));
	}
};
