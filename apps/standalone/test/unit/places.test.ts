import { mkdirSync, mkdtempSync, rmSync, chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { serverAccount } from '../../src/postgres/account.ts';
import { socketFolder } from '../../src/postgres/places.ts';
import { closedFolder } from '../../src/postgres/reach.ts';

test('a socket’s path fits into 107 bytes', () => {
  expect(socketFolder('/var/lib/glossator')).toBe('/var/lib/glossator/run');
  const deep = `/srv/${'很深'.repeat(20)}`;
  expect(socketFolder(deep, '/tmp')).toMatch(/^\/tmp\/glossator-[0-9a-f]{16}$/);
  expect(socketFolder(deep)).toBe(socketFolder(deep));
});

const passwd = 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533::/:/bin/false\n';

test('root hands the server to an account with a name, others keep it', () => {
  expect(serverAccount(() => passwd, 0)).toEqual({ name: 'nobody', uid: 65534, gid: 65533 });
  expect(serverAccount(() => `${passwd}postgres:x:101:104::/:/bin/sh\n`, 0)).toMatchObject({
    uid: 101,
  });
  expect(serverAccount(() => passwd, 1000)).toBeNull();
  expect(() => serverAccount(() => 'root:x:0:0:', 0)).toThrow(/ordinary user\.$/);
});

test('a closed folder on the way is found', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'reach-'));
  const home = path.join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  chmodSync(folder, 0o755);
  const stranger = { name: 'nobody', uid: 65534, gid: 65534 };
  expect(closedFolder(path.join(home, 'data'), stranger)).toBe(home);
  expect(closedFolder(path.join(home, 'data'), null)).toBeNull();
  chmodSync(home, 0o711);
  expect(closedFolder(path.join(home, 'data'), stranger)).toBeNull();
  rmSync(folder, { recursive: true });
});
