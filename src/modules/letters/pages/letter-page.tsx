import type { Query } from '../../../kernel/routes.ts'
import { routes } from '../../../routes.ts'
import {
  BackLink,
  Details,
  ErrorSummary,
  Icon,
  KeyValue,
  OfficerLayout,
  useReader,
} from '../../../ui/index.ts'
import type { LetterFile } from '../actions/read-letter.ts'
import { type Letter, shownNumber } from '../rules/letter.ts'
import { LetterActions } from './letter-actions.tsx'
import { LetterClimb } from './letter-climb.tsx'
import { useLetterFacts } from './letter-facts.tsx'
import type { LetterForm, LetterPageProps } from './letter-props.ts'
import { LetterStatusMark } from './marks.tsx'
import { OldFile } from './old-file.tsx'
import { Part } from './part.tsx'
import { ScanForm } from './scan-form.tsx'
import { TextForm } from './text-form.tsx'

/** Facts at the left, text and climb in the middle, what may be done at the right. */
export function LetterPage(props: LetterPageProps) {
  const { t, link } = useReader()
  const { file, form, notice } = props
  const { letter } = file
  const title = titleOf(props, t)
  return (
    <OfficerLayout
      title={title}
      hasErrors={form !== null}
      before={
        <BackLink href={link(routes.letters.href(registerOf(letter)))}>
          {t('letters.back')}
        </BackLink>
      }
    >
      <Refused form={form} />
      {notice ? (
        <p class="notice" role="status">
          <Icon name="circle-check" /> {t(`letters.notice.${notice}`)}
        </p>
      ) : null}
      <div class="page-head">
        <h1>{title}</h1>
        <div class="page-head__marks">
          <LetterStatusMark status={letter.status} />
        </div>
      </div>
      <div class="case">
        <div class="case__facts">
          <Part title={t('letters.part.facts')}>
            <KeyValue facts={useLetterFacts(props)} />
            <OldFile {...props} />
          </Part>
          <ScanForm {...props} />
          <Copies file={file} />
        </div>
        <div class="case__middle">
          {file.mayWrite ? <TextForm {...props} /> : <Text file={file} />}
          <LetterClimb file={file} />
          <Signatures file={file} />
          <Earlier file={file} />
        </div>
        <LetterActions {...props} />
      </div>
    </OfficerLayout>
  )
}

/** Letters of the old register stand apart. */
const registerOf = ({ direction, oldNumber }: Letter): Query =>
  oldNumber === null ? { direction } : { register: 'old' }

type T = ReturnType<typeof useReader>['t']

const titleOf = ({ file }: LetterPageProps, t: T): string => {
  const number = shownNumber(file.letter)
  return number === null ? t('letters.title.draft') : t('letters.title.numbered', { number })
}

function Refused({ form }: { readonly form: LetterForm | null }) {
  const { t } = useReader()
  if (!form) return null
  const errors = Object.entries(form.state.errors).map(([field, { key, values }]) => ({
    text: t(key, values),
    href: `#${form.step}-${field}`,
  }))
  const general = form.refusal
    ? [{ text: t(`letters.refusal.${form.refusal}`), href: `#${form.step}` }]
    : []
  const signing = form.signing
    ? [{ text: t(`accounts.signing.${form.signing}`), href: '#signing-code' }]
    : []
  return <ErrorSummary errors={[...general, ...signing, ...errors]} />
}

function Text({ file }: { readonly file: LetterFile }) {
  const { t } = useReader()
  const { text, letter } = file
  if (letter.direction === 'incoming' || letter.oldNumber !== null) return null
  if (!text) return <p class="muted">{t('letters.destroyed')}</p>
  return (
    <Part title={t('letters.part.text')}>
      <p>
        <strong>{t('letters.field.correspondent')}</strong> {text.correspondent}
        <br />
        <strong>{t('letters.field.subject')}</strong> {text.subject}
      </p>
      {text.body.split('\n').map((line) => (line.trim() === '' ? null : <p>{line}</p>))}
    </Part>
  )
}

/** Who signed, as what, and the hash of what was shown. */
function Signatures({ file }: { readonly file: LetterFile }) {
  const { t, name, instant } = useReader()
  if (file.signatures.length === 0) return null
  return (
    <Part title={t('letters.part.signatures')}>
      <ul class="plain">
        {file.signatures.map((signature) => (
          <li>
            <strong>{signature.name ? name(signature.name) : '—'}</strong>,{' '}
            {t(`role.${signature.role}`)}
            {signature.office ? `, ${name(signature.office)}` : ''} · {instant(signature.at)}
            <br />
            <span class="small muted">
              {t('letters.signature.shown')}{' '}
              <code>{Buffer.from(signature.shownHash).toString('hex').slice(0, 16)}…</code>
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Earlier({ file }: { readonly file: LetterFile }) {
  const { t, instant, name, number } = useReader()
  if (file.earlier.length === 0) return null
  return (
    <Part title={t('letters.part.earlier')}>
      {file.earlier.map(({ edition, writtenAt, authorId, text }) => {
        const author = file.people.get(authorId)
        return (
          <Details
            summary={t('letters.edition', {
              edition: number(edition),
              when: instant(writtenAt),
              who: author ? name(author) : '—',
            })}
          >
            <p>
              <strong>{text.subject}</strong>
            </p>
            {text.body.split('\n').map((line) => (line.trim() === '' ? null : <p>{line}</p>))}
          </Details>
        )
      })}
    </Part>
  )
}

/** How far the worker has come with the papers of a letter to many. */
function Copies({ file }: { readonly file: LetterFile }) {
  const { t, link, number } = useReader()
  const { copies, letter } = file
  if (copies.length === 0) return null
  const done = copies.filter(({ isSet }) => isSet).length
  return (
    <Part title={t('letters.part.copies')}>
      <p role="status">
        {letter.signedAt === null
          ? t('letters.copies.waiting', { total: number(copies.length) })
          : t('letters.copies.done', { done: number(done), total: number(copies.length) })}
      </p>
      <progress max={copies.length} value={done}>
        {number(done)}
      </progress>
      <Details summary={t('letters.copies.list')}>
        <ol>
          {copies.map(({ name, isSet }, index) => (
            <li>
              {isSet ? (
                <a href={link(routes.letterCopy.href({ id: letter.id, position: `${index + 1}` }))}>
                  {name}
                </a>
              ) : (
                name
              )}
            </li>
          ))}
        </ol>
      </Details>
    </Part>
  )
}
