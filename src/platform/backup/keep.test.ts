import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { backupName, keepNewest, tooOld } from './keep.ts'

const nights = [1, 2, 3, 4].map((day) => backupName(new Date(Date.UTC(2026, 10, day, 19))))

it('keeps the newest, and touches nothing that is not a backup of its own', () => {
  expect(nights[0]).toBe('become-2026-11-01T190000Z.backup')
  expect(tooOld([...nights, 'a-letter.pdf', 'become-my-own.backup'].reverse(), 3)).toEqual([
    nights[0],
  ])
  expect(tooOld(nights, 4)).toEqual([])
})

it('clears what a killed attempt left', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'become-keep-'))
  const part = `${nights[0]}.9b2ad3c4-0000-4000-8000-000000000000.part`
  for (const name of [...nights, part, 'notes.part']) writeFileSync(join(folder, name), '')

  await keepNewest(folder, 2)

  expect(readdirSync(folder).sort()).toEqual([nights[2], nights[3], 'notes.part'])
  rmSync(folder, { recursive: true })
})
