import { routes } from '../../../routes.ts'
import {
  BackLink,
  EmptyState,
  Icon,
  KeyValue,
  LinkButton,
  OfficerLayout,
  useReader,
  WarningText,
} from '../../../ui/index.ts'
import { outsideBodyNames } from '../../complaints/index.ts'
import { StandingMark } from '../../law/index.ts'
import type { ProtectionFile } from '../actions/read-protection.ts'
import type { ProtectionStep } from '../rules/steps.ts'
import { OutcomeMark, TrackMark } from './marks.tsx'
import { DayText, Part, PersonName, StepLink } from './parts.tsx'
import { Children, Referrals, Retaliations } from './protection-tables.tsx'

export type ProtectionPageProps = {
  readonly file: ProtectionFile
  readonly offered: readonly ProtectionStep[]
  readonly done: boolean
}

/** Somebody's safety in one case: what was found, who sees it, whom she was led to. */
export function ProtectionPage({ file, offered, done }: ProtectionPageProps) {
  const { t, link } = useReader()
  const { kept, track } = file
  return (
    <OfficerLayout
      title={t('protection.case.title', { number: kept.number })}
      before={
        <BackLink href={link(routes.complaint.href({ id: kept.id }))}>
          {t('protection.case.back')}
        </BackLink>
      }
    >
      {done ? (
        <p class="notice" role="status">
          <Icon name="circle-check" /> {t('protection.done')}
        </p>
      ) : null}
      <div class="page-head">
        <h1>{t('protection.case.title', { number: kept.number })}</h1>
        <div class="page-head__marks">{track ? <TrackMark status={track.status} /> : null}</div>
      </div>
      <p class="muted">{t('protection.case.logged')}</p>
      <div class="case">
        <div class="case__facts">
          <TrackPart file={file} />
          <OfficePart file={file} />
        </div>
        <div class="case__middle">
          <Screenings file={file} />
          <Referrals file={file} />
          <Children file={file} />
          <Retaliations file={file} />
          <Barred file={file} />
          <Grants file={file} />
        </div>
        <aside class="case__actions" id="actions">
          <h2>{t('protection.case.actions')}</h2>
          <ul class="plain">
            <li>
              <LinkButton href={link(routes.complaintScreening.href({ id: kept.id }))}>
                {t('protection.screen.button')}
              </LinkButton>
            </li>
            {offered.map((step) => (
              <li>
                <StepLink file={file} step={step} />
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </OfficerLayout>
  )
}

function TrackPart({ file }: { readonly file: ProtectionFile }) {
  const { t, instant } = useReader()
  const { track } = file
  return (
    <Part title={t('protection.part.track')}>
      {track === null ? (
        <p>{t('protection.track.none')}</p>
      ) : (
        <KeyValue
          facts={[
            { key: t('protection.fact.since'), value: instant(track.since) },
            {
              key: t('protection.fact.reasons'),
              value: track.reasons.map((each) => t(`protection.choice.reasons.${each}`)).join(', '),
            },
            { key: t('protection.fact.wants'), value: t(`protection.choice.wants.${track.wants}`) },
            {
              key: t('protection.fact.caseworker'),
              value: <PersonName file={file} id={track.caseworkerId} />,
            },
            { key: t('protection.fact.head'), value: <PersonName file={file} id={track.headId} /> },
            { key: t('protection.fact.next'), value: <DayText day={track.nextOn} /> },
          ]}
        />
      )}
    </Part>
  )
}

/** About whom, where it is about an office, and who deals with that. */
function OfficePart({ file }: { readonly file: ProtectionFile }) {
  const { t, name } = useReader()
  const { kept, namedOffices, offices, body } = file
  if (!kept.aboutOffice) return null
  const outside = outsideBodyNames(kept.outsideBody)
  const holder = offices.find(({ id }) => id === kept.officeId)
  return (
    <Part title={t('protection.part.office')}>
      <p>{t('protection.office.hidden')}</p>
      <KeyValue
        facts={[
          {
            key: t('protection.fact.named'),
            value: namedOffices
              .flatMap((id) => offices.find((one) => one.id === id) ?? [])
              .map((one) => name(one))
              .join(', '),
          },
          {
            key: t('protection.fact.body'),
            value: (
              <>
                {outside ? name(outside) : holder ? name(holder) : '—'}{' '}
                <StandingMark standing={body.standing} />
              </>
            ),
          },
        ]}
      />
    </Part>
  )
}

function Screenings({ file }: { readonly file: ProtectionFile }) {
  const { t, instant, number, name, list } = useReader()
  const { indicators } = file.pack
  const nameOf = (code: string) => {
    const found = indicators.find((one) => one.code === code)
    return found ? name(found) : code
  }
  return (
    <Part title={t('protection.part.screening')}>
      {file.screenings.length === 0 && file.hints.length > 0 ? (
        <WarningText>
          {t('protection.screen.hint', { signs: list(file.hints.map(nameOf)) })}
        </WarningText>
      ) : null}
      {file.screenings.length === 0 ? <EmptyState title={t('protection.screen.none')} /> : null}
      <ul class="plain">
        {file.screenings.map((one) => (
          <li>
            <strong>{t('protection.screen.version', { number: number(one.version) })}</strong>{' '}
            {instant(one.madeAt)} <OutcomeMark outcome={one.outcome} />
            <br />
            {Object.entries(one.answers)
              .filter(([, { answer }]) => answer === 'yes')
              .map(([code, { person }]) => `${nameOf(code)} (${t(`protection.person.${person}`)})`)
              .join(' · ')}
            {one.note ? <p>{one.note}</p> : null}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Barred({ file }: { readonly file: ProtectionFile }) {
  const { t } = useReader()
  if (file.barred.length === 0) return null
  return (
    <Part title={t('protection.part.barred')}>
      <ul class="plain">
        {file.barred.map((one) => (
          <li>
            <strong>{t(`protection.choice.relation.${one.relation}`)}</strong>: {one.who ?? '—'}
            {one.contact ? `, ${one.contact}` : ''}{' '}
            {one.liftedAt ? (
              <span class="muted">{t('protection.barred.lifted')}</span>
            ) : (
              <StepLink file={file} step="lift-bar" on={one.id} />
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Grants({ file }: { readonly file: ProtectionFile }) {
  const { t } = useReader()
  if (file.grants.length === 0) return null
  return (
    <Part title={t('protection.part.grants')}>
      <ul class="plain">
        {file.grants.map((one) => (
          <li>
            <strong>
              <PersonName file={file} id={one.personId} />
            </strong>{' '}
            {t('protection.grant.until')} <DayText day={one.endsOn} />: {one.reason ?? '—'}{' '}
            {one.endedAt ? (
              <span class="muted">{t('protection.grant.ended')}</span>
            ) : (
              <StepLink file={file} step="end-grant" on={one.id} />
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}
