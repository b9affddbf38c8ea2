/** How a page reaches the server where its network lets no WebSocket through, the better way first. */
import { WebSocket, XHR } from 'socket.io-client';

export const transports = [WebSocket, XHR];
