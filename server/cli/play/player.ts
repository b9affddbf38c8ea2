/** Performs the entries of a script, each on the connection of the person named in it. */
import type { Answer, Command } from '../../../src/lib/meeting/contract.ts';
import { OPENING } from '../../../src/lib/minutes/minutes.ts';
import { field, PROJECTOR, type Action } from '../script/script.ts';
import type { Commands } from './commands.ts';
import type { Company } from './company.ts';
import type { PlayServer } from './server-process.ts';

export interface Stage {
	readonly server: PlayServer;
	readonly company: Company;
	readonly commands: Commands;
	readonly meeting: string;
	readonly warn: (line: string) => void;
}

/** The product could not even judge these: nothing of them is recorded, so whoever plays must know. */
const UNTRACED = new Set(['malformed', 'too-fast', 'unavailable']);

/** Taking in an amendment may bring a clause. */
const MAKES_CLAUSES = new Set(['amendment.accept', 'amendment.merge', 'vote.close']);

export class Player {
	readonly #stage: Stage;
	#sent = 0;
	/** What waits on devices that are dropped. */
	readonly #kept = new Map<string, Promise<void>[]>();

	constructor(stage: Stage) {
		this.#stage = stage;
	}

	/** Resolves once it is answered and, where it types, on the server's disk. */
	async perform(action: Action): Promise<void> {
		const { by, do: what } = action;
		if (what === 'net.drop') return this.#drop(by);
		if (what === 'net.restore') return this.#restore(by);
		const command = this.#stage.commands.of(action);
		if (!command) return;
		if (this.#stage.company.live(by).isDropped) return this.#keep(action, command);
		const answer = await this.#send(action, await this.#withCode(command));
		if (!answer.ok) return;
		await this.#type(action, answer.seq);
		if (MAKES_CLAUSES.has(what)) await this.#learn(by, answer.seq);
	}

	/** Later acts name a clause by its label. */
	async #learn(by: string, seq: number): Promise<void> {
		const clauses = await this.#stage.company.live(by).clausesAt(seq);
		for (const [label, id] of clauses) this.#stage.commands.learn(label, id);
	}

	/** As a phone does that reads the code from the room's screen. */
	async #withCode(command: Command): Promise<Command> {
		if (command.type !== 'attendance.check-in' || command.method !== 'qr') return command;
		return { ...command, code: await this.#stage.company.wall.code() };
	}

	async #send(action: Action, command: Command): Promise<Answer> {
		return this.#answered(action, await this.#stage.company.live(action.by).send(this.#nextId(), command));
	}

	#answered({ at, by, do: what }: Action, answer: Answer): Answer {
		if (!answer.ok && UNTRACED.has(answer.code)) this.#stage.warn(`${at} ${by} ${what}: ${answer.code}`);
		return answer;
	}

	async #type(action: Action, seq: number): Promise<void> {
		const { company, commands } = this.#stage;
		const { by, do: what } = action;
		const [find, replace] = [field(action, 'find'), field(action, 'replace')];
		if (what === 'text.edit') {
			await company.typist(by, 'resolution').replace(commands.clause(field(action, 'clause')), find, replace);
		} else if (what.startsWith('minutes.') && (await company.live(by).isWritten(seq))) {
			return;
		} else if (what === 'minutes.correct') {
			const note = field(action, 'note');
			const { document } = await company.live(by).placeOf(note, seq);
			await company.typist(by, document).replaceInNote(note, find, replace);
		} else if (what === 'minutes.write') {
			const note = field(action, 'ref');
			const { document, section } = await company.live(by).placeOf(note, seq);
			await company.typist(by, document).note(section ?? OPENING, note, field(action, 'text'));
		}
	}

	async #drop(who: string): Promise<void> {
		const { company, server, meeting } = this.#stage;
		if (who === PROJECTOR) return company.wall.live.drop();
		company.drop(who);
		await server.ask('lost', `${meeting} ${who}`);
	}

	/** Comments written meanwhile are delivered by the client itself; each is answered before the clock moves on. */
	async #restore(who: string): Promise<void> {
		const { company } = this.#stage;
		if (who === PROJECTOR) return company.wall.live.restore();
		await company.restore(who);
		await Promise.all(this.#kept.get(who) ?? []);
		this.#kept.delete(who);
	}

	#keep(action: Action, command: Command): void {
		const written = { ...command, writtenAt: Date.parse(action.at) } as Command;
		const delivered = this.#stage.company
			.live(action.by)
			.keep(this.#nextId(), written)
			.then((answer) => void this.#answered(action, answer));
		this.#kept.set(action.by, [...(this.#kept.get(action.by) ?? []), delivered]);
	}

	#nextId(): string {
		return `play-${(this.#sent += 1)}`;
	}
}
