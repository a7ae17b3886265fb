import type { Lang, Reader } from '../../../kernel/reader.ts'
import type { Tx } from '../../../platform/db.ts'
import type { PayOutSheet } from '../../../platform/documents/sheets.ts'
import { typesetApart } from '../../../platform/documents/typeset-apart.ts'
import { listOffices } from '../../accounts/index.ts'
import { mottoOf, readerOf } from '../../letters/index.ts'
import { sumsByCurrency } from '../rules/sums.ts'
import type { PayOut, ShownEntry } from './read-pay-out.ts'

/** The list of a day on paper: who comes puts her thumb in her row. */
export async function printPayOut(
  tx: Tx,
  payOut: PayOut,
  { language, at }: { readonly language: Lang; readonly at: Date },
): Promise<Buffer> {
  const offices = await listOffices(tx)
  const ministry = offices.find(({ kind }) => kind === 'ministry')
  const office = offices.find(({ id }) => id === payOut.day.officeId)
  const reader = readerOf(language)
  const data = {
    ...sheetOf(reader, payOut),
    ministry: ministry ? reader.name(ministry) : '',
    office: office && office.id !== ministry?.id ? reader.name(office) : null,
  }
  return typesetApart({ form: 'pay-out', data }, at)
}

function sheetOf(
  reader: Reader,
  { day, entries }: PayOut,
): Omit<PayOutSheet, 'ministry' | 'office'> {
  const { t } = reader
  const listed = entries.filter(({ status }) => status !== 'taken-off')
  const label = (key: 'number' | 'held-on' | 'place', text: string) => ({
    ...{ label: t(`payout.fact.${key}`), text },
  })
  return {
    ...{ lang: reader.lang, title: t('payout.sheet.title'), motto: mottoOf(reader) },
    number: day.number,
    lines: [
      label('number', day.number),
      label('held-on', reader.day(day.heldOn)),
      label('place', day.place),
    ],
    intro: [t('payout.sheet.intro'), t('payments.no-waiver')],
    columns: [
      t('payout.sheet.position'),
      t('payout.sheet.name'),
      t('payments.column.sum'),
      t('payout.sheet.thumbprint'),
      t('payout.sheet.photo'),
    ],
    rows: listed.map((entry) => ({
      ...{ position: String(entry.position), reference: entry.reference, name: entry.name },
      sums: sumsByCurrency(entry.lines).map((sum) => reader.money(sum)),
    })),
    totals: [totalText(reader, listed)],
    signers: [t('payout.sheet.officer'), t('payout.sheet.witness')],
    pageLabel: t('paper.form.page'),
  }
}

const totalText = (reader: Reader, listed: readonly ShownEntry[]): string =>
  reader.t('payout.sheet.total', {
    people: listed.length,
    sums: sumsByCurrency(listed.flatMap(({ lines }) => lines))
      .map((sum) => reader.money(sum))
      .join(' · '),
  })
