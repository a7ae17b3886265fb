import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/**
 * Kinds of tests; `npm run test:all` adds the slow ones, named `x.slow.test.ts`, and last, one after
 * the other, those that want the machine for themselves: `x.alone.test.ts`.
 */
const slow = ['{src,tests}/**/*.{slow,alone}.test.{ts,tsx}']
const database = ['{src,tests}/**/*.{db,http}.test.{ts,tsx}']
/**
 * Files of one process share what they import: loading the whole program anew for each took half of
 * all the time. Nothing of ours is replaced in tests, so nothing is left behind for the next file.
 */
const shared = { isolate: false }
const oxc = {
  jsx: { runtime: 'automatic' as const, importSource: '#html', development: false },
}

export default defineConfig({
  oxc,
  test: {
    // By itself Vitest leaves one core out, which on two cores is half of them.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        oxc,
        test: {
          name: 'unit',
          ...shared,
          include: ['{src,bin,bench}/**/*.test.{ts,tsx}', 'tests/support/**/*.test.ts'],
          exclude: [...database, ...slow],
        },
      },
      {
        oxc,
        test: {
          name: 'db',
          ...shared,
          include: [...database, 'tests/cases/**/*.test.ts'],
          exclude: [...slow, 'tests/{house,journeys,faults}/**'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 15_000,
          hookTimeout: 240_000,
        },
      },
      {
        oxc,
        test: {
          name: 'house',
          ...shared,
          include: ['tests/house/**/*.test.{ts,tsx}'],
          exclude: slow,
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
      {
        oxc,
        test: {
          name: 'journeys',
          ...shared,
          include: ['tests/journeys/**/*.{test,spec}.ts'],
          exclude: slow,
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        oxc,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          exclude: slow,
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        oxc,
        test: {
          name: 'slow',
          ...shared,
          include: ['{src,tests}/**/*.slow.test.{ts,tsx}'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 240_000,
        },
      },
      {
        oxc,
        test: {
          name: 'alone',
          include: ['{src,tests}/**/*.alone.test.{ts,tsx}'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
