import { z } from 'zod'
import { type Bytes, damaged, makeByteReader, numberBytes } from './bytes.ts'

const tableShape = z.object({
  kind: z.literal('table'),
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  /** Of which table it is a part, and which: null for a whole one. */
  partOf: z.object({ parent: z.string(), bound: z.string() }).nullable(),
})
const countShape = z.object({
  schema: z.string(),
  name: z.string(),
  rows: z.number(),
  digest: z.string(),
})

/** What lies in an archive, in this order: tables, sequences, files, and what there was of each. */
const headShape = z.discriminatedUnion('kind', [
  tableShape,
  z.object({
    kind: z.literal('sequences'),
    sequences: z.array(
      z.object({
        schema: z.string(),
        name: z.string(),
        value: z.string(),
        isCalled: z.boolean(),
      }),
    ),
  }),
  z.object({ kind: z.literal('file'), hash: z.string() }),
  z.object({ kind: z.literal('summary'), tables: z.array(countShape), files: z.number() }),
])
export type EntryHead = Readonly<z.infer<typeof headShape>>
export type TableHead = Readonly<z.infer<typeof tableShape>>
export type TableCount = Readonly<z.infer<typeof countShape>>
export type Entry = { readonly head: EntryHead; readonly body: Bytes }

/** An entry is its head, the pieces of its body, and an empty piece. */
export async function* entryBytes(head: EntryHead, body?: Bytes): AsyncGenerator<Uint8Array> {
  const text = Buffer.from(JSON.stringify(head), 'utf8')
  yield Buffer.concat([numberBytes(text.length), text])
  for await (const piece of body ?? []) {
    if (piece.length === 0) continue
    yield numberBytes(piece.length)
    yield piece
  }
  yield numberBytes(0)
}

/** The body of one has to be read before the next is asked for; what is left of it is passed over. */
export async function* readEntries(source: Bytes): AsyncGenerator<Entry> {
  const reader = makeByteReader(source)
  async function* bodyOf(): AsyncGenerator<Buffer> {
    for (;;) {
      const length = (await reader.read(4))?.readUInt32BE()
      if (length === undefined) throw damaged('an entry ends too early')
      if (length === 0) return
      const piece = await reader.read(length)
      if (!piece) throw damaged('an entry ends too early')
      yield piece
    }
  }
  for (;;) {
    const length = (await reader.read(4))?.readUInt32BE()
    if (length === undefined) return
    const text = await reader.read(length)
    const body = bodyOf()
    yield { head: headShape.parse(JSON.parse(String(text))), body }
    for await (const _rest of body);
  }
}
