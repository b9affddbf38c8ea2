/**
 * An upgraded connection. `ws` reads, pings back and closes; prepared frames are written past it and, where the
 * connection is plain TCP, past Node's stream as well: of what an edit costs with 500 readers, seven tenths are
 * these writes, and the stream's bookkeeping is a tenth of each (tests/bench/README.md has the figures).
 */
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { WebSocket } from 'ws';

/** Node's own TCP handle, as `net.Socket` uses it. */
interface Handle {
	/** Zero, or the negative number of an error. Takes over the request only where it could not write at once. */
	writeBuffer(request: Request, bytes: Uint8Array): number;
}

interface Request {
	oncomplete?: (status: number) => void;
	/** Holds on to what is not written yet. */
	buffer?: Uint8Array;
}

interface Binding {
	readonly WriteWrap: new () => Request;
	readonly streamBaseState: ArrayLike<number>;
	readonly kLastWriteWasAsync: number;
}

const binding = findBinding();

export class Line {
	readonly ws: WebSocket;
	readonly #stream: Duplex;
	#handle: Handle | null;
	/** Serves every write that is done at once, which leaves it as it was. */
	#request = binding && new binding.WriteWrap();
	/** Bytes of a frame that the connection took only in part. */
	#left = 0;
	/** Something waits: what comes next goes behind it, through the stream. */
	#waits = false;

	constructor(ws: WebSocket, stream: Duplex) {
		this.ws = ws;
		this.#stream = stream;
		this.#handle = handleOf(stream);
		stream.once('close', () => (this.#handle = null));
	}

	/** Bytes that the connection has not taken yet. */
	get waiting(): number {
		return this.#handle !== null && !this.#waits ? 0 : this.#left + this.#stream.writableLength;
	}

	/** Nothing follows a closing frame. */
	write(frame: Buffer): void {
		if (this.ws.readyState !== this.ws.OPEN) return;
		if (this.#waits) this.#waits = this.waiting > 0;
		if (this.#waits || this.#handle === null) this.#stream.write(frame);
		else this.#writeNow(this.#handle, frame);
	}

	#writeNow(handle: Handle, frame: Buffer): void {
		const request = this.#request;
		if (!binding || !request) return;
		if (handle.writeBuffer(request, frame) < 0) return void this.#stream.destroy();
		if (binding.streamBaseState[binding.kLastWriteWasAsync] === 0) return;
		this.#request = new binding.WriteWrap();
		request.buffer = frame;
		request.oncomplete = (status) => {
			this.#left = 0;
			if (status < 0) this.#stream.destroy();
		};
		this.#left = frame.length;
		this.#waits = true;
	}
}

function handleOf(stream: Duplex): Handle | null {
	if (!binding || !(stream instanceof Socket) || stream instanceof TLSSocket) return null;
	const { _handle: handle } = stream as unknown as { _handle?: Partial<Handle> | null };
	return typeof handle?.writeBuffer === 'function' ? (handle as Handle) : null;
}

/** Not part of Node's promises: where it is gone or changed, every frame goes through the stream. */
function findBinding(): Binding | null {
	const { binding: find } = process as unknown as { binding?: (name: string) => Partial<Binding> };
	try {
		const found = find?.call(process, 'stream_wrap');
		const isWhole = found?.WriteWrap && found.streamBaseState && found.kLastWriteWasAsync !== undefined;
		return isWhole ? (found as Binding) : null;
	} catch {
		return null;
	}
}
