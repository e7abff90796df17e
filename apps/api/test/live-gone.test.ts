import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { listenLive } from './support/listen-live.ts';
import { ownApp } from './support/index.ts';

test('whoever goes away before their stream is open keeps no place', async () => {
  const site = await ownApp();
  await site.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = site.app.server.address() as AddressInfo;
  const blocker = new pg.Client({ connectionString: site.ownerUrl });
  await blocker.connect();
  onTestFinished(() => blocker.end());
  await blocker.query('begin');
  await blocker.query('lock table layer in access exclusive mode');

  const client = net.connect(port, '127.0.0.1');
  client.write('GET /api/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await vi.waitFor(async () => {
    const { rowCount } = await site.owner.query(
      `select from pg_stat_activity where wait_event_type = 'Lock'
         and datname = current_database() and query like '%select l.id from layer l%'`,
    );
    expect(rowCount).toBe(1);
  });
  client.destroy();
  await once(client, 'close');
  await vi.waitFor(async () => {
    const open = await new Promise<number>((resolve) => {
      site.app.server.getConnections((_error, n) => {
        resolve(n);
      });
    });
    expect(open).toBe(0);
  });
  await blocker.query('commit');

  // Comes after the other in everything.
  const stream = await listenLive(site, null);
  onTestFinished(() => {
    stream.close();
  });
  expect(stream.status).toBe(200);
  expect(site.app.live.hub.size()).toBe(1);
});
