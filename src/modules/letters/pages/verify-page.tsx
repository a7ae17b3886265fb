import type { Day } from '../../../kernel/days.ts'
import type { Reader } from '../../../kernel/reader.ts'
import { routes } from '../../../routes.ts'
import {
  AnswerBlock,
  Button,
  CitizenLayout,
  type IconName,
  Input,
  KeyValue,
  type Tone,
  useReader,
} from '../../../ui/index.ts'
import { groupCode } from '../rules/code.ts'
import { type IssuedDocument, type Standing, standingOf } from '../rules/verification.ts'

export type VerifyPageProps = {
  /** Null where none was typed, and where it is no code at all. */
  readonly code: string | null
  readonly typed: string | null
  readonly document: IssuedDocument | null
  readonly now: Date
  readonly today: Day
  /** Only for whoever may see it: where its scan goes. */
  readonly scanHref: string | null
}

const looks: Readonly<Record<Standing, { tone: Tone; icon: IconName }>> = {
  'only-received': { tone: 'neutral', icon: 'file-text' },
  'in-force': { tone: 'allowed', icon: 'circle-check' },
  'not-yet': { tone: 'attention', icon: 'calendar-clock' },
  withdrawn: { tone: 'danger', icon: 'ban' },
  replaced: { tone: 'danger', icon: 'ban' },
}

/** What a printed document is, whether it is in force, and as of when; nothing of any person. */
export function VerifyPage(props: VerifyPageProps) {
  const { t, link } = useReader()
  const { document, typed } = props
  return (
    <CitizenLayout title={t('letters.verify.title')}>
      {document ? <Known {...props} document={document} /> : null}
      {!document && typed !== null ? (
        <AnswerBlock
          tone="danger"
          icon="circle-x"
          answer={t('letters.verify.unknown')}
          headingLevel={1}
        >
          <p>{t('letters.verify.unknown-why')}</p>
        </AnswerBlock>
      ) : null}
      {document || typed !== null ? null : (
        <>
          <h1>{t('letters.verify.title')}</h1>
          <p>{t('letters.verify.about')}</p>
        </>
      )}
      <CodeForm again={document !== null || typed !== null} typed={document ? '' : (typed ?? '')} />
      <p>
        <a href={link(routes.check.href())}>{t('check.from-letters')}</a>
      </p>
    </CitizenLayout>
  )
}

function Known(props: VerifyPageProps & { readonly document: IssuedDocument }) {
  const reader = useReader()
  const { t, link, instant } = reader
  const { document, today, now, scanHref } = props
  const standing = standingOf(document, today)
  return (
    <>
      <AnswerBlock
        {...looks[standing]}
        answer={sentence(reader, document, standing)}
        headingLevel={1}
      >
        <p>{t('letters.verify.as-of', { when: instant(now) })}</p>
        <p>{t(`letters.verify.means.${standing}`)}</p>
      </AnswerBlock>
      {document.kind === 'letter' ? <LetterFacts {...props} /> : null}
      {scanHref ? (
        <p>
          <a href={link(scanHref)}>{t('letters.verify.scan')}</a>
        </p>
      ) : null}
    </>
  )
}

function sentence({ t, day, name }: Reader, document: IssuedDocument, standing: Standing): string {
  if (standing === 'only-received')
    return t('letters.verify.is.only-received', { day: day(document.dated) })
  return t(`letters.verify.is.${standing}`, {
    number: document.number ?? '',
    office: name({ km: document.officeKm, en: document.officeEn }),
    day: day(document.dated),
    until: document.inForceUntil ? day(document.inForceUntil) : '',
    by: document.replacedByNumber ?? '',
  })
}

function LetterFacts({ document, code }: VerifyPageProps & { readonly document: IssuedDocument }) {
  const { t, name, day } = useReader()
  const hash = document.pdfHash ? Buffer.from(document.pdfHash).toString('hex') : ''
  return (
    <KeyValue
      facts={[
        { key: t('letters.field.number'), value: document.number ?? '' },
        {
          key: t('letters.fact.register'),
          value: name({ km: document.officeKm, en: document.officeEn }),
        },
        { key: t('letters.fact.dated'), value: day(document.dated) },
        { key: t('letters.fact.code'), value: groupCode(code ?? '') },
        {
          key: t('letters.verify.hash'),
          value: <code class="small break-anywhere">{hash.replace(/(.{8})(?=.)/g, '$1 ')}</code>,
        },
      ]}
    />
  )
}

function CodeForm({ again, typed }: { readonly again: boolean; readonly typed: string }) {
  const { t, link } = useReader()
  return (
    <form method="get" action={link(routes.verify.href())} novalidate class="form">
      {again ? <h2>{t('letters.verify.again')}</h2> : null}
      <Input
        name="code"
        width={20}
        label={t('letters.verify.code')}
        hint={t('letters.verify.code-hint')}
        value={typed}
        attributes={{
          autocomplete: 'off',
          autocapitalize: 'characters',
          spellcheck: 'false',
          maxlength: 40,
        }}
      />
      <Button>{t('letters.verify.look')}</Button>
    </form>
  )
}
