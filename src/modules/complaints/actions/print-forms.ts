import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Lang, Reader } from '../../../kernel/reader.ts'
import type { Tx } from '../../../platform/db.ts'
import { shortAddress } from '../../../platform/documents/public-address.ts'
import { qrSvg } from '../../../platform/documents/qr.ts'
import type { FormQuestion, FormSection } from '../../../platform/documents/sheets.ts'
import { typesetApart } from '../../../platform/documents/typeset-apart.ts'
import { newId } from '../../../platform/new-id.ts'
import { listOffices } from '../../accounts/index.ts'
import { mottoOf, readerOf } from '../../letters/index.ts'
import { groupCategories } from '../rules/category.ts'
import {
  askedBefore,
  claimKinds,
  contactWays,
  opennesses,
  relations,
  respondentKinds,
  safeTimes,
} from '../rules/complaint.ts'
import { paperFormNumber } from '../rules/paper-form.ts'
import { insertPaperForms, nextPaperFormNumber, type PrintedSet } from '../store/paper-form.ts'
import { type AnswerLists, answerLists } from './answer-lists.ts'

/** Reserves as many numbers as forms are to be printed; each is entered at most once. */
export async function reserveForms(
  tx: Tx,
  actor: Actor,
  { language, copies, at }: { language: Lang; copies: number; at: Date },
): Promise<string> {
  const setId = newId<string>()
  const year = Number(dayOf(at).slice(0, 4))
  const numbers: string[] = []
  for (let made = 0; made < copies; made += 1)
    numbers.push(paperFormNumber(year, await nextPaperFormNumber(tx)))
  await insertPaperForms(tx, { setId, language, printedBy: actor.id, printedAt: at }, numbers)
  return setId
}

/** The forms of a set: the questions of the first contact, each sheet with its number and QR code. */
export async function printForms(tx: Tx, set: PrintedSet): Promise<Buffer> {
  const reader = readerOf(set.language)
  const { t } = reader
  const ministry = (await listOffices(tx)).find(({ kind }) => kind === 'ministry')
  const copies = await Promise.all(
    set.numbers.map(async (number) => ({ number, qr: await qrSvg(shortAddress('/F', number)) })),
  )
  const data = {
    lang: set.language,
    title: t('paper.form.title'),
    motto: mottoOf(reader),
    ministry: ministry ? reader.name(ministry) : '',
    intro: [t('paper.form.about'), t('complain.never-against-you')],
    sections: sectionsOf(reader, await answerLists(tx)),
    numberLabel: t('paper.form.number'),
    pageLabel: t('paper.form.page'),
    copies,
  }
  return typesetApart({ form: 'paper-form', data }, set.printedAt)
}

const written = (label: string, lines: number, hint: string | null = null): FormQuestion => ({
  ...{ label, lines, hint, kind: 'lines', choices: [], columns: 1 },
})
const chosen = (
  label: string,
  choices: readonly string[],
  { columns, lines = 0 }: { columns: number; lines?: number },
): FormQuestion => ({ label, choices, columns, lines, hint: null, kind: 'choices' })

/** Every question of the first contact, in the order in which it is asked. */
function sectionsOf(reader: Reader, lists: AnswerLists): FormSection[] {
  const { t } = reader
  const section = (title: string, questions: FormQuestion[], note: string | null = null) => ({
    ...{ title: t(title), questions, note },
  })
  return [
    section('paper.form.office-use', [written(t('complaints.entry.paper-day'), 1)]),
    section('complain.openness.title', [
      chosen(
        t('complain.openness.choose'),
        opennesses.map(
          (each) => `${t(`complain.openness.${each}`)} — ${t(`complain.openness-means.${each}`)}`,
        ),
        { columns: 1 },
      ),
    ]),
    section('complaints.part.parties', whoQuestions(reader)),
    section('complain.contact.title', contactQuestions(reader), t('complain.contact.about')),
    section('complain.respondent.title', [
      chosen(
        t('complain.respondent.kind'),
        respondentKinds.map((each) => t(`complain.respondent.${each}`)),
        { columns: 2 },
      ),
      written(t('complain.respondent.words'), 2, t('complain.respondent.words-hint')),
    ]),
    section(
      'complain.what.title',
      groupCategories(lists.categories).map(({ names, categories }) =>
        chosen(
          reader.name(names),
          categories.map((category) => reader.name(category.names)),
          { columns: 2 },
        ),
      ),
    ),
    section('complaints.entry.place', [
      written(t('complain.where.country'), 1),
      written(t('complain.where.province'), 1),
      written(t('complain.when.title'), 1, t('complain.when.hint')),
    ]),
    section(
      'complain.money.title',
      claimKinds.map((kind) =>
        chosen(t(`complain.money.${kind}`), [t('complain.money.open')], { columns: 1, lines: 1 }),
      ),
      t('complain.money.about'),
    ),
    section('complaints.entry.words', [
      chosen(
        t('complain.asked-before.title'),
        askedBefore.map((each) => t(`complain.asked.${each}`)),
        { columns: 1 },
      ),
      written(t('complain.asked-before.answer'), 3),
      written(t('complaints.entry.story'), 16),
    ]),
    section('paper.form.signature', [written(t('paper.form.signature-line'), 2)]),
  ]
}

const whoQuestions = ({ t }: Reader): FormQuestion[] => [
  chosen(
    t('complaints.fact.relation'),
    relations.map((each) => t(`complaints.relation.${each}`)),
    { columns: 2 },
  ),
  written(t('complaints.entry.people'), 1),
  written(t('complaints.entry.worker-name'), 1, t('complaints.entry.not-anonymous')),
  written(t('complaints.entry.own-name'), 1),
]

const contactQuestions = ({ t }: Reader): FormQuestion[] => [
  chosen(
    t('complain.contact.way'),
    contactWays.map((each) => t(`complaints.way.${each}`)),
    { columns: 2 },
  ),
  written(t('complain.contact.number'), 1),
  chosen(
    t('complain.contact.times'),
    safeTimes.map((each) => t(`complaints.time.${each}`)),
    { columns: 3 },
  ),
  chosen(
    t('complain.contact.woman'),
    (['yes', 'no'] as const).map((each) => t(`complain.woman.${each}`)),
    { columns: 2 },
  ),
]
