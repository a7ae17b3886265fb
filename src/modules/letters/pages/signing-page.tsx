import { routes } from '../../../routes.ts'
import {
  BackLink,
  Button,
  Details,
  ErrorSummary,
  emptyForm,
  Form,
  Icon,
  LinkButton,
  OfficerLayout,
  Textarea,
  useReader,
} from '../../../ui/index.ts'
import { SigningFields, type SigningRefusal, type SigningState } from '../../accounts/index.ts'
import type { LetterFile } from '../actions/read-letter.ts'
import type { Sitting } from '../rules/sitting.ts'
import { LetterClimb } from './letter-climb.tsx'

export type SigningPageProps = {
  readonly file: LetterFile
  readonly place: { readonly number: number; readonly of: number; readonly nextHref: string }
  readonly sitting: Sitting
  readonly signing: SigningState
  readonly refusal: { readonly code: string; readonly signing: SigningRefusal | null } | null
  /** The one before was signed: said above this one. */
  readonly justSigned: string | null
  readonly note: string
  readonly submission: string
}

/** One letter to be signed, exactly what will be signed of it, and the next one after it. */
export function SigningPage(props: SigningPageProps) {
  const { t, link } = useReader()
  const { file, place, refusal, justSigned } = props
  const { number, of } = place
  const title = t('letters.signing.title', { number, of })
  return (
    <OfficerLayout
      title={title}
      hasErrors={refusal !== null}
      before={
        <BackLink href={link(routes.lettersToSign.href())}>{t('letters.to-sign.title')}</BackLink>
      }
    >
      <Refused refusal={refusal} />
      {justSigned ? (
        <p class="notice" role="status">
          <Icon name="circle-check" /> {t('letters.signing.just-signed', { number: justSigned })}
        </p>
      ) : null}
      <div class="page-head">
        <h1>{title}</h1>
        <progress max={of} value={number - 1} aria-label={title} />
      </div>
      <div class="signing">
        <div>
          <article class="paper" id="letter" tabindex={-1}>
            <Words file={file} />
          </article>
          <p>
            <a href={link(routes.letterPdf.href({ id: file.letter.id }))}>
              <Icon name="file-text" /> {t('letters.pdf.draft')}
            </a>
          </p>
        </div>
        <SignHere {...props} />
      </div>
      <LetterClimb file={file} />
    </OfficerLayout>
  )
}

function Refused({ refusal }: Pick<SigningPageProps, 'refusal'>) {
  const { t } = useReader()
  if (!refusal) return null
  const error = refusal.signing
    ? { text: t(`accounts.signing.${refusal.signing}`), href: '#signing-code' }
    : { text: t(`letters.refusal.${refusal.code}`), href: '#letter' }
  return <ErrorSummary errors={[error]} />
}

/** What the signature covers, no more and no less. */
function Words({ file: { text, copies } }: { readonly file: LetterFile }) {
  const { t } = useReader()
  if (!text) return <p class="muted">{t('letters.destroyed')}</p>
  return (
    <>
      <p>
        <strong>{t('letters.field.correspondent')}</strong> {text.correspondent}
        <br />
        <strong>{t('letters.field.subject')}</strong> {text.subject}
        {text.reference === null ? null : (
          <>
            <br />
            <strong>{t('letters.sheet.reference')}</strong> {text.reference}
          </>
        )}
      </p>
      {text.body.split('\n').map((line) => (line.trim() === '' ? null : <p>{line}</p>))}
      {copies.length === 0 ? null : (
        <Details summary={t('letters.signing.recipients', { count: copies.length })}>
          <ol>
            {copies.map(({ name }) => (
              <li>{name}</li>
            ))}
          </ol>
        </Details>
      )}
    </>
  )
}

function SignHere({ file, place, sitting, signing, refusal, note, submission }: SigningPageProps) {
  const { t, link } = useReader()
  const { id, version } = file.letter
  return (
    <aside class="actions" aria-label={t('letters.actions.title')}>
      <Form
        action={link(routes.letterToSign.href({ id }))}
        state={emptyForm}
        submission={submission}
      >
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="passed" value={sitting.passed} />
        <input type="hidden" name="signed" value={sitting.signed} />
        <Textarea
          name="note"
          id="note"
          rows={2}
          label={t('letters.field.note-optional')}
          value={note}
        />
        <SigningFields {...signing} error={refusal?.signing} />
        <Button attributes={{ accesskey: 's' }}>
          {t(place.number === place.of ? 'letters.signing.sign-last' : 'letters.signing.sign')}
        </Button>
      </Form>
      <p>
        <LinkButton href={place.nextHref} kind="secondary" attributes={{ accesskey: 'n' }}>
          {t('letters.signing.skip')}
        </LinkButton>
      </p>
      <p>
        <a href={link(routes.letter.href({ id }))}>{t('letters.signing.other')}</a>
      </p>
      <p class="muted small">{t('letters.signing.keys')}</p>
    </aside>
  )
}
