/** Given names as many people have them; the family name "គំរូ" (sample) is nobody's. */
const givenNames = [
  ...['សុភា', 'ចាន់ណា', 'ដារ៉ា', 'បុប្ផា', 'វណ្ណា', 'រតនា', 'សុខា', 'ស្រីមុំ', 'ស្រីពៅ', 'ធារី'],
  ...['មករា', 'កញ្ញា', 'វិចិត្រា', 'សំណាង', 'ពិសិដ្ឋ', 'រស្មី', 'ចន្ថា', 'មាលា', 'ណារិន', 'សុវណ្ណ'],
  ...['ភារុណ', 'វាសនា', 'ធីតា', 'លក្ខិណា', 'ម៉ាលី', 'សុជាតា', 'សុខុម', 'ពិដោរ', 'បូរ៉ា', 'ឧត្តម'],
  ...['សម្បត្តិ', 'ស្រីនាង', 'ចិន្តា', 'ភក្តី', 'មុន្នី', 'សុធា', 'វិបុល', 'រ៉ាវី', 'ថាវី', 'គន្ធា'],
  ...['សុផល', 'ស្រីល័ក្ខ', 'វ៉ាន់ដេត', 'នារី', 'ផល្លា', 'កុសល', 'សុមាលី', 'វឌ្ឍនា', 'ចរិយា', 'ស្រីអូន'],
  ...['ប៊ុនធឿន', 'សុគន្ធា', 'វីរៈ', 'ដាលីន', 'ម៉ៃ', 'សុវត្ថិ'],
] as const

/** The same name for the same number; different ones for the first three thousand. */
export function demonstrationName(number: number): string {
  const first = givenNames[number % givenNames.length]
  const turn = Math.floor(number / givenNames.length)
  const second = givenNames[(number + turn + 1) % givenNames.length]
  return `គំរូ ${first}${second}`
}
