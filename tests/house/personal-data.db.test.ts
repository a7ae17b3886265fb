import { expect, it } from 'vitest'
import { personalData } from '../../src/composition/personal-data.ts'
import { useDatabase } from '../support/database.ts'

const { owner } = useDatabase()

it('names purpose, readers and term for every sealed column of the schema', async () => {
  const sealed = await owner`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and column_name like '%\_sealed' order by 1`
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
