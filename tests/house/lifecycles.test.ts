import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lifecyclesDocument } from '../../src/composition/lifecycles.ts'

it('draws in the documents exactly the lifecycles that the code accepts', () => {
  const written = readFileSync('docs/domain/lifecycles.md', 'utf8')
  expect(written, 'npm run schema writes it anew').toBe(lifecyclesDocument())
})
