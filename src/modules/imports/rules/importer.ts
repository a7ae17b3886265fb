import type { Actor, Role } from '../../../kernel/actor.ts'
import type { Message } from '../../../kernel/reader.ts'

export type Column = {
  readonly key: string
  /** Heads under which the column is known, in any language; the first is that of the template. */
  readonly heads: readonly string[]
  readonly required: boolean
}

/** A paper that a line names; what it is was judged before. */
export type RowDocument = {
  /** Among the papers of the run. */
  readonly position: number
  /** Keyed, of its content, in hexadecimal. */
  readonly digest: string
}

/** One line of the file, by the keys of the columns; an empty cell is ''. */
export type ImportRow = {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  readonly documents: readonly RowDocument[]
}

export type FieldChange = {
  readonly field: string
  readonly from: string | null
  readonly to: string | null
}

/** What a dry run says of a line. It is kept and shown: no personal content. */
export type Finding =
  | {
      readonly kind: 'problem'
      /** 0 for a paper that no line names. */
      readonly line: number
      /** Of the row: its number, or ''. */
      readonly subject: string
      /** Its key while the file is judged, its head once that is shown. */
      readonly column: string | null
      readonly message: Message
      /** The paper in question, by its position: its name is not for keeping. */
      readonly document?: number
    }
  | {
      /**
       * `absent`: it stands on our register and not in the file; nothing is done about it.
       * `same`: it stands here as the file says, or is left alone.
       */
      readonly kind: 'new' | 'changed' | 'absent' | 'same'
      readonly line: number
      readonly subject: string
      readonly changes: readonly FieldChange[]
    }

/** What planning knows beside the lines. */
export type Planning = {
  readonly now: Date
  /** The record has this paper from an earlier file. */
  readonly isTaken: (recordId: string, document: RowDocument) => boolean
}

/** A paper as its sender called it. */
export type OpenedDocument = {
  readonly name: string | null
  readonly bytes: Buffer
  readonly whole: boolean
}

export type CarryOut<Deps> = {
  readonly runId: string
  readonly now: Date
  readonly deps: Deps
  /** Called now and then with how many lines are done. */
  progressed(done: number): Promise<void>
  open(document: RowDocument): Promise<OpenedDocument>
  /** Told of each paper that went to a record; null where the record had the very same file. */
  took(taken: {
    readonly recordId: string
    readonly document: RowDocument
    readonly evidenceId: string | null
  }): Promise<void>
}

/** What the lines of a file would change, and how: `carryOut` writes all of it in one transaction. */
export type Plan<Tx, Deps> = {
  readonly findings: readonly Finding[]
  readonly unchanged: number
  carryOut(tx: Tx, actor: Actor, work: CarryOut<Deps>): Promise<void>
}

/** One kind of register that can be brought in. Planning writes nothing. */
export type Importer<Tx, Deps> = {
  readonly kind: string
  /** Who may bring it in. */
  readonly readers: readonly Role[]
  readonly columns: readonly Column[]
  /** The column that names papers, and to which kind of record they go; none where none are taken. */
  readonly documents?: { readonly column: string; readonly to: 'complaint' | 'letter' }
  plan(tx: Tx, rows: readonly ImportRow[], planning: Planning): Promise<Plan<Tx, Deps>>
  /** Under which number of ours the lines of a run stand here, by what the file calls them. */
  numbersHere?(tx: Tx, runId: string): Promise<ReadonlyMap<string, string>>
}
