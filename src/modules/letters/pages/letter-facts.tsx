import { routes } from '../../../routes.ts'
import { type Content, type Fact, Icon, useReader } from '../../../ui/index.ts'
import type { LetterFile } from '../actions/read-letter.ts'
import { groupCode } from '../rules/code.ts'
import type { LetterPageProps } from './letter-props.ts'

type Row = readonly [key: string, value: Content | null]

/** What is known of a letter beside its words; what is not there is left out. */
export function useLetterFacts({ file, about }: LetterPageProps): Fact[] {
  const { t, link } = useReader()
  const side = useSide(file)
  const rows: readonly Row[] = [
    ['direction', t(`letters.direction-one.${file.letter.direction}`)],
    ['register', useOffice(file, file.letter.officeId)],
    ...side,
    ['about', about ? <a href={link(about.href)}>{t('letters.about-case')}</a> : null],
  ]
  return rows.flatMap(([key, value]) =>
    value === null ? [] : [{ key: t(`letters.fact.${key}`), value }],
  )
}

function useSide(file: LetterFile): Row[] {
  if (file.letter.oldNumber !== null) return useOld(file)
  return file.letter.direction === 'incoming' ? useIncoming(file) : useOutgoing(file)
}

function useOld(file: LetterFile): Row[] {
  const { t, day } = useReader()
  const { letter, text } = file
  const incoming = letter.direction === 'incoming'
  return [
    ['old-number', letter.oldNumber],
    [incoming ? 'correspondent' : 'to', text?.correspondent ?? t('letters.destroyed')],
    ['subject', text?.subject ?? null],
    ['received', letter.receivedOn && day(letter.receivedOn)],
    ['dated', letter.dated && day(letter.dated)],
    ['brought-in-by', usePerson(file, letter.draftedBy)],
  ]
}

function useIncoming(file: LetterFile): Row[] {
  const { t, day } = useReader()
  const { letter, text } = file
  return [
    ['correspondent', text?.correspondent ?? t('letters.destroyed')],
    ['subject', text?.subject ?? null],
    ['their-number', text?.reference ?? null],
    ['received', letter.receivedOn && day(letter.receivedOn)],
    ['dated', letter.dated && day(letter.dated)],
    ['entered-by', usePerson(file, letter.draftedBy)],
  ]
}

function useOutgoing(file: LetterFile): Row[] {
  const { t, day, instant } = useReader()
  const { letter } = file
  return [
    ['desk', useOffice(file, letter.holderOfficeId)],
    ['since', letter.heldSince && instant(letter.heldSince)],
    ['drafted-by', usePerson(file, letter.draftedBy)],
    ['signed-by', usePerson(file, letter.signedBy)],
    ['signed-at', letter.signedAt && instant(letter.signedAt)],
    ['sent', letter.sentOn && day(letter.sentOn)],
    ['language', t(`letters.language.${letter.language}`)],
    ['code', letter.code && <VerifyLink code={letter.code} />],
    ['pdf', <PdfLink id={letter.id} signed={letter.signedAt !== null} />],
  ]
}

function useOffice(file: LetterFile, id: string | null): string | null {
  const { name } = useReader()
  const office = id === null ? undefined : file.offices.get(id)
  return office ? name(office) : null
}

function usePerson(file: LetterFile, id: string | null): string | null {
  const { name } = useReader()
  const person = id === null ? undefined : file.people.get(id)
  return person ? name(person) : null
}

function VerifyLink({ code }: { readonly code: string }) {
  const { link } = useReader()
  return <a href={link(routes.document.href({ code }))}>{groupCode(code)}</a>
}

function PdfLink({ id, signed }: { readonly id: string; readonly signed: boolean }) {
  const { t, link } = useReader()
  return (
    <a href={link(routes.letterPdf.href({ id }))}>
      <Icon name="file-text" /> {t(signed ? 'letters.pdf.signed' : 'letters.pdf.draft')}
    </a>
  )
}
