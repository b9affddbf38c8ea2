/**
 * Sockets to the database that do not wait for ever: packets that are dropped close no connection, so one that
 * owes an answer, or says nothing at all, is given up and whatever was asked on it is asked again.
 */
import { connect as dial, type Socket } from 'node:net';

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

interface Watched {
	readonly socket: Socket;
	heardAt: number;
	/** How much had been asked when something was last heard. */
	asked: number;
	owesSince: number | null;
}

export class Dialler {
	readonly #open = new Set<Watched>();

	call = ({ host: [host = 'localhost'], port: [port = 5432], path }: Where): Socket => {
		const socket = path ? dial(path) : dial(port, host);
		this.#watch(socket);
		// Hung up before a word was said.
		socket.once('end', () => {
			if (socket.bytesRead === 0) drop(socket, 'ECONNRESET');
		});
		// The driver reads it to name the host in a TLS handshake.
		return path ? socket : Object.assign(socket, { host });
	};

	#watch(socket: Socket): void {
		const watched: Watched = { socket, heardAt: performance.now(), asked: 0, owesSince: null };
		this.#open.add(watched);
		socket.on('data', () => {
			watched.heardAt = performance.now();
			watched.asked = socket.bytesWritten;
			watched.owesSince = null;
		});
		const looking = setInterval(() => this.#look(watched), LOOK_EVERY).unref();
		socket.once('close', () => {
			clearInterval(looking);
			this.#open.delete(watched);
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
		for (const { socket, heardAt } of this.#open) if (heardAt <= since) drop(socket, 'ETIMEDOUT');
	}
}

/**
 * Without an error the driver calls again at once, and for ever, where it has not been answered yet. With one it
 * forgets, of a connection that was good, what it is asked between the error and the close.
 */
function drop(socket: Socket, code: 'ETIMEDOUT' | 'ECONNRESET'): void {
	if (socket.bytesRead > 0) socket.destroy();
	else socket.destroy(Object.assign(new Error('the database does not answer'), { code }));
}
