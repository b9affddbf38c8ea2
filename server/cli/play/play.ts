/** Plays a meeting script on a server of its own, through real connections (docs/meeting-script.md). */
import { setTimeout as wait } from 'node:timers/promises';
import type { MeetingRecord } from '../../../src/lib/records/record.ts';
import type { Action, Script } from '../script/script.ts';
import { Commands } from './commands.ts';
import { Company } from './company.ts';
import { Player } from './player.ts';
import { PlayFailed, PlayServer } from './server-process.ts';

export interface PlayOptions {
	/** Empty for an embedded database of the play's own. */
	readonly databaseUrl: string;
	/** The file of the key that seals in that database. */
	readonly sealKey: string;
	/** Script seconds per real second; null to wait for nothing. */
	readonly speed: number | null;
	readonly warn: (line: string) => void;
}

export interface PlayedRecord {
	/** Canonical JSON. */
	readonly text: string;
	readonly isSealed: boolean;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** As shells count a command that was interrupted. */
const INTERRUPTED = 130;

/**
 * @throws {PlayFailed} where the server fails, or the meeting did not close
 */
export async function play(script: Script, options: PlayOptions): Promise<PlayedRecord> {
	const server = await PlayServer.start(options.databaseUrl, options.sealKey);
	// Whoever interrupts a play leaves no server and no folder behind.
	const interrupted = () => void server.stop().finally(() => process.exit(INTERRUPTED));
	for (const signal of SIGNALS) process.once(signal, interrupted);
	try {
		return await held(script, server, options);
	} finally {
		for (const signal of SIGNALS) process.off(signal, interrupted);
		await server.stop();
	}
}

async function held(script: Script, server: PlayServer, { speed, warn }: PlayOptions): Promise<PlayedRecord> {
	const [first, ...others] = instants(script.actions);
	if (!first) throw new PlayFailed('The script has no actions.');
	await server.ask('clock', first.at);
	const prepared = await server.ask('prepare', script);
	const company = new Company(script, prepared, server.origin);
	try {
		await company.connect();
		const commands = new Commands(prepared.clauses, warn);
		const { id: meeting, chair } = script.setup.meeting;
		const player = new Player({ server, company, commands, meeting, warn });
		let now = first.at;
		for (const { at, actions } of [first, ...others]) {
			if (speed !== null) await wait((at - now) / speed);
			now = at;
			await server.ask('clock', at);
			await Promise.all(actions.map((action) => player.perform(action)));
		}
		return await recordOf(server, meeting, prepared.cookies[chair] ?? '');
	} finally {
		company.close();
	}
}

interface Instant {
	readonly at: number;
	readonly actions: Action[];
}

/** Entries of one moment are sent together. */
function instants(actions: readonly Action[]): Instant[] {
	const found: Instant[] = [];
	for (const action of actions) {
		const at = Date.parse(action.at);
		const last = found.at(-1);
		if (last?.at === at) last.actions.push(action);
		else found.push({ at, actions: [action] });
	}
	return found;
}

async function recordOf({ origin }: PlayServer, meeting: string, cookie: string): Promise<PlayedRecord> {
	const response = await fetch(`${origin}/api/v1/records/${meeting}`, { headers: { cookie } });
	if (response.status === 404) throw new PlayFailed('The meeting did not close: there is no record.');
	if (!response.ok) throw new PlayFailed(`The record could not be read: ${response.status}.`);
	const text = await response.text();
	return { text, isSealed: (JSON.parse(text) as Pick<MeetingRecord, 'sealed'>).sealed !== null };
}
