import type { Day } from '../../../../kernel/days.ts'
import type { Reader } from '../../../../kernel/reader.ts'
import type { Verdict } from '../../../../kernel/tokens/judge.ts'
import { routes } from '../../../../routes.ts'
import { asset } from '../../../../ui/assets.ts'
import {
  BackLink,
  Button,
  CitizenLayout,
  type Content,
  Input,
  useReader,
} from '../../../../ui/index.ts'
import { type Destination, findMinistryLine } from '../../../places/index.ts'
import { sectors } from '../../rules/licence.ts'
import {
  type AnswerWords,
  answerKeyOf,
  answerKeys,
  CallUs,
  CheckAnswer,
  sectorWord,
  wordNames,
  wordsOf,
} from './check-answer.tsx'

export type CheckPageProps = {
  readonly destinations: readonly Destination[]
  /** What we ourselves say of a code that was sent to us; null before one was. */
  readonly verdict: Verdict | null
  /** A form was sent with nothing in it. */
  readonly missing: boolean
}

/**
 * Is this code ours, and does it still hold? Opened once, it answers without network; without a
 * script, the form answers.
 */
export function CheckPage({ destinations, verdict, missing }: CheckPageProps) {
  const reader = useReader()
  const { t, link } = reader
  return (
    <CitizenLayout
      title={t('check.title')}
      hasErrors={missing}
      before={<BackLink href={link(routes.home.href())} />}
    >
      {verdict ? (
        <CheckAnswer
          answer={answerKeyOf(verdict)}
          words={wordsOf(reader, verdict, destinations)}
          headingLevel={1}
        />
      ) : (
        <h1>{t('check.title')}</h1>
      )}
      <Checker destinations={destinations}>
        {verdict ? <h2>{t('check.again')}</h2> : <p>{t('check.about')}</p>}
        <OldPhone />
        <Scanning />
      </Checker>
      <CodeForm missing={missing} />
      <WhatIsSigned />
      <script type="module" src={asset('check-code.js')} />
    </CitizenLayout>
  )
}

type CheckerProps = {
  readonly destinations: readonly Destination[]
  readonly children: Content
}

/** What the script needs to answer by itself: words, addresses, and every answer as a template. */
function Checker({ destinations, children }: CheckerProps) {
  const reader = useReader()
  const { t, name } = reader
  const countries = destinations.map(({ code, names }) => [code, name(names)])
  const works = sectors.map((sector) => [sector, sectorWord(reader, sector)])
  return (
    <div
      data-check
      data-countries={JSON.stringify(Object.fromEntries(countries))}
      data-works={JSON.stringify(Object.fromEntries(works))}
      data-instant={reader.instant(sampleInstant)}
      data-months={JSON.stringify(monthsOf(reader))}
      data-no-end={t('check.fact.no-end')}
      data-keys={routes.tokenKeys.href()}
      data-list={routes.tokenStatuses.href()}
      data-worker={routes.checkWorker.href()}
      data-pages={JSON.stringify(pages)}
      data-reader={asset('read-picture.js')}
      data-working={t('check.working')}
      data-no-photo={t('check.photo-nothing')}
      data-no-camera={t('check.camera-refused')}
    >
      <div data-answer role="status" aria-live="polite" tabindex={-1} />
      {children}
      {answerKeys.map((answer) => (
        <template data-of={answer}>
          <CheckAnswer answer={answer} words={marks} headingLevel={2} />
        </template>
      ))}
    </div>
  )
}

/** Where the page lies in each language: so far reaches what works without network. */
export const pages = [routes.check.href(), `/en${routes.check.href()}`] as const

/** A day and a time in whose place the script puts others. */
const sampleInstant = new Date('2026-01-01T05:34:00Z')

const monthsOf = ({ day }: Reader): string[] =>
  Array.from({ length: 12 }, (_, month) => {
    const first = `2026-${String(month + 1).padStart(2, '0')}-01` as Day
    return day(first).replace(/[0-9]/g, '').trim()
  })

const marks = Object.fromEntries(wordNames.map((word) => [word, `⟦${word}⟧`])) as AnswerWords

/** Read by whoever has no script, and no telephone that can do this: the script takes it away. */
function OldPhone() {
  const { t } = useReader()
  const numbers = findMinistryLine()?.numbers ?? []
  return (
    <p data-old-phone>
      {t('check.own.text')} <strong>{numbers.join(', ')}</strong>
    </p>
  )
}

/** Camera and photo: only a script can use them, so it is the script that shows them. */
function Scanning() {
  const { t } = useReader()
  return (
    <div data-scanning hidden>
      <div data-camera hidden>
        <video data-video class="scan" hidden playsinline muted />
        <Button type="button" attributes={{ 'data-scan': true }}>
          {t('check.camera')}
        </Button>
        <Button type="button" kind="secondary" attributes={{ 'data-stop': true, hidden: true }}>
          {t('check.camera-stop')}
        </Button>
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="photo">
          {t('check.photo')}
        </label>
        <div id="photo-hint" class="govuk-hint">
          {t('check.photo-about')}
        </div>
        <input
          class="govuk-file-upload"
          id="photo"
          type="file"
          accept="image/*"
          capture="environment"
          aria-describedby="photo-hint"
          data-photo
        />
      </div>
      <p class="small" data-ready={t('check.ready', { when: '⟦when⟧' })} hidden />
      <p class="small" data-no-list={t('check.ready-no-list')} hidden />
      <p class="small" data-clock={t('check.clock-wrong', { when: '⟦when⟧' })} hidden />
    </div>
  )
}

function CodeForm({ missing }: { readonly missing: boolean }) {
  const { t, link } = useReader()
  return (
    <form method="post" action={link(routes.check.href())} novalidate class="form" data-typed>
      <Input
        name="code"
        width={30}
        label={t('check.code')}
        hint={t('check.code-hint')}
        {...(missing ? { error: t('check.missing') } : {})}
        attributes={{ autocomplete: 'off', spellcheck: 'false', maxlength: 3000 }}
      />
      <Button>{t('check.look')}</Button>
    </form>
  )
}

function WhatIsSigned() {
  const { t, link } = useReader()
  return (
    <section>
      <h2>{t('check.signed.title')}</h2>
      <p>{t('check.signed.says')}</p>
      <p>
        <strong>{t('check.signed.original')}</strong>
      </p>
      <p>{t('check.signed.copy')}</p>
      <CallUs />
      <ul>
        <li>
          <a href={link(routes.agencySearch.href())}>{t('check.search')}</a>
        </li>
        <li>
          <a href={link(routes.verify.href())}>{t('check.letters')}</a>
        </li>
      </ul>
    </section>
  )
}
