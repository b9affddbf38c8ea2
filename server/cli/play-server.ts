/**
 * The product's own server for a play: started as ever, but its clock is set by the process that started it.
 * A server in ordinary use has no such door.
 */
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { start, type Running } from '../main.ts';
import type { Asks, Question, Told } from './play/asks.ts';
import { prepare } from './play/prepare.ts';

const time = { now: 0 };
const LOOK_EVERY = 5;
const NOTICE_WITHIN = 30_000;

if (!process.send) {
	console.error('This is started by `play`, which holds its clock.');
	process.exit(1);
}
const running = await start({ clock: () => time.now });
process.on('message', (question: Question) => void answer(running, question).then(tell));
// Whoever played is gone: nobody will move the clock any more.
process.on('disconnect', () => void running.stop().then(() => process.exit(0)));
tell({ port: running.port });

function tell(told: Told): void {
	process.send?.(told);
}

async function answer({ app, stop }: Running, { id, ask, of }: Question): Promise<Told> {
	try {
		switch (ask) {
			case 'clock':
				time.now = of;
				return { id, answer: null };
			case 'prepare':
				return { id, answer: (await prepare(app, of)) satisfies Asks['prepare']['answer'] };
			case 'lost':
				await noticed(of);
				return { id, answer: null };
			case 'stop':
				setImmediate(() => void stop().then(() => process.exit(0)));
				return { id, answer: null };
		}
	} catch (error) {
		return { id, error: said(error) };
	}
}

/** @param of  `<meeting> <person>` */
async function noticed(of: string): Promise<void> {
	const [meeting = '', person = ''] = of.split(' ');
	const room = await running.app.rooms.get(meeting);
	const deadline = performance.now() + NOTICE_WITHIN;
	while (room?.lostAt(person) !== time.now) {
		if (performance.now() > deadline) throw new Error(`The server never noticed that ${person} is gone.`);
		await wait(LOOK_EVERY);
	}
}

/** Where the product's own bounds are narrower than the format's, the place is said. */
function said(error: unknown): string {
	if (v.isValiError(error)) {
		const [issue] = error.issues;
		return `The product does not take the script's ${v.getDotPath(issue) ?? 'setup'}: ${issue.message}`;
	}
	return error instanceof Error ? error.message : String(error);
}
