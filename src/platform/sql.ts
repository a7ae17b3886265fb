import type { Tx } from './db.ts'

// A symbol: nothing that was sent as JSON can pass for a piece of a question.
const mark = Symbol('sql')

/** A piece of a question: its text, and the values that are never part of the text. */
export type Sql = {
  readonly [mark]: true
  readonly texts: readonly string[]
  readonly values: readonly unknown[]
}

/**
 * Writes a piece of a question, with other pieces and values in it. For questions that are put
 * together anew each time: the driver's own pieces are promises, and fifty of them cost more than
 * the answer.
 */
export const sql = (texts: TemplateStringsArray, ...values: readonly unknown[]): Sql => ({
  [mark]: true,
  texts,
  values,
})

/** Asks the whole question. */
export function ask<T extends readonly object[]>(tx: Tx, whole: Sql): Promise<T> {
  const values: unknown[] = []
  const text = written(whole, values)
  return tx.unsafe(text, values as never[], { prepare: true }) as unknown as Promise<T>
}

function written({ texts, values }: Sql, all: unknown[]): string {
  let text = texts[0] ?? ''
  for (const [place, value] of values.entries()) {
    text += isPiece(value) ? written(value, all) : `$${all.push(value)}`
    text += texts[place + 1] ?? ''
  }
  return text
}

const isPiece = (value: unknown): value is Sql =>
  typeof value === 'object' && value !== null && mark in value
