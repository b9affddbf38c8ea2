/**
 * Sockets to the database that do not wait for ever: packets that are dropped close no connection, so one that
 * owes an answer, or says nothing at all, is given up and whatever was asked on it is asked again.
 */
import { connect as dial, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Where the driver says that the database is; the first is taken where there are several. */
export interface Where {
	readonly host: readonly string[];
	readonly port: readonly number[];
	readonly path?: string | null | undefined;
}

/** Every statement of ours is done, or stopped by the database, sooner than people may wait for it. */
const OWES_FOR = 4_500;
/** The driver may have asked a second thing before the first was answered: then nobody knows what is owed. */
const SILENT_FOR = 30_000;
const LOOK_EVERY = 250;
const LONGEST_PAUSE = 300;

interface Watched {
	readonly socket: Socket;
	heardAt: number;
	/** How much had been asked when something was last heard. */
	asked: number;
	owesSince: number | null;
}

export class Dialler {
	readonly #open = new Set<Watched>();
	#hangUps = 0;
	#isStopped = false;

	/** The driver calls again at once where its call was taken and hung up: here each such call waits longer. */
	call = async ({ host: [host = 'localhost'], port: [port = 5432], path }: Where): Promise<Socket> => {
		if (this.#hangUps > 0) {
			await wait(Math.min(25 * 2 ** this.#hangUps, LONGEST_PAUSE), undefined, { ref: false });
			if (this.#isStopped) throw new Error('closed');
		}
		const socket = path ? dial(path) : dial(port, host);
		this.#watch(socket);
		// The driver reads it to name the host in a TLS handshake.
		return path ? socket : Object.assign(socket, { host });
	};

	/** What still waits to be called is not called any more. */
	stop(): void {
		this.#isStopped = true;
	}

	#watch(socket: Socket): void {
		const watched: Watched = { socket, heardAt: performance.now(), asked: 0, owesSince: null };
		this.#open.add(watched);
		socket.on('data', () => {
			watched.heardAt = performance.now();
			watched.asked = socket.bytesWritten;
			watched.owesSince = null;
			this.#hangUps = 0;
		});
		const looking = setInterval(() => this.#look(watched), LOOK_EVERY).unref();
		socket.once('close', (hadError) => {
			clearInterval(looking);
			this.#open.delete(watched);
			if (!hadError && socket.bytesRead === 0) this.#hangUps += 1;
		});
	}

	#look(watched: Watched): void {
		const now = performance.now();
		if (watched.socket.bytesWritten > watched.asked) watched.owesSince ??= now;
		const { owesSince, heardAt, socket } = watched;
		if (owesSince !== null && now - owesSince > OWES_FOR) this.#giveUp(owesSince);
		else if (now - heardAt > SILENT_FOR) socket.destroy();
	}

	/** With it go all that were not heard since it was asked: the next question need not find them out one by one. */
	#giveUp(since: number): void {
		for (const { socket, heardAt } of this.#open) if (heardAt <= since) socket.destroy();
	}
}
