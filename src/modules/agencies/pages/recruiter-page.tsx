import { routes } from '../../../routes.ts'
import {
  AnswerBlock,
  BackLink,
  Button,
  CitizenLayout,
  Input,
  KeyValue,
  LinkButton,
  useReader,
} from '../../../ui/index.ts'
import type { Recruiter } from '../actions/read-recruiter.ts'
import { isInForce } from '../rules/facts.ts'
import { type Places, provinceName } from './words.ts'

export type RecruiterSearchProps = { readonly typed: string }

/** Where somebody types the number of a card. */
export function RecruiterSearch({ typed }: RecruiterSearchProps) {
  const { t, link } = useReader()
  return (
    <CitizenLayout
      title={t('agencies.card.check')}
      before={<BackLink href={link(routes.home.href())} />}
    >
      <h1>{t('agencies.card.check')}</h1>
      {typed === '' ? null : (
        <AnswerBlock
          tone="danger"
          icon="circle-x"
          answer={t('agencies.card.unknown', { number: typed })}
          headingLevel={2}
        >
          <p>{t('agencies.card.unknown-advice')}</p>
        </AnswerBlock>
      )}
      <p>{t('agencies.card.about')}</p>
      <form method="get" action={link(routes.recruiters.href())}>
        <Input
          name="number"
          label={t('agencies.card.number')}
          hint={t('agencies.card.number-hint')}
          value={typed}
          width={10}
          attributes={{ maxlength: 20 }}
        />
        <Button>{t('agencies.card.look')}</Button>
      </form>
    </CitizenLayout>
  )
}

export type RecruiterPageProps = { readonly recruiter: Recruiter; readonly places: Places }

/** Whether this card holds today, for which agency, and where its holder may recruit. */
export function RecruiterPage({ recruiter, places }: RecruiterPageProps) {
  const { t, name, link, day } = useReader()
  const { card, names, agency, asOf, to, from } = recruiter
  const holds = isInForce(recruiter, asOf)
  const state = holds ? 'holds' : from > asOf ? 'not-yet' : 'ended'
  return (
    <CitizenLayout
      title={t('agencies.card.title', { number: card ?? '' })}
      before={<BackLink href={link(routes.recruiters.href())}>{t('agencies.card.check')}</BackLink>}
    >
      <h1>{t('agencies.card.title', { number: card ?? '' })}</h1>
      <AnswerBlock
        tone={holds ? 'allowed' : 'danger'}
        icon={holds ? 'circle-check' : 'circle-x'}
        answer={t(`agencies.card.${state}`, {
          name: name(names),
          agency: name(agency.names),
          from: day(from),
          to: to ? day(to) : '',
        })}
        headingLevel={2}
      >
        <p>{t('agencies.card.agency-too')}</p>
        <p>
          <a href={link(routes.agency.href({ id: agency.id }))}>{name(agency.names)}</a>
        </p>
      </AnswerBlock>
      <CardFacts recruiter={recruiter} places={places} />
      <p class="small muted">{t('agencies.card.as-of', { day: day(asOf) })}</p>
      <p class="no-print">
        <LinkButton href={link(routes.recruiterCard.href({ number: card ?? '' }))} kind="secondary">
          {t('agencies.card.print')}
        </LinkButton>
      </p>
    </CitizenLayout>
  )
}

function CardFacts({ recruiter, places }: RecruiterPageProps) {
  const reader = useReader()
  const { t, day } = reader
  const { names, province, from, to, card } = recruiter
  const fact = (key: string, value: string | null) =>
    value === null ? [] : [{ key: t(`agencies.card.${key}`), value }]
  return (
    <KeyValue
      facts={[
        ...fact('number', card),
        ...fact('name-km', names.km),
        ...fact('name-latin', names.en),
        ...fact(
          'area',
          province ? provinceName(reader, province, places) : t('agencies.card.everywhere'),
        ),
        ...fact('from', day(from)),
        ...fact('to', to && day(to)),
      ]}
    />
  )
}

export type RecruiterCardProps = RecruiterPageProps & {
  /** Drawn elsewhere: leads to the page of this number. */
  readonly qr: string
  readonly address: string
}

/** To print, cut out and carry: it proves nothing by itself; the page behind its code does. */
export function RecruiterCard({ recruiter, places, qr, address }: RecruiterCardProps) {
  const { t, name, link } = useReader()
  const { agency, card } = recruiter
  return (
    <CitizenLayout
      title={t('agencies.card.title', { number: card ?? '' })}
      before={<BackLink href={link(routes.recruiter.href({ number: card ?? '' }))} />}
    >
      <div class="recruiter-card">
        <h1 class="govuk-heading-m">{t('agencies.card.heading')}</h1>
        <p>
          <strong>{name(agency.names)}</strong>
        </p>
        <CardFacts recruiter={recruiter} places={places} />
        <img src={qr} alt={t('agencies.card.qr')} width={160} height={160} />
        <p class="small">{t('agencies.card.check-here', { address })}</p>
      </div>
      <p class="no-print muted">{t('agencies.card.how')}</p>
    </CitizenLayout>
  )
}
