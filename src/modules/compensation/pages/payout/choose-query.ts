import { z } from 'zod'
import { isUuid } from '../../../../kernel/ids.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import { cleanLine } from '../../../../platform/text/index.ts'

const id = z.string().refine(isUuid).catch('').default('')
const asked = z.object({
  show: z.enum(['cash', 'all']).catch('cash').default('cash'),
  number: z.string().max(40).transform(cleanLine).catch('').default(''),
  /** The day that they are added to, and the one on which these were left open. */
  day: id,
  from: id,
})
export type Chosen = z.output<typeof asked>

/** What the address says about whom to show; what cannot be read narrows nothing. */
export const parseChosen = (query: FormBody): Chosen => asked.parse(query)
