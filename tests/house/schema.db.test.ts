import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '../../src/platform/root.ts'
import { schemaText } from '../../src/platform/schema-text.ts'
import { useDatabase } from '../support/database.ts'

const { owner } = useDatabase()

it('keeps db/schema.sql as the migrations make it; npm run schema writes it', async () => {
  const written = readFileSync(join(projectRoot, 'db', 'schema.sql'), 'utf8')

  expect(await schemaText(owner)).toBe(written)
})
