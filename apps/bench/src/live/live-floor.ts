import http, { type ServerResponse } from 'node:http';
import pg from 'pg';

/*
 * The least a server could do for the same events: node:http, one LISTEN connection on the same
 * channel, one write for each open stream. No log, place, layers or rights.
 */
const streams = new Set<ServerResponse>();
const listener = new pg.Client(String(process.env['DATABASE_URL']));
await listener.connect();
await listener.query('listen glossator_change');
let told = 0;
listener.on('notification', () => {
  told += 1;
  // As long as ours, and other words each time.
  const id = String(told).padStart(120, '0');
  const text = `id: ${id}\nevent: change\ndata: ${JSON.stringify({ work: 'ncss-2016', what: 'new', thread: id.slice(0, 36), annotation: id.slice(0, 36), uids: ['s-00000000'] })}\n\n`;
  for (const response of streams) response.write(text);
});

const server = http.createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 2000\n\n');
  streams.add(response);
  response.once('close', () => streams.delete(response));
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('ready'));
process.once('disconnect', () => process.exit());
