import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  BeforeAfter,
  CheckboxesField,
  type Content,
  SelectField,
  TextField,
  useReader,
} from '../../../ui/index.ts'
import { type Rule, standings } from '../rules/rule.ts'
import type { RuleContent } from '../rules/rule-change.ts'
import { shapeOf } from '../rules/rule-value.ts'
import { listVersions } from '../store/rule-versions.ts'
import { newestVersion } from './rule-change-form.ts'
import { StandingMark } from './standing-mark.tsx'
import { ruleValueText } from './value-text.ts'

/** The fields of a new version; the form around them belongs to the change. */
export async function ruleChangeFields(tx: Tx, subject: string): Promise<Content> {
  const rule = await newestVersion(tx, subject)
  return rule && <RuleFields rule={rule} />
}

function RuleFields({ rule }: { readonly rule: Rule }) {
  const { t } = useReader()
  return (
    <>
      <ValueField rule={rule} />
      <SelectField
        name="standing"
        label={t('law.change.standing')}
        options={standings.map((value) => ({ value, label: t(`law.standing.${value}`) }))}
      />
      <TextField name="articleKm" label={t('law.change.article-km')} attributes={{ lang: 'km' }} />
      <TextField name="articleEn" label={t('law.change.article-en')} attributes={{ lang: 'en' }} />
      <TextField name="source" label={t('law.change.source')} hint={t('law.change.source-hint')} />
      <TextField name="sourceUrl" label={t('law.change.source-url')} type="url" />
    </>
  )
}

function ValueField({ rule }: { readonly rule: Rule }) {
  const { t } = useReader()
  const shape = shapeOf(rule)
  const label = t('law.change.value')
  const choices =
    'codes' in shape ? shape.codes.map((value) => ({ value, label: codeText(t, rule, value) })) : []
  if (shape.kind === 'one-of')
    return (
      <SelectField name="value" label={label} options={[{ value: '', label: '–' }, ...choices]} />
    )
  if (shape.kind === 'some-of')
    return <CheckboxesField name="value" legend={label} choices={choices} small />
  return (
    <TextField
      name="value"
      label={label}
      hint={t(`law.change.hint.${shape.kind}`, { unit: t(`law.unit-name.${rule.unit}`) })}
      width={20}
    />
  )
}

const codeText = (t: (key: string) => string, { unit }: Rule, code: string): string =>
  unit === 'weekdays' ? t(`law.weekday.${code}`) : t(`law.value.${code}`)

type Proposed = {
  readonly content: RuleContent
  readonly from: Day
  /** How many clocks run by the rule now: casework knows. */
  readonly running: number
}

/** Old and new side by side, and what it touches. */
export async function ruleChangePreview(
  tx: Tx,
  { content, from, running }: Proposed,
): Promise<Content> {
  const versions = await listVersions(tx, content.key)
  const before = versions.find(({ version }) => version === content.basedOn)
  return before ? (
    <RulePreview before={before} after={{ ...before, ...content }} from={from} running={running} />
  ) : null
}

type PreviewProps = {
  readonly before: Rule
  readonly after: Rule
  readonly from: Day
  readonly running: number
}

function RulePreview({ before, after, from, running }: PreviewProps) {
  const reader = useReader()
  const { t } = reader
  const row = (label: string, of: (rule: Rule) => Content) => ({
    ...{ label, before: of(before), after: of(after) },
  })
  return (
    <>
      <BeforeAfter
        caption={reader.name(before.name)}
        what={t('changes.column.what')}
        before={t('law.change.now')}
        after={t('law.change.then', { day: reader.day(from) })}
        rows={[
          row(t('law.change.value'), (rule) => <strong>{ruleValueText(reader, rule)}</strong>),
          row(t('law.change.standing'), ({ standing }) => <StandingMark standing={standing} />),
          row(t('law.change.article'), ({ article }) =>
            article ? reader.name(article) : t('law.rule.no-article'),
          ),
          row(t('law.change.source'), ({ source }) => source ?? '–'),
        ]}
      />
      <p>
        {t('law.change.touches')} {t('law.change.running', { count: running })}
      </p>
    </>
  )
}
