/** The WebSocket that y-websocket's provider is given: it counts what must be committed, and holds readers back. */

const SYNC = 0;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
const EMPTY_STEP_1 = Uint8Array.of(SYNC, STEP_1, 1, 0);
const EMPTY_STEP_2 = Uint8Array.of(SYNC, STEP_2, 2, 0, 0);
/** What the server takes from a reader in one frame. */
const READER_FRAME = 4096;

export interface Outgoing {
	readonly mayWrite: () => boolean;
	/** A new connection: the server counts its frames from nought. */
	readonly opened: () => void;
	/** An update or a step 2 has left. */
	readonly sent: () => void;
}

export function socketFor(outgoing: Outgoing): typeof WebSocket {
	return class extends WebSocket {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols);
			this.addEventListener('open', outgoing.opened);
		}

		override send(data: Parameters<WebSocket['send']>[0]): void {
			const mayWrite = outgoing.mayWrite();
			const frame = data instanceof Uint8Array ? allowed(data, mayWrite) : data;
			if (frame === null) return;
			// The server counts what it commits; a reader's empty answer is not among it.
			if (mayWrite && frame instanceof Uint8Array && isText(frame)) outgoing.sent();
			super.send(frame);
		}
	};
}

function isText(frame: Uint8Array): boolean {
	return frame[0] === SYNC && (frame[1] === STEP_2 || frame[1] === UPDATE);
}

/**
 * What a reader may say. The editor's binding repairs what does not fit its schema even while it only shows it;
 * the server would count such repairs as attempts to write.
 */
function allowed<Frame extends Uint8Array>(
	frame: Frame,
	mayWrite: boolean
): Frame | Uint8Array<ArrayBuffer> | null {
	if (mayWrite) return frame;
	if (frame[0] !== SYNC) return null;
	if (frame[1] === UPDATE) return null;
	if (frame[1] === STEP_2) return EMPTY_STEP_2;
	return frame.length > READER_FRAME ? EMPTY_STEP_1 : frame;
}
