import type { Day } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  AnswerBlock,
  BackLink,
  CitizenLayout,
  Details,
  StatusMark,
  useReader,
} from '../../../ui/index.ts'
import { type Destination, findMinistryLine } from '../../places/index.ts'
import { type Speech, Spoken } from '../../voice/index.ts'
import type { Found, LookUp } from '../actions/look-up.ts'
import type { Allowed } from '../actions/make-poster.ts'
import { Advice } from './advice.tsx'
import { answerLooks, answerSentence } from './answer-words.ts'
import { SearchForm } from './search-form.tsx'

export type SearchPageProps = {
  readonly lookUp: LookUp
  readonly destination: string | null
  readonly destinations: readonly Destination[]
  readonly today: Day
  /** Who may send workers to the country; asked for only where nothing was typed. */
  readonly allowed: readonly Allowed[]
  /** The answer aloud; null where nothing was asked. */
  readonly speech: Speech | null
}

/** The answer first; then what only resembles, apart and called so; then the question again. */
export function SearchPage(props: SearchPageProps) {
  const { t, link } = useReader()
  const { typed, similar } = props.lookUp
  return (
    <CitizenLayout
      title={typed === '' ? t('licences.search.title') : t('licences.search.title-of', { typed })}
      before={<BackLink href={link(routes.home.href())} />}
    >
      {typed === '' ? <Nothing /> : <Answers {...props} />}
      {props.speech && props.lookUp.exact.length < 2 ? (
        <Spoken speech={props.speech} desk={findMinistryLine()} />
      ) : null}
      {similar.length > 0 ? <Similar {...props} /> : null}
      {typed === '' ? null : <h2>{t('licences.search.again')}</h2>}
      <SearchForm destinations={props.destinations} q={typed} destination={props.destination} />
      <AllowedList {...props} />
      <Posters destinations={props.destinations} />
    </CitizenLayout>
  )
}

/** What the poster of a country says, as of now. */
function AllowedList({ allowed, destination, destinations }: SearchPageProps) {
  const { t, name, link } = useReader()
  const country = destinations.find(({ code }) => code === destination)
  if (allowed.length === 0 || !country) return null
  return (
    <section>
      <h2>{t('check.allowed.title', { country: name(country.names) })}</h2>
      <ol>
        {allowed.map(({ agencyId, names, number }) => (
          <li>
            <a href={link(routes.agency.href({ id: agencyId }))}>{name(names)}</a>{' '}
            <span class="whole small muted">{number}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** For who prints what hangs in a village; and the way to check a code. */
function Posters({ destinations }: { readonly destinations: readonly Destination[] }) {
  const { t, name, link } = useReader()
  return (
    <>
      <p>
        <a href={link(routes.check.href())}>{t('check.codes.link')}</a>
      </p>
      <Details summary={t('check.poster.print')}>
        <ul>
          {destinations.map(({ code, names }) => (
            <li>
              <a href={routes.agencyPoster.href({ country: code })}>{name(names)}</a>
            </li>
          ))}
        </ul>
      </Details>
    </>
  )
}

function Nothing() {
  const { t } = useReader()
  return (
    <>
      <h1>{t('licences.home.question')}</h1>
      <p>{t('licences.search.nothing-typed')}</p>
    </>
  )
}

function Answers(props: SearchPageProps) {
  const { t, number } = useReader()
  const { exact } = props.lookUp
  const [only] = exact
  if (!only) return <NotFound {...props} />
  if (exact.length === 1) return <AnswerOf found={only} asked={props} headingLevel={1} />
  return (
    <>
      <h1>{t('licences.search.several', { count: number(exact.length) })}</h1>
      <p>{t('licences.search.several-about')}</p>
      {exact.map((found) => (
        <AnswerOf found={found} asked={props} headingLevel={2} />
      ))}
    </>
  )
}

type AnswerOfProps = {
  readonly found: Found
  readonly asked: SearchPageProps
  readonly headingLevel: 1 | 2
}

function AnswerOf({ found, asked, headingLevel }: AnswerOfProps) {
  const reader = useReader()
  const { agency, answer, match } = found
  const { tone, icon } = answerLooks[answer.kind]
  const sentence = answerSentence(reader, { names: agency.names, answer, ...asked })
  const href = reader.link(routes.agency.href({ id: agency.id }))
  return (
    <AnswerBlock tone={tone} icon={icon} answer={sentence} headingLevel={headingLevel}>
      <Advice answer={answer} phones={asked.lookUp.phones.get(agency.id) ?? []} />
      <p class="small">
        {reader.t(`licences.met.${match.by}`, { met: match.met })}
        {found.number ? <NumberIs number={found.number} /> : null}
      </p>
      <p>
        <a href={href}>{reader.t('licences.search.see-agency')}</a>
      </p>
    </AnswerBlock>
  )
}

function NotFound({ lookUp }: SearchPageProps) {
  const { t, link } = useReader()
  return (
    <AnswerBlock
      tone="attention"
      icon="circle-question-mark"
      answer={t('licences.answer.not-found', { typed: lookUp.typed })}
      headingLevel={1}
    >
      <p>{t('licences.advice.not-found')}</p>
      <p>
        <a href={link(routes.complain.href())}>{t('licences.advice.tell-us')}</a>
      </p>
    </AnswerBlock>
  )
}

function Similar({ lookUp }: SearchPageProps) {
  const { t } = useReader()
  return (
    <section aria-labelledby="similar">
      <h2 id="similar">{t('licences.similar.title')}</h2>
      <p>{t('licences.similar.about')}</p>
      <ul>
        {lookUp.similar.map((found) => (
          <SimilarOne found={found} />
        ))}
      </ul>
    </section>
  )
}

/** A licence number stays on one line: half of it is another number. */
function NumberIs({ number }: { readonly number: string }) {
  const { t } = useReader()
  return (
    <>
      {' '}
      <span class="whole">{t('licences.number-is', { number })}</span>
    </>
  )
}

/** What warns is said; that a resemblance is licensed never is. */
function SimilarOne({ found }: { readonly found: Found }) {
  const { t, name, link } = useReader()
  const { agency, answer, match, number } = found
  const warns = answer.kind === 'warned' || answer.kind === 'revoked'
  return (
    <li>
      <p>
        <a href={link(routes.agency.href({ id: agency.id }))}>{name(agency.names)}</a>{' '}
        {warns ? (
          <StatusMark {...answerLooks[answer.kind]}>
            {t(`licences.state.${answer.kind}`)}
          </StatusMark>
        ) : (
          <StatusMark tone="neutral" icon="circle-question-mark">
            {t('licences.similar.mark')}
          </StatusMark>
        )}
        <br />
        <span class="small muted">
          {t(`licences.met.${match.by}`, { met: match.met })}
          {number ? <NumberIs number={number} /> : null}
        </span>
      </p>
    </li>
  )
}
