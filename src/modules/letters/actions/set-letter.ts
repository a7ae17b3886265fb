import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Lang, Reader } from '../../../kernel/reader.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  buddhistYear,
  khmerDigits,
  khmerLunarDate,
  khmerSolarDate,
} from '../../../platform/documents/khmer-date.ts'
import { shortAddress, typedAddress } from '../../../platform/documents/public-address.ts'
import { qrSvg } from '../../../platform/documents/qr.ts'
import type { LetterSheet, VerifyMark } from '../../../platform/documents/sheets.ts'
import { typesetApart } from '../../../platform/documents/typeset-apart.ts'
import { findOffice, listOffices, type Office } from '../../accounts/index.ts'
import { listProvinces } from '../../places/index.ts'
import { groupCode } from '../rules/code.ts'
import { type LetterText, partsOf } from '../rules/letter.ts'
import { readerOf } from './readers.ts'

/** What has to be known to print a letter. Without a number and a code it is a draft. */
export type ToSet = {
  readonly language: Lang
  readonly officeId: string
  readonly text: LetterText
  readonly number: string | null
  readonly code: string | null
  readonly at: Date
  /** Whose signature it carries or awaits: a name once it is signed, and the office that they head. */
  readonly signer: { readonly km: string; readonly en: string } | null
  readonly signerOfficeId: string
  /** What stands across a letter that is not in force. */
  readonly stamp: 'draft' | 'withdrawn' | null
}

/** The letter as a PDF/A, in the form of the ministry. */
export async function setLetter(tx: Tx, letter: ToSet): Promise<Buffer> {
  const office = await findOffice(tx, letter.officeId)
  if (!office) throw new Error('a letter belongs to no office')
  return typesetApart({ form: 'letter', data: await sheetOf(tx, letter, office) }, letter.at)
}

async function sheetOf(tx: Tx, letter: ToSet, office: Office): Promise<LetterSheet> {
  const reader = readerOf(letter.language)
  const { t } = reader
  const { text, code, stamp } = letter
  const offices = await listOffices(tx)
  const ministry = offices.find(({ kind }) => kind === 'ministry') ?? office
  const signing = offices.find(({ id }) => id === letter.signerOfficeId) ?? office
  const number = letter.number ?? '........./.....'
  return {
    lang: letter.language,
    title: `${letter.number ?? ''} ${text.subject}`.trim(),
    motto: mottoOf(reader),
    ministry: reader.name(ministry),
    office: office.id === ministry.id ? null : reader.name(office),
    number: t('letters.sheet.number', { number: digitsOf(reader, number) }),
    lines: linesOf(reader, text),
    ...partsOf(text.body),
    dates: datesOf(reader, { day: dayOf(letter.at), place: await placeOf(tx, reader, office) }),
    signer: {
      position: t(`letters.sheet.position.${signing.kind}`),
      name: letter.signer ? reader.name(letter.signer) : null,
    },
    verify: code === null ? null : await markOf(reader, code),
    stamp: stamp === null ? null : t(`letters.sheet.stamp.${stamp}`),
  }
}

export const mottoOf = ({ t }: Reader): readonly [string, string] => [
  t('letters.sheet.kingdom'),
  t('letters.sheet.motto'),
]

const digitsOf = ({ lang }: Reader, text: string): string =>
  lang === 'km' ? khmerDigits(text) : text

/** How a printed document leads to its page: by its QR code, or typed. */
export const markOf = async ({ t }: Reader, code: string): Promise<VerifyMark> => ({
  qr: await qrSvg(shortAddress('/V', code)),
  code: groupCode(code),
  text: t('letters.sheet.verify', { address: typedAddress('/v', '').replace(/\/$/, '') }),
})

const linesOf = ({ t }: Reader, { correspondent, subject, reference }: LetterText) => [
  { label: t('letters.sheet.to'), text: correspondent },
  { label: t('letters.sheet.subject'), text: subject },
  ...(reference === null ? [] : [{ label: t('letters.sheet.reference'), text: reference }]),
]

function datesOf(reader: Reader, { day, place }: { day: Day; place: string }): string[] {
  if (reader.lang === 'km') return [khmerLunarDate(day), `${place} ${khmerSolarDate(day)}`]
  const era = buddhistYear(day)
  const buddhist = era === null ? '' : ` (B.E. ${era})`
  return [`${place}, ${reader.day(day)}${buddhist}`]
}

/** Where the office sits, as the date line of a letter names it. */
async function placeOf(tx: Tx, reader: Reader, office: Office): Promise<string> {
  if (office.province === null) return reader.t('letters.sheet.capital')
  const province = (await listProvinces(tx)).find(({ code }) => code === office.province)
  return province ? reader.name(province.names) : reader.t('letters.sheet.capital')
}
