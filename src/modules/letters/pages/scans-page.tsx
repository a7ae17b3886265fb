import { routes } from '../../../routes.ts'
import {
  BackLink,
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  Icon,
  Input,
  OfficerLayout,
  Select,
  StatusMark,
  useReader,
} from '../../../ui/index.ts'
import { EvidenceList } from '../../evidence/index.ts'
import type { HandedIn } from '../actions/list-scans.ts'
import { directions } from '../rules/letter.ts'
import { ScanField } from './scan-form.tsx'

export type ScansPageProps = {
  readonly scans: readonly HandedIn[]
  readonly state: FormState
  /** The scan whose form was refused, and why. */
  readonly refused: { readonly id: string; readonly code: string } | null
  readonly notice: 'handed-in' | 'matched' | 'dropped' | null
  readonly submission: string
}

/** Signed papers handed in together; each finds its letter by its code, the others wait for a number. */
export function ScansPage(props: ScansPageProps) {
  const { t, link } = useReader()
  const { scans, state, refused, notice, submission } = props
  const of = (status: string) => scans.filter(({ scan }) => scan.status === status)
  const [reading, unmatched, matched] = [of('reading'), of('unmatched'), of('matched')]
  return (
    <OfficerLayout
      title={t('letters.scans.title')}
      hasErrors={hasErrors(state) || refused !== null}
      before={<BackLink href={link(routes.letters.href())}>{t('letters.back')}</BackLink>}
    >
      <FormErrors state={state} />
      {refused ? (
        <ErrorSummary
          errors={[{ text: t(`letters.refusal.${refused.code}`), href: `#number-${refused.id}` }]}
        />
      ) : null}
      {notice ? (
        <p class="notice" role="status">
          <Icon name="circle-check" /> {t(`letters.scans.notice.${notice}`)}
        </p>
      ) : null}
      <h1>{t('letters.scans.title')}</h1>
      <p>{t('letters.scans.text')}</p>
      <Form
        action={link(routes.letterScans.href())}
        state={state}
        submission={submission}
        multipart
      >
        <ScanField />
        <Button>{t('letters.scans.send')}</Button>
      </Form>
      {reading.length > 0 ? (
        <p role="status">
          <StatusMark tone="neutral">
            {t('letters.scans.reading', { count: reading.length })}
          </StatusMark>{' '}
          <a href={link(routes.letterScans.href())}>{t('letters.scans.look-again')}</a>
        </p>
      ) : null}
      <h2>{t('letters.scans.unmatched')}</h2>
      {unmatched.length === 0 ? (
        <EmptyState title={t('letters.scans.unmatched.none')} icon="circle-check" />
      ) : (
        unmatched.map((one) => <Unmatched {...props} one={one} />)
      )}
      <Matched matched={matched} />
    </OfficerLayout>
  )
}

/** Why it found no letter, its picture, and the number that somebody reads from it. */
function Unmatched({ one, refused, submission }: ScansPageProps & { readonly one: HandedIn }) {
  const { t, link } = useReader()
  const { scan, evidence } = one
  const { id, reason, version } = scan
  const hidden = (what: string) => (
    <>
      <input type="hidden" name="submission" value={`${submission}-${what}-${id}`} />
      <input type="hidden" name="version" value={version} />
    </>
  )
  return (
    <section class="case-part">
      <p>
        <strong>{t(`letters.scans.reason.${reason}`)}</strong>
      </p>
      <EvidenceList
        evidence={evidence}
        hrefOf={(file) => link(routes.evidence.href({ id: file }))}
      />
      {reason === 'not-safe' ? null : (
        <form method="post" action={link(routes.letterScanMatch.href({ id }))} class="match">
          {hidden('match')}
          <Select
            name="direction"
            id={`direction-${id}`}
            label={t('letters.scans.register')}
            options={directions
              .toReversed()
              .map((value) => ({ value, label: t(`letters.direction.${value}`) }))}
          />
          <Input
            name="number"
            id={`number-${id}`}
            width={10}
            label={t('letters.field.number')}
            hint={t('letters.scans.number-hint')}
            value=""
            error={refused?.id === id ? t(`letters.refusal.${refused.code}`) : undefined}
            attributes={{ maxlength: 20 }}
          />
          <Button kind="secondary">{t('letters.scans.match')}</Button>
        </form>
      )}
      <form method="post" action={link(routes.letterScanDrop.href({ id }))}>
        {hidden('drop')}
        <Button kind="secondary">{t('letters.scans.drop')}</Button>
      </form>
    </section>
  )
}

function Matched({ matched }: { readonly matched: readonly HandedIn[] }) {
  const { t, link, instant } = useReader()
  if (matched.length === 0) return null
  return (
    <>
      <h2>{t('letters.scans.matched')}</h2>
      <ul class="plain">
        {matched.map(({ scan, number }) => (
          <li>
            <Icon name="circle-check" />{' '}
            {number === null || scan.letterId === null ? (
              t('letters.scans.of-another')
            ) : (
              <a href={`${link(routes.letter.href({ id: scan.letterId }))}#scan`}>
                {t('letters.title.numbered', { number })}
              </a>
            )}{' '}
            <span class="muted small">{instant(scan.uploadedAt)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
