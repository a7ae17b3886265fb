import type { AssignableRole } from './assignment.ts'

type Names = { readonly km: string; readonly en: string }

/** Somebody invented, whose name says so; one of every role. */
export type DemonstrationPerson = Names & {
  readonly login: string
  readonly role: AssignableRole
  readonly place: DemonstrationPlace
}

/** Where they work: an office of the country pack, or one of the agencies that are handed in. */
export type DemonstrationPlace = {
  readonly shown: Names
  readonly office: string | null
  /** Province codes; null for the whole country. */
  readonly areas: readonly string[] | null
  readonly agency: 0 | 1 | null
}

const office = (code: string, areas: readonly string[] | null, shown: Names) => ({
  office: code,
  areas,
  shown,
  agency: null,
})
const agency = (number: 0 | 1, shown: Names) => ({
  office: null,
  areas: null,
  shown,
  agency: number,
})

const ministry = office('ministry', null, { km: 'ក្រសួង ទូទាំងប្រទេស', en: 'Ministry, whole country' })
const banteayMeanchey = office('pdolvt-01', ['01'], {
  km: 'មន្ទីរខេត្តបន្ទាយមានជ័យ',
  en: 'Department of Banteay Meanchey',
})
const battambang = office('pdolvt-02', ['02'], {
  km: 'មន្ទីរខេត្តបាត់ដំបង',
  en: 'Department of Battambang',
})
const centre = office('mrc-bmc', null, {
  km: 'មជ្ឈមណ្ឌលធនធានពលករចំណាកស្រុក',
  en: 'Migrant Worker Resource Centre',
})
const cabinet = office('minister', null, {
  km: 'ខុទ្ទកាល័យរដ្ឋមន្ត្រី',
  en: 'Cabinet of the Minister',
})
const generalDepartment = office('gdl', null, {
  km: 'អគ្គនាយកដ្ឋានការងារ',
  en: 'General Department of Labour',
})
const department = office('dem', null, {
  km: 'នាយកដ្ឋានមុខរបរ និងហត្ថពលកម្ម',
  en: 'Department of Employment and Manpower',
})
const bureau = office('dem-abroad', null, {
  km: 'ការិយាល័យការងារនៅក្រៅប្រទេស',
  en: 'Bureau of Work Abroad',
})
const inspectorate = office('inspectorate', ['00'], {
  km: 'អគ្គាធិការដ្ឋាន',
  en: 'General Inspectorate',
})
const firstAgency = agency(0, { km: 'ភ្នាក់ងារសាកល្បងទី១', en: 'First demonstration agency' })
const secondAgency = agency(1, { km: 'ភ្នាក់ងារសាកល្បងទី២', en: 'Second demonstration agency' })

const somebody = (
  login: string,
  { km, en }: Names,
  work: { readonly role: AssignableRole; readonly place: DemonstrationPlace },
): DemonstrationPerson => ({
  login,
  km: `${km} (សាកល្បង)`,
  en: `${en} (demonstration)`,
  ...work,
})

export const demonstrationPersons: readonly DemonstrationPerson[] = [
  somebody(
    'officer',
    { km: 'គំរូ ដារ៉ា', en: 'Kumru Dara' },
    { role: 'complaints-officer', place: ministry },
  ),
  somebody(
    'officer-bmc',
    { km: 'គំរូ ស្រីពៅ', en: 'Kumru Sreypov' },
    { role: 'complaints-officer', place: banteayMeanchey },
  ),
  somebody(
    'officer-bat',
    { km: 'គំរូ វណ្ណា', en: 'Kumru Vanna' },
    { role: 'complaints-officer', place: battambang },
  ),
  somebody(
    'head',
    { km: 'គំរូ ចន្ថា', en: 'Kumru Chantha' },
    { role: 'complaints-head', place: ministry },
  ),
  somebody(
    'caseworker',
    { km: 'គំរូ សុខា', en: 'Kumru Sokha' },
    { role: 'caseworker', place: ministry },
  ),
  somebody(
    'inspector',
    { km: 'គំរូ ភារុណ', en: 'Kumru Pheakrun' },
    { role: 'complaints-officer', place: inspectorate },
  ),
  somebody('oversight', { km: 'គំរូ ម៉ានី', en: 'Kumru Mani' }, { role: 'oversight', place: cabinet }),
  somebody(
    'counsellor',
    { km: 'គំរូ មាលា', en: 'Kumru Mealea' },
    { role: 'counsellor', place: centre },
  ),
  somebody(
    'licensing',
    { km: 'គំរូ រតនា', en: 'Kumru Ratana' },
    { role: 'licensing-officer', place: ministry },
  ),
  somebody(
    'licensing-head',
    { km: 'គំរូ សុវណ្ណ', en: 'Kumru Sovann' },
    { role: 'licensing-head', place: ministry },
  ),
  somebody(
    'admin',
    { km: 'គំរូ ពិសិដ្ឋ', en: 'Kumru Piseth' },
    { role: 'administrator', place: ministry },
  ),
  somebody(
    'admin2',
    { km: 'គំរូ ធីតា', en: 'Kumru Thida' },
    { role: 'administrator', place: ministry },
  ),
  somebody('chief', { km: 'គំរូ វិបុល', en: 'Kumru Vibol' }, { role: 'signatory', place: bureau }),
  somebody(
    'director',
    { km: 'គំរូ សុភា', en: 'Kumru Sophea' },
    { role: 'signatory', place: department },
  ),
  somebody(
    'general',
    { km: 'គំរូ ចាន់ណា', en: 'Kumru Channa' },
    { role: 'signatory', place: generalDepartment },
  ),
  somebody('cabinet', { km: 'គំរូ បូរ៉ា', en: 'Kumru Bora' }, { role: 'signatory', place: cabinet }),
  somebody(
    'clerk',
    { km: 'គំរូ បុប្ផា', en: 'Kumru Bopha' },
    { role: 'agency-clerk', place: firstAgency },
  ),
  somebody(
    'clerk2',
    { km: 'គំរូ ណារិន', en: 'Kumru Narin' },
    { role: 'agency-clerk', place: secondAgency },
  ),
]
