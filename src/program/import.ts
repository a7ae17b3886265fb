import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from '../commands.ts'
import { importers } from '../importers.ts'
import { type FindingLine, importFile } from '../modules/imports/index.ts'

/**
 * `npm run import -- agencies FILE`: names every problem and every difference, and writes nothing.
 * With the word `carry-out` behind it, it then brings the file in, whole or not at all.
 */
export const importCommand: Command = async (deps, words) => {
  const [kind = '', path = '', how = ''] = words
  const importer = importers.find((one) => one.kind === kind)
  if (!importer || path === '' || !['', 'carry-out'].includes(how)) {
    deps.say(
      `Use: npm run import -- ${importers.map((one) => one.kind).join('|')} FILE [carry-out]`,
    )
    return 1
  }
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) {
    deps.say(`${path} cannot be read.`)
    return 1
  }
  const { db, vault, files, now } = deps
  const job = { db, vault, files, importers, now: () => now }
  const file = { name: basename(path), bytes }
  const result = await importFile(job, { importer, file, carryOut: how === 'carry-out' })
  for (const line of result.findings) deps.say(textOf(line))
  deps.say(result.sentence)
  return result.isFine ? 0 : 1
}

const textOf = ({ kind, line, subject, what }: FindingLine): string =>
  [line > 0 ? `line ${line}` : 'not in the file', subject, `${kind}: ${what}`]
    .filter((part) => part !== '')
    .join(', ')
