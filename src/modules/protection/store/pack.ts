import { z } from 'zod'
import { readPackFile } from '../../places/index.ts'
import { referralBodies, referralWarnings } from '../rules/referral.ts'
import { screeningGroups } from '../rules/screening.ts'

const named = { km: z.string(), en: z.string() }
const packFile = z.object({
  list: z.string(),
  source: z.string(),
  sourceUrl: z.string(),
  standing: z.enum(['verified', 'reported', 'assumed', 'unknown']),
  groups: z.array(z.object({ code: z.enum(screeningGroups), ...named })),
  indicators: z.array(
    z.object({ code: z.string(), group: z.enum(screeningGroups), strong: z.boolean(), ...named }),
  ),
  hints: z.record(z.string(), z.array(z.string())),
  bodies: z.array(
    z.object({ code: z.enum(referralBodies), warns: z.array(z.enum(referralWarnings)), ...named }),
  ),
})
export type ProtectionPack = z.output<typeof packFile>

/** The pack is part of the program: it is read once. */
let kept: ProtectionPack | null = null

export function protectionPack(): ProtectionPack {
  kept ??= packFile.parse(JSON.parse(readPackFile('protection.json').text))
  return kept
}
