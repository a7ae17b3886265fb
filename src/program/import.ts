import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Command } from '../commands.ts'
import { importers } from '../importers.ts'
import { type FindingLine, importFile } from '../modules/imports/index.ts'

/**
 * `npm run import -- agencies FILE`: names every problem and every difference, and writes nothing.
 * With the word `carry-out` behind it, it then brings the file in, whole or not at all. Papers that
 * the file names lie in the folder behind `--documents`.
 */
export const importCommand: Command = async (deps, words) => {
  const { plain, folder } = withoutFolder(words)
  const [kind = '', path = '', how = ''] = plain
  const importer = importers.find((one) => one.kind === kind)
  if (!importer || path === '' || !['', 'carry-out'].includes(how)) {
    deps.say(
      `Use: npm run import -- ${importers.map((one) => one.kind).join('|')} FILE [--documents FOLDER] [carry-out]`,
    )
    return 1
  }
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) {
    deps.say(`${path} cannot be read.`)
    return 1
  }
  const documents = folder === null ? [] : await papersIn(folder).catch(() => null)
  if (!documents || (folder !== null && !importer.documents)) {
    deps.say(documents ? `${kind} take no documents.` : `${folder} cannot be read.`)
    return 1
  }
  const { db, vault, files, now } = deps
  const job = { db, vault, files, importers, now: () => now }
  const file = { name: basename(path), bytes }
  const result = await importFile(job, {
    ...{ importer, file, documents, carryOut: how === 'carry-out' },
  })
  for (const line of result.findings) deps.say(textOf(line))
  deps.say(result.sentence)
  return result.isFine ? 0 : 1
}

function withoutFolder(words: readonly string[]) {
  const at = words.indexOf('--documents')
  if (at < 0) return { plain: words, folder: null }
  return {
    plain: words.filter((_, index) => index < at || index > at + 1),
    folder: words[at + 1] ?? '',
  }
}

/** Every file of the folder and those below it, read when its turn comes. */
async function papersIn(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name, parentPath }) => ({ name, read: () => readFile(join(parentPath, name)) }))
}

const textOf = ({ kind, line, subject, what }: FindingLine): string =>
  [line > 0 ? `line ${line}` : 'not in the file', subject, `${kind}: ${what}`]
    .filter((part) => part !== '')
    .join(', ')
