import { z } from 'zod'
import type { HelpLine } from '../rules/help-line.ts'
import { readPackFile } from './pack-file.ts'

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

/** The pack is part of the program: it is read once. */
let lines: readonly (HelpLine & { readonly danger: boolean; readonly kind: string })[] | null = null

function readLines() {
  lines ??= packFile
    .parse(JSON.parse(readPackFile('help.json').text))
    .lines.filter(({ country }) => country === 'KH')
  return lines
}
