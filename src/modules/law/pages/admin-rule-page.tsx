import type { Reader } from '../../../kernel/reader.ts'
import { routes } from '../../../routes.ts'
import {
  Breadcrumbs,
  LinkButton,
  OfficerLayout,
  StatusMark,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import type { RuleVersion } from '../store/rule-versions.ts'
import { StandingMark } from './standing-mark.tsx'
import { ruleValueText } from './value-text.ts'

export type AdminRulePageProps = {
  /** Every version, the newest first; never empty. */
  readonly versions: readonly [RuleVersion, ...RuleVersion[]]
}

/** One rule with all its versions; those that were stopped before they held are marked. */
export function AdminRulePage({ versions }: AdminRulePageProps) {
  const { t, name, link } = useReader()
  const [newest] = versions
  const title = name(newest.name)
  const crumbs = [
    { text: t('changes.title'), href: link(routes.administration.href()) },
    { text: t('law.admin.title'), href: link(routes.administrationRules.href()) },
    { text: title },
  ]
  const asked = { kind: 'rule', subject: newest.key }
  return (
    <OfficerLayout title={title} before={<Breadcrumbs crumbs={crumbs} />}>
      <div class="page-head">
        <h1>{title}</h1>
        <div class="page-head__links">
          <a href={link(routes.administration.href(asked))}>{t('law.admin.changes')}</a>
          <LinkButton href={link(routes.changeNew.href({ kind: 'rule' }, { subject: newest.key }))}>
            {t('changes.propose.link')}
          </LinkButton>
        </div>
      </div>
      <p class="muted">
        <code>{newest.key}</code> · {t(`law.part.${newest.part}`)}
      </p>
      <h2>{t('law.admin.history')}</h2>
      <Versions versions={versions} />
      {newest.note ? <p>{name(newest.note)}</p> : null}
    </OfficerLayout>
  )
}

function Versions({ versions }: { readonly versions: readonly RuleVersion[] }) {
  const reader = useReader()
  const { t, name } = reader
  const head = [
    ...[t('law.admin.version'), t('law.change.value'), t('law.change.standing')],
    ...[t('law.admin.since'), t('law.change.article'), t('law.change.source')],
    t('law.admin.origin'),
  ]
  return (
    <Worklist
      stacks
      caption={t('law.admin.history')}
      columns={head.map((label) => ({ label }))}
      rows={versions.map((version) => ({
        id: String(version.version),
        cells: [
          String(version.version),
          ruleValueText(reader, version),
          <StandingMark standing={version.standing} />,
          version.withdrawn ? (
            <StatusMark tone="neutral" icon="ban">
              {t('law.admin.withdrawn')}
            </StatusMark>
          ) : (
            termText(reader, version)
          ),
          version.article ? name(version.article) : '–',
          version.source ?? '–',
          t(`law.admin.origin.${version.origin}`),
        ],
      }))}
    />
  )
}

function termText({ t, day }: Reader, { validFrom, validTo }: RuleVersion): string {
  const from = validFrom ? t('law.rule.from', { from: day(validFrom) }) : t('law.admin.always')
  return validTo ? `${from}, ${t('law.admin.until', { to: day(validTo) })}` : from
}
