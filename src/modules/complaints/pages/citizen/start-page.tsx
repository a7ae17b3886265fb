import { routes } from '../../../../routes.ts'
import {
  Button,
  InsetText,
  LinkButton,
  SafeLayout,
  useReader,
  WarningText,
} from '../../../../ui/index.ts'
import type { Agency } from '../../../agencies/index.ts'
import { type Rule, ruleValueText, StandingMark } from '../../../law/index.ts'
import type { HelpLine } from '../../../places/index.ts'
import { type Speech, Spoken } from '../../../voice/index.ts'
import type { ComplaintTerms } from '../../actions/terms.ts'
import { questionIds } from '../../rules/questions.ts'

export type StartPageProps = {
  readonly terms: ComplaintTerms
  readonly most: number
  readonly hours: number
  readonly dangerLines: readonly HelpLine[]
  readonly speech: Speech
  readonly begin: BeginProps
}

export type BeginProps = {
  /** What this browser holds already; `agency`: only whom it is about. */
  readonly held: 'nothing' | 'agency' | 'answers' | 'receipt' | 'deleted'
  /** Whom the complaint is about, where that is known already. */
  readonly about?: string | undefined
  /** The agency from whose page she came, for a new complaint beside numbers that are still here. */
  readonly agency?: Agency | undefined
}

/** What it is, what happens next and by when, and that it costs nothing. */
export function StartPage({ terms, most, hours, begin, ...danger }: StartPageProps) {
  const { t, link } = useReader()
  return (
    <SafeLayout>
      <h1>{t('complain.start.title')}</h1>
      {begin.held === 'deleted' ? <InsetText>{t('complain.start.deleted')}</InsetText> : null}
      <p>{t('complain.start.about')}</p>
      <p>{t('complain.start.who')}</p>
      <p>
        <strong>{t('complain.start.free')}</strong>
      </p>
      <Begin {...begin} />
      <Danger lines={danger.dangerLines} speech={danger.speech} />
      <h2>{t('complain.start.helps')}</h2>
      <ul>
        <li>{t('complain.start.helps-name')}</li>
        <li>{t('complain.start.helps-when')}</li>
        <li>{t('complain.start.helps-money')}</li>
      </ul>
      <p>{t('complain.start.helps-none')}</p>
      <p>{t('complain.start.questions', { most })}</p>
      <p>{t('complain.start.kept', { hours })}</p>
      <h2>{t('complain.start.next')}</h2>
      <ol>
        <li>{t('complain.start.next-numbers')}</li>
        <li>
          <Promised rule={terms.firstAnswer.rule} about="first-answer" />
        </li>
        <li>
          <Promised rule={terms.resolve.rule} about="resolve" />
        </li>
      </ol>
      <WarningText>{t('complain.never-against-you')}</WarningText>
      <ul>
        <li>
          <a href={link(routes.follow.href())}>{t('complain.start.follow')}</a>
        </li>
        <li>
          <a href={link(routes.worried.href())}>{t('complain.start.worried')}</a>
        </li>
        <li>
          <a href={link(routes.clearHistory.href())}>{t('complain.clear-history')}</a>
        </li>
      </ul>
    </SafeLayout>
  )
}

type DangerProps = { readonly lines: readonly HelpLine[]; readonly speech: Speech }

/** Nobody in danger should fill in a form first. */
function Danger({ lines, speech }: DangerProps) {
  const { t, name } = useReader()
  return (
    <InsetText>
      <p>
        <strong>{t('complain.start.danger')}</strong>
      </p>
      <ul>
        {lines.map((line) => (
          <li>
            {t('complain.start.help-line', { name: name(line.name) })}{' '}
            {line.numbers.map((number) => (
              <>
                <a href={`tel:${number.replaceAll(' ', '')}`}>{number}</a>{' '}
              </>
            ))}
          </li>
        ))}
      </ul>
      {/* Where it cannot be said, the numbers stand above already. */}
      <Spoken speech={speech} desk={null} />
    </InsetText>
  )
}

/** A promise with its term, the article it comes from, and how sure that is. */
function Promised({
  rule,
  about,
}: {
  readonly rule: Rule | null
  readonly about: 'resolve' | 'first-answer'
}) {
  const reader = useReader()
  const { t, name, link } = reader
  if (!rule || rule.value === null) return <>{t(`complain.term.${about}-unknown`)}</>
  return (
    <>
      {t(`complain.term.${about}`, { term: ruleValueText(reader, rule) })}{' '}
      <StandingMark standing={rule.standing} />{' '}
      <a href={link(`${routes.rules.href()}#${rule.key}`)}>
        {rule.article ? name(rule.article) : t('complain.term.rule')}
      </a>
    </>
  )
}

function Begin({ held, about, agency }: BeginProps) {
  const { t, link } = useReader()
  return (
    <>
      {about ? <InsetText>{t('complain.start.about-agency', { about })}</InsetText> : null}
      {held === 'answers' ? <Resume /> : null}
      {held === 'receipt' ? <Slip /> : null}
      {held === 'agency' ? (
        <LinkButton href={link(routes.complainQuestion.href({ question: questionIds[0] }))}>
          {t('complain.start.begin')}
        </LinkButton>
      ) : (
        <BeginForm isHeld={held === 'answers' || held === 'receipt'} agency={agency} />
      )}
    </>
  )
}

type BeginFormProps = Pick<BeginProps, 'agency'> & { readonly isHeld: boolean }

function BeginForm({ isHeld, agency }: BeginFormProps) {
  const { t, link } = useReader()
  return (
    <form method="post" action={link(routes.complain.href())}>
      {agency ? (
        <>
          <input type="hidden" name="agency" value={agency.id} />
          <input type="hidden" name="anew" value="yes" />
        </>
      ) : null}
      <Button kind={isHeld ? 'secondary' : undefined}>
        {t(isHeld ? 'complain.start.anew' : 'complain.start.begin')}
      </Button>
    </form>
  )
}

function Resume() {
  const { t, link } = useReader()
  return (
    <>
      <InsetText>{t('complain.start.unfinished')}</InsetText>
      <LinkButton href={link(routes.complainQuestion.href({ question: 'check' }))}>
        {t('complain.start.resume')}
      </LinkButton>
      <ForgetForm />
    </>
  )
}

function Slip() {
  const { t, link } = useReader()
  return (
    <>
      <InsetText>{t('complain.start.sent')}</InsetText>
      <LinkButton href={link(routes.complainReceipt.href())}>
        {t('complain.start.numbers')}
      </LinkButton>
    </>
  )
}

/** Nothing of it is left for whoever uses this phone next. */
export function ForgetForm() {
  const { t, link } = useReader()
  return (
    <form method="post" action={link(routes.complainForget.href())}>
      <Button kind="secondary">{t('complain.forget')}</Button>
    </form>
  )
}
