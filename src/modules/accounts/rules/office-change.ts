import { z } from 'zod'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { officeKinds } from './office-kinds.ts'

const state = z.object({
  names: z.object({ km: z.string(), en: z.string() }),
  /** The code of the office above; null at the top. */
  superior: z.string().nullable(),
})

/** An office as it is proposed: renamed, put under another, or added. */
export const officeContent = state.extend({
  code: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(officeKinds),
  province: z.string().nullable(),
  /** As it was when it was proposed; null for a new one. */
  was: state.nullable(),
})
export type OfficeContent = z.output<typeof officeContent>

export type OfficeChangeRefusal =
  | 'office-code-taken'
  | 'no-such-office'
  | 'changed-meanwhile'
  | 'office-stands-above-itself'
  | 'office-province-wrong'
  | 'province-has-its-office'
  | 'nothing-changes'

/** What there is: code, names, province, and the code of the office above. */
export type KnownOffice = {
  readonly code: string
  readonly kind: string
  readonly names: { readonly km: string; readonly en: string }
  readonly province: string | null
  readonly superior: string | null
}

/** The province of an office that is there never changes: its cases lie there. */
export function checkOffice(
  offices: readonly KnownOffice[],
  content: OfficeContent,
): Result<null, OfficeChangeRefusal> {
  const known = offices.find(({ code }) => code === content.code)
  const { superior, was } = content
  if (superior !== null && !offices.some(({ code }) => code === superior))
    return refuse('no-such-office')
  if (isAbove(offices, { code: content.code, superior }))
    return refuse('office-stands-above-itself')
  if (was === null) return known ? refuse('office-code-taken') : checkPlace(offices, content)
  if (!known) return refuse('no-such-office')
  if (stateKey(known) !== stateKey(was)) return refuse('changed-meanwhile')
  return stateKey(known) === stateKey(content) ? refuse('nothing-changes') : ok(null)
}

function checkPlace(
  offices: readonly KnownOffice[],
  { kind, province }: OfficeContent,
): Result<null, OfficeChangeRefusal> {
  const isProvincial = kind === 'provincial'
  const mayHaveOne = isProvincial || kind === 'resource-centre' || kind === 'embassy'
  if ((isProvincial && province === null) || (!mayHaveOne && province !== null))
    return refuse('office-province-wrong')
  const taken = offices.some((one) => one.kind === 'provincial' && one.province === province)
  return isProvincial && taken ? refuse('province-has-its-office') : ok(null)
}

/** Whether the way up from the superior comes back to the office. */
function isAbove(
  offices: readonly KnownOffice[],
  { code, superior }: { code: string; superior: string | null },
): boolean {
  const seen = new Set<string>()
  for (let next = superior; next !== null && !seen.has(next); ) {
    if (next === code) return true
    seen.add(next)
    next = offices.find((one) => one.code === next)?.superior ?? null
  }
  return false
}

const stateKey = ({ names, superior }: Pick<KnownOffice, 'names' | 'superior'>): string =>
  JSON.stringify([names.km, names.en, superior])
