// What each npm command does, once packages and Node are right.
import { existsSync, watch } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { check } from './check.mjs'
import { runNode } from './run-node.mjs'
import { test } from './test.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

export async function run(command, words) {
  const task = tasks[command]
  if (!task) {
    console.error(`There is no command ${command}; there are ${Object.keys(tasks).join(', ')}.`)
    process.exitCode = 1
    return
  }
  await task(words)
}

const program = (mode) => async (words) => {
  await build()
  process.setSourceMapsEnabled(true)
  const { main } = await import(join(root, 'dist', 'main.js'))
  await main([mode, ...words])
}

const tasks = {
  start: program('start'),
  migrate: program('migrate'),
  schema: program('schema'),
  admin: program('admin'),
  token: program('token'),
  audit: program('audit'),
  import: program('import'),
  keys: program('keys'),
  backup: program('backup'),
  restore: program('restore'),
  build,
  dev,
  check: (words) => check(root, words),
  test: (words) => buildAndTest(words, { slow: false }),
  'test:all': (words) => buildAndTest(words, { slow: true }),
  bench,
}

async function build() {
  const { build: bring } = await import('../src/build.ts')
  await bring((line) => console.error(line))
}

/** Built once here, so that the test files that run the program find it ready. */
async function buildAndTest(words, kinds) {
  await build().catch((error) => console.error(error.message))
  await test(root, words, kinds)
}

/** As start, and again after each change of a source or a text. */
async function dev(words) {
  let waiting
  const rebuild = () => {
    clearTimeout(waiting)
    waiting = setTimeout(async () => {
      await build().catch((error) => console.error(error.message))
      process.kill(process.pid, 'SIGUSR2')
    }, 100)
  }
  for (const folder of ['src', 'locales']) watch(join(root, folder), { recursive: true }, rebuild)
  await tasks.start(words)
}

async function bench(words) {
  if (!existsSync(join(root, 'bench', 'main.ts'))) throw new Error('bench/main.ts is missing')
  await build()
  const pages = ['--import', join(root, 'bench', 'support', 'read-tsx.mjs')]
  process.exitCode = await runNode(root, [...pages, join(root, 'bench', 'main.ts'), ...words])
}
