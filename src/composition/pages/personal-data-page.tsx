import type { PersonalData } from '../../kernel/personal-data.ts'
import { type Rule, RuleLine } from '../../modules/law/index.ts'
import { CitizenLayout, SummaryList, useReader } from '../../ui/index.ts'

export type PersonalDataPageProps = {
  readonly kinds: readonly PersonalData[]
  readonly rules: ReadonlyMap<string, Rule>
}

/** What the platform keeps of people: for what, who reads it, on what basis and for how long. */
export function PersonalDataPage({ kinds, rules }: PersonalDataPageProps) {
  const { t } = useReader()
  return (
    <CitizenLayout title={t('personal-data.title')}>
      <h1>{t('personal-data.title')}</h1>
      <p>{t('personal-data.about')}</p>
      <p>{t('personal-data.never')}</p>
      {kinds.map((kind) => (
        <Kind kind={kind} rule={rules.get(kind.retention) ?? null} />
      ))}
    </CitizenLayout>
  )
}

function Kind({ kind, rule }: { readonly kind: PersonalData; readonly rule: Rule | null }) {
  const { t } = useReader()
  const readers = kind.readers.map((role) => t(`role.${role}`)).join(', ')
  return (
    <section>
      <h2>{t(`personal-data.${kind.kind}.what`)}</h2>
      <SummaryList
        rows={[
          { key: t('personal-data.purpose'), value: t(`personal-data.${kind.kind}.purpose`) },
          { key: t('personal-data.basis'), value: t(`personal-data.basis.${kind.basis}`) },
          { key: t('personal-data.readers'), value: readers },
          { key: t('personal-data.kept'), value: <RuleLine rule={rule} /> },
        ]}
      />
    </section>
  )
}
