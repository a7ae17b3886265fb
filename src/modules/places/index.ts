export {
  addCalendarDays,
  addWorkingDays,
  type Calendar,
  type CountedDay,
  isWorkingDay,
  makeCalendar,
  workingDaysBetween,
} from './rules/calendar.ts'
export {
  type CurrencyName,
  codesAbove,
  type Destination,
  type DestinationArea,
  type Holiday,
  isPlaceCode,
  type Names,
  type Place,
  type PlacePath,
  provinceCodeOf,
} from './rules/place.ts'
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
  findDestination,
  findPlace,
  listCommunes,
  listCurrencies,
  listDestinationAreas,
  listDestinations,
  listDistricts,
  listProvinces,
  listVillages,
} from './store/places.ts'
