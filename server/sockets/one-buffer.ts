import type { Server } from 'socket.io';

interface Encoder {
	/** Socket.IO's own: makes a broadcast's WebSocket frame once for everybody, as header and body. */
	_encode?(packet: unknown, options: { wsPreEncodedFrame?: Buffer[] }): string[];
}

/**
 * Joins header and body of what is sent to everybody: one buffer is a plain write, two are a gathering one,
 * which costs each of 500 sockets a tenth more. Works for every adapter, since all inherit the method.
 */
export function broadcastInOneBuffer(io: Pick<Server, 'of'>): void {
	const adapter = io.of('/').adapter as unknown as Encoder;
	const encode = adapter._encode;
	if (typeof encode !== 'function') throw new Error('Socket.IO no longer makes frames where it did');
	adapter._encode = (packet, options) => {
		const encoded = encode.call(adapter, packet, options);
		if (options.wsPreEncodedFrame) options.wsPreEncodedFrame = [Buffer.concat(options.wsPreEncodedFrame)];
		return encoded;
	};
}
