import { changeOffice, mayChangeOffice } from '../../actions/change-office.ts'
import { type OfficeContent, officeContent } from '../../rules/office-change.ts'
import { beginOfficeChange, namesOfOffice, readOfficeChange } from './office-change-form.ts'
import { officeFields, officePreview } from './office-change-parts.tsx'

/** How an office is changed: `src/change-kinds.ts` makes a kind of change of it. */
export const officeChange = {
  content: officeContent,
  subjectOf: ({ code }: OfficeContent) => code,
  namesOf: namesOfOffice,
  check: mayChangeOffice,
  carryOut: changeOffice,
  begin: beginOfficeChange,
  read: readOfficeChange,
  fields: officeFields,
  preview: officePreview,
} as const
