import type { Html } from '../../../html/html.ts'
import { routes } from '../../../routes.ts'
import {
  AnswerBlock,
  BackLink,
  Button,
  CitizenLayout,
  LinkButton,
  useReader,
} from '../../../ui/index.ts'
import { isInUse } from '../../agencies/index.ts'
import type { Destination } from '../../places/index.ts'
import type { AgencyFile } from '../actions/show-agency.ts'
import { Advice } from './advice.tsx'
import { AgencyFacts } from './agency-facts.tsx'
import { AgencyHistory } from './agency-history.tsx'
import { answerLooks, answerSentence } from './answer-words.ts'
import { LicenceTable } from './licence-table.tsx'

export type AgencyPageProps = {
  readonly file: AgencyFile
  readonly destinations: readonly Destination[]
  /** What later modules have to say of this agency, already drawn. */
  readonly panels: readonly Html[]
}

/** Everything public about one agency: the answer, then what it rests on. */
export function AgencyPage({ file, destinations, panels }: AgencyPageProps) {
  const { t, name, link } = useReader()
  const { agency } = file
  const sheet = link(routes.agencySheet.href({ id: agency.id }))
  return (
    <CitizenLayout
      title={name(agency.names)}
      before={<BackLink href={link(routes.home.href())}>{t('licences.agency.back')}</BackLink>}
    >
      <AgencyNamesHead file={file} />
      <AgencyAnswer file={file} destinations={destinations} />
      <Liability file={file} />
      <LicenceTable file={file} destinations={destinations} />
      <AgencyFacts file={file} />
      {panels}
      <AgencyHistory file={file} />
      <div class="govuk-button-group no-print">
        <LinkButton href={sheet} kind="secondary">
          {t('licences.agency.sheet')}
        </LinkButton>
        {/* A form, so that no address tells afterwards about whom somebody complained. */}
        <form method="post" action={link(routes.complain.href())}>
          <input type="hidden" name="agency" value={agency.id} />
          <Button kind="secondary">{t('licences.agency.complain')}</Button>
        </form>
      </div>
    </CitizenLayout>
  )
}

/** The name in the reader's script, the other below it. */
export function AgencyNamesHead({ file }: { readonly file: AgencyFile }) {
  const { name, lang } = useReader()
  const { names } = file.agency
  const other = lang === 'km' ? 'en' : 'km'
  return (
    <>
      <h1>{name(names)}</h1>
      {names[lang] && names[other] ? (
        <p class="muted" lang={other}>
          {names[other]}
        </p>
      ) : null}
    </>
  )
}

type AnswerProps = {
  readonly file: AgencyFile
  readonly destinations: readonly Destination[]
}

export function AgencyAnswer({ file, destinations }: AnswerProps) {
  const reader = useReader()
  const { agency, answer, asOf: today } = file
  const told = { names: agency.names, answer, destination: null, destinations, today }
  const phones = agency.contacts
    .filter((contact) => contact.kind === 'phone' && contact.verified && isInUse(contact, today))
    .map(({ shown }) => shown)
  return (
    <AnswerBlock {...answerLooks[answer.kind]} answer={answerSentence(reader, told)}>
      <Advice answer={answer} phones={phones} />
    </AnswerBlock>
  )
}

/** Stays to be read after a licence has ended, for as long as the law's term is not known. */
export function Liability({ file }: { readonly file: AgencyFile }) {
  const { t, number } = useReader()
  if (!file.liable) return null
  const { liabilityYears: years } = file
  return (
    <section>
      <h2>{t('licences.liability.title')}</h2>
      <p>{t('licences.liability.text')}</p>
      <p class="muted">
        {years === null
          ? t('licences.liability.term-unknown')
          : t('licences.liability.term', { years: number(years) })}
      </p>
    </section>
  )
}
