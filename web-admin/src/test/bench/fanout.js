// A fan-out server of a dozen lines on the `ws` package, to compare with: node fanout.js PORT
// Whatever a client of /pub says goes to every client of /sub; what a client of /sub says is kept, the newest of each.
const { WebSocketServer, WebSocket } = require('ws');

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.argv[2]), perMessageDeflate: false });
const listeners = new Set();
const readings = new Map();

server.on('connection', (socket, request) => {
  socket.on('error', () => {});
  if (request.url === '/sub') {
    listeners.add(socket);
    socket.on('close', () => listeners.delete(socket) && readings.delete(socket));
    socket.on('message', (message) => readings.set(socket, JSON.parse(message).hr));
  } else {
    socket.on('message', (message) => {
      const text = message.toString();
      for (const listener of listeners) {
        if (listener.readyState === WebSocket.OPEN) listener.send(text);
      }
    });
  }
});
server.on('listening', () => console.log('ready'));
