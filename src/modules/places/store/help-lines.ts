import { z } from 'zod'
import { readPackFile } from '../../places/index.ts'
import type { HelpLine } from '../rules/help-line.ts'

const packFile = z.object({
  lines: z.array(
    z.object({
      country: z.string(),
      kind: z.string(),
      name: z.object({ km: z.string(), en: z.string() }),
      numbers: z.array(z.string()),
      danger: z.boolean(),
    }),
  ),
})

/** Whom to call at home when somebody is in danger now. */
export const listDangerLines = (): readonly HelpLine[] => readLines().filter(({ danger }) => danger)

/** The ministry's own telephone for those who complain; null where the country pack has none. */
export const findMinistryLine = (): HelpLine | null =>
  readLines().find(({ kind }) => kind === 'labour-ministry') ?? null

const readLines = () =>
  packFile
    .parse(JSON.parse(readPackFile('help.json').text))
    .lines.filter(({ country }) => country === 'KH')
