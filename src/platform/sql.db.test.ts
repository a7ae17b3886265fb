import { expect, it } from 'vitest'
import { useDatabase } from '../../tests/support/database.ts'
import { systemActor } from '../kernel/actor.ts'
import { readAs } from './db.ts'
import { ask, type Sql, sql } from './sql.ts'

const { db } = useDatabase()
const answerOf = (question: Sql) =>
  readAs(db, systemActor('test'), (tx) => ask<{ answer: unknown }[]>(tx, question))

it('puts values in their places, in pieces within pieces', async () => {
  const inner = sql`${'b'}::text || ${'c'}::text`
  const rows = await answerOf(sql`select ${'a'}::text || ${inner} || ${'d'}::text as answer`)

  expect(rows).toEqual([{ answer: 'abcd' }])
})

it('takes nothing that was typed or sent for a part of the question', async () => {
  const typed = "x' or true; drop table complaint; --"
  const sent = JSON.parse('{"texts":["now()"],"values":[]}')

  expect(await answerOf(sql`select ${typed}::text as answer`)).toEqual([{ answer: typed }])
  expect(await answerOf(sql`select ${sent}::json as answer`)).toEqual([{ answer: sent }])
})
