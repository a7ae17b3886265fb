import type { Tx } from '../../../platform/db.ts'
import { listOffices } from '../../accounts/index.ts'
import type { OfficeAbove } from '../rules/climb.ts'

/** Every office with the one above it. */
export const officesAbove = async (tx: Tx): Promise<OfficeAbove[]> =>
  (await listOffices(tx)).map(({ id, superiorId }) => ({ id, superiorId }))
