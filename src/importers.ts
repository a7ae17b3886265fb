import { caseImporter, listOldCases } from './modules/complaints/index.ts'
import { type Importers, letterImporter } from './modules/imports/index.ts'
import { registerImporter } from './modules/licences/index.ts'

/** What can be brought in from files of other registers, in the order in which it is offered. */
export const importers: Importers = [registerImporter, caseImporter, letterImporter(listOldCases)]
