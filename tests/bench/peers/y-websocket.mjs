// @ts-nocheck: the peers are installed in this folder alone and on first use, so their types are not there to check against.
// y-websocket's own server as its `bin` starts it; YPERSISTENCE=<folder> switches its LevelDB on.
import http from 'node:http';
import { WebSocketServer } from 'ws';
import { getPersistence, setupWSConnection } from '@y/websocket-server/utils';

const server = http.createServer(async (request, response) => {
	// Behind every queued write: answered once LevelDB has taken all of them.
	if (request.url.startsWith('/stored')) await getPersistence()?.provider.getMeta('bench', 'stored');
	response.end('okay');
});
const sockets = new WebSocketServer({ noServer: true });
sockets.on('connection', setupWSConnection);
server.on('upgrade', (request, socket, head) =>
	sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request))
);
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
