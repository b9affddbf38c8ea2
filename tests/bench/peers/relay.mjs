// @ts-nocheck: the peers are installed in this folder alone and on first use, so their types are not there to check against.
// The floor: rooms of sockets, bytes handed on, no CRDT, no checks, nothing stored on disk.
// A newcomer gets all bytes so far in one frame, which is what the cheapest possible join costs.
import http from 'node:http';
import { WebSocketServer } from 'ws';

const rooms = new Map();
const server = http.createServer((_request, response) => response.end('okay'));
const sockets = new WebSocketServer({ noServer: true });

function varUint(value) {
	const bytes = [];
	for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
	return Buffer.from([...bytes, value]);
}

function welcome(room) {
	const body = Buffer.concat(room.updates);
	return Buffer.concat([Buffer.from([0, 1]), varUint(body.length), body]);
}

sockets.on('connection', (ws, request) => {
	const name = request.url;
	const room = rooms.get(name) ?? { members: new Set(), updates: [], welcome: null };
	rooms.set(name, room);
	room.members.add(ws);
	ws.send(Buffer.from([0, 0, 1, 0]));
	ws.on('message', (data) => {
		if (data[0] === 0 && data[1] === 0) {
			room.welcome ??= welcome(room);
			ws.send(room.welcome);
			return;
		}
		if (data[0] === 0 && data[1] === 1) return;
		if (data[0] === 0) {
			room.updates.push(data);
			room.welcome = null;
		}
		for (const other of room.members) if (other !== ws && other.readyState === 1) other.send(data);
	});
	ws.on('close', () => room.members.delete(ws));
});
server.on('upgrade', (request, socket, head) =>
	sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request))
);
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
