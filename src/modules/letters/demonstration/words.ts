import type { Lang } from '../../../kernel/reader.ts'
import type { LetterText } from '../rules/letter.ts'

const incoming = (correspondent: string, subject: string, reference: string): LetterText => ({
  ...{ correspondent, subject, reference, body: '' },
})

/** From nobody who exists. */
export const incomingExamples: readonly LetterText[] = [
  incoming('ភ្នាក់ងារគំរូទី១ (សាកល្បង)', 'ចម្លើយចំពោះសំណើសុំបំភ្លឺ', 'គំរូ-១២'),
  incoming('អង្គការគំរូ (សាកល្បង)', 'សំណើសុំព័ត៌មានអំពីនីតិវិធីពាក្យបណ្តឹង', 'គំរូ-០៧'),
  incoming('សាលាឃុំគំរូ (សាកល្បង)', 'បញ្ជូនទម្រង់ពាក្យបណ្តឹងលើក្រដាស', 'គំរូ-៣១'),
]

/** How high a letter has climbed, and whether it was signed there. */
export type OutgoingExample = LetterText & {
  readonly language: Lang
  readonly height: number
  readonly signed: boolean
}

export const outgoingExamples: readonly OutgoingExample[] = [
  {
    ...{ language: 'km', height: 1, signed: true },
    correspondent: 'ភ្នាក់ងារគំរូទី១ (សាកល្បង)',
    subject: 'ការអញ្ជើញចូលរួមវគ្គណែនាំអំពីការឆ្លើយតបពាក្យបណ្តឹង',
    reference: null,
    body: 'តបតាមកម្មវត្ថុខាងលើ ក្រសួងសូមអញ្ជើញតំណាងភ្នាក់ងារចូលរួមវគ្គណែនាំអំពីការឆ្លើយតបពាក្យបណ្តឹងរបស់ពលករ។\n\nវគ្គនេះជាឧទាហរណ៍សម្រាប់ការសាកល្បងប៉ុណ្ណោះ។\n\nសូមទទួលនូវការរាប់អានពីយើង។',
  },
  {
    ...{ language: 'en', height: 2, signed: false },
    correspondent: 'Example Organisation (demonstration)',
    subject: 'Reply to your question about the complaints procedure',
    reference: 'Your letter EX-07',
    body: 'Thank you for your letter. A complaint may be made by the worker, by the family or by a representative, on paper or on this site.\n\nThis letter is an example for the demonstration only.\n\nYours faithfully,',
  },
  {
    ...{ language: 'km', height: 1, signed: false },
    correspondent: 'មន្ទីរគំរូ (សាកល្បង)',
    subject: 'ការផ្ញើទម្រង់ពាក្យបណ្តឹងលើក្រដាស',
    reference: null,
    body: 'ក្រសួងសូមផ្ញើជូននូវទម្រង់ពាក្យបណ្តឹងលើក្រដាស ដើម្បីប្រើប្រាស់នៅកន្លែងដែលគ្មានអ៊ីនធឺណិត។\n\nសូមទទួលនូវការរាប់អានពីយើង។',
  },
  {
    ...{ language: 'km', height: 1, signed: false },
    correspondent: 'ភ្នាក់ងារគំរូទី២ (សាកល្បង)',
    subject: 'ការរំលឹកអំពីការឆ្លើយតប',
    reference: null,
    body: 'ក្រសួងសូមរំលឹកភ្នាក់ងារអំពីការឆ្លើយតបចំពោះសំណើសុំបំភ្លឺ។\n\nលិខិតនេះជាឧទាហរណ៍សម្រាប់ការសាកល្បងប៉ុណ្ណោះ។\n\nសូមទទួលនូវការរាប់អានពីយើង។',
  },
  {
    ...{ language: 'en', height: 1, signed: false },
    correspondent: 'Example Embassy (demonstration)',
    subject: 'Request for the address of a shelter',
    reference: null,
    body: 'We should be grateful for the address of a shelter that receives workers.\n\nThis letter is an example for the demonstration only.\n\nYours faithfully,',
  },
  {
    ...{ language: 'km', height: 0, signed: false },
    correspondent: 'អង្គការគំរូ (សាកល្បង)',
    subject: 'កិច្ចប្រជុំប្រចាំត្រីមាស',
    reference: null,
    body: 'ក្រសួងសូមជូនដំណឹងអំពីកិច្ចប្រជុំប្រចាំត្រីមាស។\n\nសូមទទួលនូវការរាប់អានពីយើង។',
  },
]
