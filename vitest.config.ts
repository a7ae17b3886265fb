import { defineConfig } from 'vitest/config'

/** Kinds of tests; `npm test` runs the first four, `npm run test:all` also the slow ones. */
const slow = ['tests/**/*.slow.test.{ts,tsx}', 'tests/faults/**']
const database = ['{src,tests}/**/*.{db,http}.test.{ts,tsx}']
const oxc = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } }

export default defineConfig({
  oxc,
  test: {
    projects: [
      {
        oxc,
        test: {
          name: 'unit',
          include: ['{src,bin,bench}/**/*.test.{ts,tsx}', 'tests/support/**/*.test.ts'],
          exclude: database,
        },
      },
      {
        oxc,
        test: {
          name: 'db',
          include: [...database, 'tests/cases/**/*.test.ts'],
          exclude: [...slow, 'tests/house/**', 'tests/journeys/**'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 15_000,
          hookTimeout: 60_000,
        },
      },
      {
        oxc,
        test: {
          name: 'house',
          include: ['tests/house/**/*.test.{ts,tsx}'],
          exclude: slow,
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        oxc,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.{test,spec}.ts'],
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
          include: slow,
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
