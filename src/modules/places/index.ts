export { maySetHoliday, setHoliday } from './actions/change-holiday.ts'
export {
  addCalendarDays,
  addWorkingDays,
  type Calendar,
  type CountedDay,
  isWorkingDay,
  makeCalendar,
} from './rules/calendar.ts'
export type { HelpLine } from './rules/help-line.ts'
export {
  type HolidayContent,
  holidayContent,
  holidaySubject,
  touchedDays,
} from './rules/holiday-change.ts'
export type {
  CurrencyName,
  Destination,
  DestinationArea,
  Holiday,
  Names,
  Place,
  PlacePath,
} from './rules/place.ts'
export { type Feast, findFeast, listFeasts, listFeastYears } from './store/feasts.ts'
export { findMinistryLine, listDangerLines } from './store/help-lines.ts'
export { listHolidays } from './store/holidays.ts'
export { loadPlaces } from './store/load-places.ts'
export {
  csvRows,
  isLoaded,
  keepLoaded,
  type PackFile,
  readPackFile,
  readPackFiles,
} from './store/pack-file.ts'
export {
  listCurrencies,
  listDestinationAreas,
  listDestinations,
  listProvinces,
} from './store/places.ts'
