import type { AgencyPanel } from './modules/licences/index.ts'

/** What later modules show on the agency's public page, in this order. */
export const agencyPanels: readonly AgencyPanel[] = []
