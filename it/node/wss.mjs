// Sends one message and receives it again with the client named in the first argument, over WebSocket with TLS.
// Arguments: client, url, destination, text. The login comes in the environment. Prints the text that arrived.
import { randomUUID } from 'node:crypto';

const [client, url, destination, text] = process.argv.slice(2);
const user = process.env.PB_USER;
const password = process.env.PB_PASSWORD;

async function mqtt() {
  const { connectAsync } = await import('mqtt');
  const connection = await connectAsync(url, {
    username: user,
    password,
    clientId: randomUUID(),
    protocolVersion: 5,
  });
  const arrived = new Promise((resolve) => connection.on('message', (topic, body) => resolve(body.toString())));
  await connection.subscribeAsync(destination, { qos: 1 });
  await connection.publishAsync(destination, text, { qos: 1 });
  const received = await arrived;
  await connection.endAsync();
  return received;
}

async function stomp() {
  const { Client } = await import('@stomp/stompjs');
  const { WebSocket } = await import('ws');
  return new Promise((resolve, reject) => {
    const connection = new Client({
      webSocketFactory: () => new WebSocket(url, ['v12.stomp', 'v11.stomp', 'v10.stomp']),
      connectHeaders: { login: user, passcode: password },
      reconnectDelay: 0,
      onStompError: (frame) => reject(new Error(frame.headers.message)),
      onWebSocketError: reject,
      onConnect: () => {
        connection.subscribe(destination, async (message) => {
          await connection.deactivate();
          resolve(message.body);
        });
        connection.publish({ destination, body: text });
      },
    });
    connection.activate();
  });
}

async function amqp() {
  const { default: rhea } = await import('rhea');
  const { WebSocket } = await import('ws');
  const connect = rhea.websocket_connect(WebSocket);
  return new Promise((resolve, reject) => {
    const container = rhea.create_container();
    const queue = { address: destination, capabilities: ['queue'] };
    container.on('connection_open', (context) => {
      context.connection.open_receiver({ source: queue });
      context.connection.open_sender({ target: queue });
    });
    container.once('sendable', (context) => context.sender.send({ body: text }));
    container.on('message', (context) => {
      context.connection.close();
      resolve(context.message.body);
    });
    container.on('disconnected', (context) => reject(context.error ?? new Error('disconnected')));
    container.connect({
      connection_details: connect(url, ['amqp']),
      username: user,
      password,
      reconnect: false,
    });
  });
}

const deadline = setTimeout(() => {
  console.error('nothing arrived in 120 s');
  process.exit(1);
}, 120_000);
const received = await { mqtt, stomp, amqp }[client]();
clearTimeout(deadline);
// Exits when all is written: an exit right away cuts what a pipe has not taken yet, 64 KiB on a busy machine.
process.stdout.write(`${received}\n`, () => process.exit(0));
