import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAlive } from '../../src/platform/processes.ts'
import { childrenOf, serversOn } from '../support/process-tree.ts'
import { eventually, type Program, usePrograms } from '../support/program.ts'

const { aFolder, run } = usePrograms()

const onlyChild = (program: Program, words: string): number => {
  const [child] = childrenOf(program.pid, words)
  if (!child) throw new Error(`no ${words} below ${program.pid}: ${program.printed()}`)
  return child.pid
}

describe('after a kill', () => {
  it('of every process at once, the next start serves', async () => {
    const folder = aFolder()
    const first = await run(folder)
    await first.untilServing()

    const all = [first.pid, ...childrenOf(first.pid).map((one) => one.pid)]
    expect(all).toHaveLength(4)
    for (const pid of all) process.kill(pid, 'SIGKILL')
    await first.untilEnded()

    const second = await run(folder)
    await second.untilServing()
    expect((await fetch(second.url)).status).toBeLessThan(500)
  })

  it('of the program alone, nothing of it stays behind', async () => {
    const folder = aFolder()
    const program = await run(folder)
    await program.untilServing()
    const children = childrenOf(program.pid).map((one) => one.pid)

    program.kill('SIGKILL')

    await eventually('all children ended', () => !children.some(isAlive))
    await (await run(folder)).untilServing()
  })

  it('of npm, which can pass nothing on, nothing of it stays behind', async () => {
    const folder = aFolder()
    const program = await run(folder, { prefix: asNpm, env: { npm_lifecycle_event: 'start' } })
    await program.untilServing()
    expect(serversOn(folder)).toHaveLength(1)

    program.kill('SIGKILL')

    await eventually('the server ended', () => serversOn(folder).length === 0)
    await (await run(folder)).untilServing()
  })

  it('an orphaned database server is shut down by the next start', async () => {
    const folder = aFolder()
    const program = await run(folder, { env: { PATH: aPathWithoutSetpriv(aFolder()) } })
    await program.untilServing()
    program.kill('SIGKILL')
    await program.untilEnded()
    const [orphan] = serversOn(folder)
    expect(orphan?.parent).not.toBe(program.pid)

    const next = await run(folder)
    await next.untilServing()

    expect(next.printed()).toContain('A database server was left over from a killed run')
    expect(isAlive(orphan?.pid ?? 0)).toBe(false)
    expect(serversOn(folder)).toHaveLength(1)
  })

  it('of the web process, it is started again', async () => {
    const program = await run(aFolder())
    await program.untilServing()

    process.kill(onlyChild(program, 'main.js web'), 'SIGKILL')

    await eventually('it serves again', () => answers(program.url))
    expect(program.printed()).toContain('The web process ended (SIGKILL); starting it again.')
  })

  it('of the database server, all stops with a sentence and the next start serves', async () => {
    const folder = aFolder()
    const program = await run(folder)
    await program.untilServing()

    process.kill(onlyChild(program, 'postgres -D'), 'SIGKILL')

    expect(await program.untilEnded()).toBe(1)
    expect(program.printed()).toContain('The database server ended by itself: everything stops.')
    await (await run(folder)).untilServing()
  })
})

it('ends everything in order when it is asked to, with exit code 0', async () => {
  const folder = aFolder()
  const program = await run(folder)
  await program.untilServing()
  const children = childrenOf(program.pid).map((one) => one.pid)

  program.kill('SIGINT')

  expect(await program.untilEnded()).toBe(0)
  expect(children.filter(isAlive)).toEqual([])
})

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (answer) => answer.status < 500,
    () => false,
  )

/** As npm does it: a process that starts a shell that starts the program. */
const asNpm = [
  process.execPath,
  '-e',
  `require('node:child_process').spawn('sh', ['-c', process.argv.slice(1).join(' ') + '; true'], { stdio: 'inherit' })`,
]

/** As on a system without util-linux: nothing ends the server when its parent is killed. */
function aPathWithoutSetpriv(folder: string): string {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  for (const name of ['sh', 'unshare', 'true']) symlinkSync(`/usr/bin/${name}`, join(bin, name))
  return bin
}
