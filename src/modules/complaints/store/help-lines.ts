import { z } from 'zod'
import { readPackFile } from '../../places/index.ts'
import type { HelpLine } from '../rules/help-line.ts'

const packFile = z.object({
  lines: z.array(
    z.object({
      country: z.string(),
      name: z.object({ km: z.string(), en: z.string() }),
      numbers: z.array(z.string()),
      danger: z.boolean(),
    }),
  ),
})

/** Whom to call at home when somebody is in danger now. */
export function listDangerLines(): readonly HelpLine[] {
  const { lines } = packFile.parse(JSON.parse(readPackFile('help.json').text))
  return lines.filter(({ country, danger }) => country === 'KH' && danger)
}
