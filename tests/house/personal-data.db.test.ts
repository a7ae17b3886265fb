import { expect, it } from 'vitest'
import { personalData } from '../../src/composition/personal-data.ts'
import { useDatabase } from '../support/database.ts'

const { owner } = useDatabase()

it('names purpose, readers and term for every sealed column of the schema', async () => {
  // A partition holds what its table holds.
  const sealed = await owner`
    select c.relname || '.' || a.attname as name
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and a.attname like '%\_sealed' order by 1`
  const named = new Set(personalData.flatMap(({ columns }) => columns))

  expect(sealed.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([])
})

it('names no column that does not exist', async () => {
  const columns = await owner`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public'`
  const existing = new Set(columns.map(({ name }) => name))

  const named = personalData.flatMap(({ columns }) => columns)
  expect(named.filter((name) => !existing.has(name))).toEqual([])
})
