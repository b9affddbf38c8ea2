// @ts-nocheck: the peers are installed in this folder alone and on first use, so their types are not there to check against.
// Plain Socket.IO: one room, a command numbered and handed to everybody, nothing stored.
import http from 'node:http';
import { Server } from 'socket.io';

const server = http.createServer((_request, response) => response.end('okay'));
const io = new Server(server, { serveClient: false, perMessageDeflate: false, transports: ['websocket'] });
let seq = 0;
io.on('connection', (socket) => {
	socket.join('meeting');
	socket.on('command', (command, answer) => {
		seq += 1;
		io.to('meeting').emit('events', [{ seq, at: Date.now(), by: socket.id, ...command }]);
		answer({ ok: true, seq });
	});
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
