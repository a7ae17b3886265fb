import { holidayContent, holidaySubject, maySetHoliday, setHoliday } from '../../places/index.ts'
import { beginHolidayChange, namesOfFeast, readHolidayChange } from './holiday-change-form.ts'
import { holidayChangeFields, holidayChangePreview } from './holiday-change-parts.tsx'

/** How the days of a feast are changed: `src/change-kinds.ts` makes a kind of change of it. */
export const holidayChange = {
  content: holidayContent,
  subjectOf: holidaySubject,
  namesOf: namesOfFeast,
  check: maySetHoliday,
  carryOut: setHoliday,
  begin: beginHolidayChange,
  read: readHolidayChange,
  fields: holidayChangeFields,
  preview: holidayChangePreview,
} as const
