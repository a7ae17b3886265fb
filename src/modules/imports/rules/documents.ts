import type { Finding, ImportRow, RowDocument } from './importer.ts'
import type { MatchedRow } from './rows.ts'

/** A paper that came with a file, judged. */
export type RunDocument = {
  readonly position: number
  readonly name: string
  /** Why it is not taken; null for one that is. */
  readonly fault: string | null
  readonly digest: string | null
}

/** More papers than one record takes are a mistake in the file. */
const mostForRow = 20

/** How a file calls a paper: folders, capitals and ways of writing a letter do not count. */
const documentKey = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').normalize('NFC').trim().toLowerCase()

/** What lies in every folder and is meant for nobody. */
export const isLitter = (name: string): boolean =>
  /(^|[\\/])(__MACOSX[\\/]|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name)

/** What a name promises; a name that promises nothing cannot lie. */
const kindsByEnding: Readonly<Record<string, string>> = {
  ...{ jpg: 'jpeg', jpeg: 'jpeg', png: 'png', webp: 'webp', pdf: 'pdf', mp3: 'mp3' },
  ...{ m4a: 'm4a', mp4: 'm4a', ogg: 'ogg', oga: 'ogg', opus: 'ogg', webm: 'webm', wav: 'wav' },
}
export function isLie(name: string, kind: string): boolean {
  const ending = /\.([a-z0-9]{1,5})$/.exec(documentKey(name))?.[1] ?? ''
  const promised = Object.hasOwn(kindsByEnding, ending) ? kindsByEnding[ending] : undefined
  return promised !== undefined && promised !== kind
}

export type MatchedDocuments = {
  readonly rows: readonly ImportRow[]
  readonly problems: readonly Finding[]
}

/** The column that names papers, and how a cell names several. */
export type Naming = {
  readonly column: string | null
  readonly partsOf: (cell: string | undefined) => readonly string[]
}

/** Gives each line its papers; names those that are missing, cannot be taken, or belong to no line. */
export function matchDocuments(
  rows: readonly MatchedRow[],
  { column, partsOf }: Naming,
  documents: readonly RunDocument[],
): MatchedDocuments {
  const byKey = new Map<string, RunDocument>()
  const problems: Finding[] = []
  const named = new Set<number>()
  for (const one of documents) {
    const key = documentKey(one.name)
    if (byKey.has(key)) problems.push(ofDocument(one, 'document-twice'))
    else byKey.set(key, one)
  }
  const given = rows.map((row) => {
    const names = column === null ? [] : partsOf(row.cells[column])
    const wrong = (key: string) => problems.push(ofRow(row, column, key))
    if (names.length > mostForRow) wrong('too-many-documents')
    return { ...row, documents: names.flatMap((name) => foundFor(name, byKey, { named, wrong })) }
  })
  const kept = [...byKey.values()].filter(({ position }) => !named.has(position))
  return {
    rows: given,
    problems: [
      ...problems,
      ...kept.map((one) =>
        ofDocument(one, one.fault?.startsWith('archive-') ? one.fault : 'document-unnamed'),
      ),
    ],
  }
}

type Found = { readonly named: Set<number>; readonly wrong: (key: string) => void }

function foundFor(
  name: string,
  byKey: ReadonlyMap<string, RunDocument>,
  { named, wrong }: Found,
): RowDocument[] {
  const found = byKey.get(documentKey(name))
  if (!found) {
    wrong('document-missing')
    return []
  }
  named.add(found.position)
  if (found.fault !== null) wrong(found.fault)
  return found.digest === null ? [] : [{ position: found.position, digest: found.digest }]
}

const ofRow = ({ line }: MatchedRow, column: string | null, key: string): Finding => ({
  ...{ kind: 'problem', line, subject: '', column },
  message: { key: `imports.problem.${key}` },
})

const ofDocument = ({ position }: RunDocument, key: string): Finding => ({
  ...{ kind: 'problem', line: 0, subject: '', column: null, document: position },
  message: { key: `imports.problem.${key}` },
})
