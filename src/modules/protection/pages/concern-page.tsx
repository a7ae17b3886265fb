import type { Day } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  BackLink,
  EmptyState,
  Icon,
  KeyValue,
  LinkButton,
  OfficerLayout,
  Timeline,
  useReader,
} from '../../../ui/index.ts'
import type { ConcernFile } from '../actions/read-concern.ts'
import type { ConcernAction } from '../rules/concern.ts'
import { ConcernMark } from './marks.tsx'
import { eventKey, Part } from './parts.tsx'

export type ConcernPageProps = {
  readonly file: ConcernFile
  readonly offered: readonly ConcernAction[]
  readonly done: boolean
}

/** Somebody at risk who does not complain: what was noticed, what was offered, when to look again. */
export function ConcernPage({ file, offered, done }: ConcernPageProps) {
  const { t, link, instant, name } = useReader()
  const { concern, events, people } = file
  return (
    <OfficerLayout
      title={t('protection.concern.title')}
      before={
        <BackLink href={link(routes.concerns.href())}>{t('protection.concerns.title')}</BackLink>
      }
    >
      {done ? (
        <p class="notice" role="status">
          <Icon name="circle-check" /> {t('protection.done')}
        </p>
      ) : null}
      <div class="page-head">
        <h1>{t('protection.concern.title')}</h1>
        <div class="page-head__marks">
          <ConcernMark status={concern.status} />
        </div>
      </div>
      <div class="case">
        <div class="case__facts">
          <Facts file={file} />
        </div>
        <div class="case__middle">
          <Part title={t('protection.concern.about')}>
            <p>{file.about ?? t('protection.gone')}</p>
            {file.reporter ? (
              <p>
                <strong>{t('protection.concern.reporter')}</strong> {file.reporter}
              </p>
            ) : null}
            {file.ended ? <p>{file.ended}</p> : null}
          </Part>
          <Helps file={file} />
          <Part title={t('protection.concern.timeline')}>
            <Timeline
              entries={events.toReversed().map((event) => {
                const who = people.get(event.actorId)
                return {
                  title: t(eventKey(event.type)),
                  when: instant(event.at),
                  iso: event.at.toISOString(),
                  who: who ? name(who) : '',
                }
              })}
            />
          </Part>
        </div>
        <aside class="case__actions" id="actions">
          <h2>{t('protection.case.actions')}</h2>
          <ul class="plain">
            {offered.map((step) => (
              <li>
                <LinkButton
                  kind="secondary"
                  href={link(routes.concernStep.href({ id: concern.id, step }))}
                >
                  {t(`protection.concern-step.${step}`)}
                </LinkButton>
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </OfficerLayout>
  )
}

function Facts({ file }: Pick<ConcernPageProps, 'file'>) {
  const { t, name, day, instant, link } = useReader()
  const { concern, people, office } = file
  const owner = people.get(concern.ownerId ?? '')
  const yes =
    concern.yesHow && concern.yesOn
      ? `${t(`protection.choice.yes.${concern.yesHow}`)}, ${day(concern.yesOn as Day)}`
      : '—'
  return (
    <Part title={t('protection.concern.facts')}>
      <KeyValue
        facts={[
          { key: t('protection.fact.logged'), value: instant(concern.madeAt) },
          { key: t('protection.fact.door'), value: t(`protection.door.${concern.door}`) },
          { key: t('protection.fact.office'), value: office ? name(office) : '—' },
          { key: t('protection.fact.owner'), value: owner ? name(owner) : '—' },
          {
            key: t('protection.fact.next'),
            value: concern.nextOn ? day(concern.nextOn as Day) : '—',
          },
          {
            key: t('protection.fact.signs'),
            value: concern.signs.map((sign) => t(`protection.sign.${sign}`)).join(' · ') || '—',
          },
          { key: t('protection.fact.yes'), value: yes },
          {
            key: t('protection.fact.complaint'),
            value: concern.complaintId ? (
              <a href={link(routes.complaint.href({ id: concern.complaintId }))}>
                {t('protection.concern.to-complaint')}
              </a>
            ) : (
              '—'
            ),
          },
        ]}
      />
    </Part>
  )
}

function Helps({ file }: Pick<ConcernPageProps, 'file'>) {
  const { t, day } = useReader()
  return (
    <Part title={t('protection.concern.helps')}>
      {file.helps.length === 0 ? <EmptyState title={t('protection.concern.no-help')} /> : null}
      <ul class="plain">
        {file.helps.map((one) => (
          <li>
            <strong>{t(`protection.choice.help.${one.help}`)}</strong> · {day(one.offeredOn as Day)}{' '}
            · {t(`protection.choice.answer.${one.answer}`)}
            {one.note ? <p>{one.note}</p> : null}
          </li>
        ))}
      </ul>
    </Part>
  )
}
