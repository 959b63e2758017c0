// Sends every message back; "close" is answered with a close frame.
const { WebSocketServer } = require('/usr/share/nodejs/ws');

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.argv[2]), maxPayload: 0 });
server.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => {
    if (!isBinary && data.toString() === 'close') {
      socket.close(4001, 'as you like');
    } else {
      socket.send(data, { binary: isBinary });
    }
  });
});
