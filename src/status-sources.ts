import { licenceStatuses } from './modules/licences/index.ts'
import type { StatusSource } from './platform/tokens/status-source.ts'

/** Everything that has a place in the published list of statuses. */
export const statusSources: readonly StatusSource[] = [licenceStatuses]
