import { routes } from '../../../routes.ts'
import {
  Breadcrumbs,
  EmptyState,
  FilterBar,
  Input,
  OfficerLayout,
  Select,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import { type Rule, ruleParts, standings } from '../rules/rule.ts'
import { comingText } from './coming-text.ts'
import { StandingMark } from './standing-mark.tsx'
import { ruleValueText } from './value-text.ts'

export type AdminRulesPageProps = {
  readonly rules: readonly Rule[]
  readonly coming: readonly Rule[]
  readonly filter: { readonly q: string; readonly part: string; readonly standing: string }
}

/** Every rule in force with what is coming, for those who change them. */
export function AdminRulesPage({ rules, coming, filter }: AdminRulesPageProps) {
  const { t, link } = useReader()
  const address = link(routes.administrationRules.href())
  const anything = { value: '', label: t('changes.any') }
  const columns = ['name', 'part', 'value', 'standing', 'version', 'coming'] as const
  const head = {
    ...{ name: t('law.admin.name'), part: t('law.admin.part'), value: t('law.change.value') },
    ...{ standing: t('law.change.standing'), version: t('law.admin.version') },
    coming: t('law.admin.coming'),
  }
  const crumbs = [
    { text: t('changes.title'), href: link(routes.administration.href()) },
    { text: t('law.admin.title') },
  ]
  return (
    <OfficerLayout title={t('law.admin.title')} before={<Breadcrumbs crumbs={crumbs} />}>
      <h1>{t('law.admin.title')}</h1>
      <FilterBar
        action={address}
        clearHref={filter.q + filter.part + filter.standing === '' ? undefined : address}
      >
        <Input name="q" type="search" label={t('law.admin.name')} value={filter.q} />
        <Select
          name="part"
          label={t('law.admin.part')}
          value={filter.part}
          options={[
            anything,
            ...ruleParts.map((value) => ({ value, label: t(`law.part.${value}`) })),
          ]}
        />
        <Select
          name="standing"
          label={t('law.change.standing')}
          value={filter.standing}
          options={[
            anything,
            ...standings.map((value) => ({ value, label: t(`law.standing.${value}`) })),
          ]}
        />
      </FilterBar>
      {rules.length === 0 ? (
        <EmptyState title={t('law.admin.none')} icon="scale" />
      ) : (
        <Worklist
          stacks
          caption={t('law.admin.title')}
          columns={columns.map((column) => ({ label: head[column] }))}
          rows={rules.map((rule) => ({
            id: rule.key,
            cells: [
              <RuleLink rule={rule} />,
              t(`law.part.${rule.part}`),
              <RuleValueCell rule={rule} />,
              <StandingMark standing={rule.standing} />,
              String(rule.version),
              <Coming rule={coming.find(({ key }) => key === rule.key)} />,
            ],
          }))}
        />
      )}
    </OfficerLayout>
  )
}

function RuleLink({ rule }: { readonly rule: Rule }) {
  const { name, link } = useReader()
  return <a href={link(routes.administrationRule.href({ key: rule.key }))}>{name(rule.name)}</a>
}

function RuleValueCell({ rule }: { readonly rule: Rule }) {
  const reader = useReader()
  return <>{rule.value === null ? '–' : ruleValueText(reader, rule)}</>
}

function Coming({ rule }: { readonly rule: Rule | undefined }) {
  const reader = useReader()
  return <>{rule ? comingText(reader, rule) : ''}</>
}
