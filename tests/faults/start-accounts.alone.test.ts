import { chmodSync, chownSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { aCheckoutIn, asNobody, nobodyReachesIt } from '../support/checkout.ts'
import { serversOn } from '../support/process-tree.ts'
import { usePrograms } from '../support/program.ts'

const { aFolder, run } = usePrograms()
const isRoot = process.getuid?.() === 0
const effectiveUser = (pid: number): number => statSync(`/proc/${pid}`).uid

describe.runIf(isRoot)('who starts the program', () => {
  // Somebody else could not enter a closed checkout: there root's namespace stands in for him.
  it.runIf(nobodyReachesIt())(
    'may be root: the database server runs as somebody else',
    async () => {
      const folder = aFolder()
      await (await run(folder)).untilServing()

      const [server] = serversOn(folder)

      expect(effectiveUser(server?.pid ?? 0)).not.toBe(0)
    },
  )

  it('may be root in a folder that others cannot read', async () => {
    const closed = aFolder()
    chmodSync(closed, 0o700)

    await (await run(join(closed, 'data'))).untilServing()
  })

  // Where this checkout itself lies in a closed folder, the copy of it below is the test.
  it.runIf(nobodyReachesIt())('may be an ordinary user', async () => {
    const folder = aFolder()
    chownSync(folder, 65_534, 65_534)

    await (await run(folder, { prefix: asNobody })).untilServing()

    expect(effectiveUser(serversOn(folder)[0]?.pid ?? 0)).toBe(65_534)
  })

  it('may be root with the whole checkout in a folder that others cannot read', async () => {
    const root = aCheckoutIn(aFolder(), 0)

    await (await run(join(root, 'data'), { root })).untilServing()
  })

  it('may be root in the closed home of somebody else', async () => {
    const root = aCheckoutIn(aFolder(), 65_534)

    await (await run(join(root, 'data'), { root })).untilServing()
  })

  it('may be an ordinary user with the whole checkout in a folder that others cannot read', async () => {
    const root = aCheckoutIn(aFolder(), 65_534)

    await (await run(join(root, 'data'), { root, prefix: asNobody })).untilServing()
  })

  it('may be root first and root again after the folder was closed to others', async () => {
    const folder = aFolder()
    const first = await run(join(folder, 'data'))
    await first.untilServing()
    first.kill('SIGTERM')
    await first.untilEnded()

    chmodSync(folder, 0o700)
    await (await run(join(folder, 'data'))).untilServing()
    chmodSync(folder, 0o711)
  })
})

describe('a start that is killed', () => {
  it('at any moment of the very first one leaves nothing that hinders the next', async () => {
    const folder = aFolder()
    for (const delay of [50, 150, 300, 450, 600, 750, 900, 1200, 1500, 1900, 2400]) {
      const program = await run(folder)
      await wait(delay)
      program.kill('SIGKILL')
      await program.untilEnded()
    }

    await (await run(folder)).untilServing()
  })
})
