import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = `${root}apps/standalone/src/check`;

// A worker waits for its database or its site half of the time.
const workers = Math.max(2, availableParallelism());

export default defineConfig({
  root,
  test: {
    reporters: ['default', [`${check}/reporter.ts`, { file: process.env['CHECK_COUNTS'] }]],
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'packages/*/test/**/*.test.ts',
            'apps/web/src/**/*.test.ts',
            'apps/standalone/test/unit/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'api',
          include: ['apps/api/test/**/*.test.ts'],
          globalSetup: [`${check}/setup-api.ts`],
          maxWorkers: workers,
          // Modules keep nothing of a test: an app, its pool and its database are made for each.
          isolate: false,
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'operate',
          include: ['apps/standalone/test/operate/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['apps/web/e2e/**/*.test.ts'],
          globalSetup: [`${check}/setup-e2e.ts`, `${root}apps/web/e2e/support/setup-browser.ts`],
          maxWorkers: Math.min(workers, 3),
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
