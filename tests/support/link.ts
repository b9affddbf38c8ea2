import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * How a link can be away. `refused`: nobody listens and what was open is cut. `accepted-and-closed`: calls are
 * taken and hung up. `silent`: nothing arrives either way, and what was open never speaks again, as when packets
 * are dropped. `stalled`: nothing arrives, and all of it arrives later. `deaf`: what is sent arrives, the answers
 * never do.
 */
export type Absence = 'refused' | 'accepted-and-closed' | 'silent' | 'stalled' | 'deaf';

interface Pair {
	readonly near: Socket;
	readonly far: Socket | null;
}

/** A link to a database that a test can take away and give back. */
export class Link {
	readonly url: string;
	readonly #server: Server;
	readonly #target: { host: string; port: number };
	readonly #port: number;
	#pairs = new Set<Pair>();
	#absence: Absence | null = null;

	private constructor(server: Server, port: number, url: URL) {
		this.#server = server;
		this.#port = port;
		this.#target = { host: url.hostname, port: Number(url.port) };
		const own = new URL(url);
		own.hostname = '127.0.0.1';
		own.port = String(port);
		this.url = own.href;
		server.on('connection', (near) => this.#take(near));
	}

	static async to(url: string): Promise<Link> {
		const server = createServer();
		const port = await listen(server, 0);
		return new Link(server, port, new URL(url));
	}

	async take(absence: Absence): Promise<void> {
		this.#absence = absence;
		if (absence === 'refused' || absence === 'accepted-and-closed') this.#cut();
		if (absence === 'refused') await new Promise((resolve) => this.#server.close(resolve));
		for (const { near, far } of this.#pairs) {
			if (absence === 'silent' || absence === 'stalled') near.pause();
			if (absence !== 'refused') far?.pause();
		}
	}

	async giveBack(): Promise<void> {
		const absence = this.#absence;
		this.#absence = null;
		if (absence === 'refused') await listen(this.#server, this.#port);
		if (absence !== 'stalled') return this.#forget(absence);
		for (const { near, far } of this.#pairs) [near, far].forEach((end) => end?.resume());
	}

	async close(): Promise<void> {
		this.#cut();
		if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
	}

	#take(near: Socket): void {
		near.on('error', () => near.destroy());
		if (this.#absence === 'accepted-and-closed') return void near.destroy();
		const far = this.#absence === null ? connect(this.#target) : null;
		const pair = { near, far };
		this.#pairs.add(pair);
		near.on('close', () => {
			far?.destroy();
			this.#pairs.delete(pair);
		});
		if (!far) return void near.pause();
		far.on('error', () => far.destroy());
		far.on('close', () => near.destroy());
		near.on('data', (data) => far.write(data));
		far.on('data', (data) => near.write(data));
	}

	/** The database ends what it can no longer reach; towards us nothing is said. */
	#forget(absence: Absence | null): void {
		if (absence !== 'silent' && absence !== 'deaf') return;
		for (const { near, far } of this.#pairs) {
			far?.removeAllListeners('close');
			far?.destroy();
			near.pause();
		}
	}

	#cut(): void {
		for (const { near, far } of this.#pairs) [near, far].forEach((end) => end?.destroy());
	}
}

function listen(server: Server, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : 0);
		});
	});
}
