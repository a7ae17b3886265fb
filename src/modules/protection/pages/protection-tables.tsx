import { Details, StatusMark, useReader } from '../../../ui/index.ts'
import type { ProtectionFile } from '../actions/read-protection.ts'
import { bestInterestSteps } from '../rules/best-interest.ts'
import { referralLifecycle } from '../rules/referral.ts'
import { ReferralMark } from './marks.tsx'
import { DayText, Part, StepLink } from './parts.tsx'

/** Whom she was led to, and what became of it. */
export function Referrals({ file }: { readonly file: ProtectionFile }) {
  const { t } = useReader()
  if (file.referrals.length === 0) return null
  return (
    <Part title={t('protection.part.referrals')}>
      <ul class="plain">
        {file.referrals.map((row) => (
          <OneReferral file={file} row={row} />
        ))}
      </ul>
    </Part>
  )
}

type ReferralProps = {
  readonly file: ProtectionFile
  readonly row: ProtectionFile['referrals'][number]
}

function OneReferral({ file, row }: ReferralProps) {
  const { t, name } = useReader()
  const body = file.pack.bodies.find(({ code }) => code === row.body)
  const rest = row.isChild
    ? 'protection.referral.by-best-interest'
    : 'protection.referral.by-consent'
  return (
    <li>
      <strong>{body ? name(body) : row.body}</strong>: {row.to ?? '—'}{' '}
      <ReferralMark status={row.status} />
      <p>{t(rest, { how: t(`protection.choice.consent.${row.consentHow ?? 'none'}`) })}</p>
      <ReferralWarnings row={row} />
      {row.answer ? <p>{row.answer}</p> : null}
      {referralLifecycle.final.includes(row.status) ? null : (
        <p>
          {t('protection.fact.next')} <DayText day={row.nextOn} /> ·{' '}
          <StepLink file={file} step="referral" on={row.id} />
        </p>
      )}
    </li>
  )
}

function ReferralWarnings({ row }: Pick<ReferralProps, 'row'>) {
  const { t } = useReader()
  return (
    <>
      {row.warnings.map((warning) => (
        <p>
          <StatusMark tone={row.warningAnswer ? 'neutral' : 'danger'}>
            {t(`protection.warning.${warning}`)}
          </StatusMark>
        </p>
      ))}
      {row.warningAnswer ? (
        <p>
          {t(`protection.choice.warned.${row.warningAnswer}`)}: {row.warning ?? '—'}
        </p>
      ) : null}
    </>
  )
}

/** What is best for a child: the steps, the guardian, and the two who decide. */
export function Children({ file }: { readonly file: ProtectionFile }) {
  const { t } = useReader()
  if (file.children.length === 0) return null
  return (
    <Part title={t('protection.part.children')}>
      {file.children.map((one) => (
        <Details
          summary={t(`protection.child.status.${one.status}`)}
          open={one.status !== 'decided'}
        >
          <p>
            {t(`protection.choice.guardian.${one.guardian}`)} · {t('protection.field.involved')}{' '}
            {t(`protection.choice.known.${one.guardianInvolved}`)}
          </p>
          <ul>
            {bestInterestSteps.map((step) => (
              <li>
                {t(`protection.choice.what.${step}`)}:{' '}
                {one.done.includes(step) ? t('protection.child.done') : t('protection.child.open')}
              </li>
            ))}
          </ul>
          {one.decision ? <p>{one.decision}</p> : null}
          {one.status === 'open' ? (
            <p>
              <StepLink file={file} step="child-step" on={one.id} /> ·{' '}
              <StepLink file={file} step="child-propose" on={one.id} />
            </p>
          ) : null}
          {one.status === 'proposed' ? (
            <p>
              <StepLink file={file} step="child-decide" on={one.id} />
            </p>
          ) : null}
        </Details>
      ))}
    </Part>
  )
}

/** What was done to her because she complained, and what we did about it. */
export function Retaliations({ file }: { readonly file: ProtectionFile }) {
  const { t } = useReader()
  if (file.retaliations.length === 0) return null
  return (
    <Part title={t('protection.part.retaliation')}>
      <ul class="plain">
        {file.retaliations.map((one) => (
          <li>
            <strong>
              <DayText day={one.happenedOn} />: {t(`protection.choice.kind.${one.kind}`)}
            </strong>
            <p>{one.what ?? '—'}</p>
            {one.doneOn ? (
              <p>
                {t('protection.retaliation.done')} <DayText day={one.doneOn} />: {one.done ?? '—'}
              </p>
            ) : (
              <p>
                <StatusMark tone="danger">{t('protection.retaliation.open')}</StatusMark>{' '}
                <StepLink file={file} step="retaliation-done" on={one.id} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}
