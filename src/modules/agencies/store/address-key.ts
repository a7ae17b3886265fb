import { nameKey } from '../../../platform/text/index.ts'
import type { AgencyNames } from '../rules/agency.ts'

/** Equal keys are the same address: the Latin one where there is one, in its province or country. */
export const addressKey = ({ km, en }: AgencyNames, where: string): string =>
  nameKey(`${en ?? km ?? ''} ${where}`)
