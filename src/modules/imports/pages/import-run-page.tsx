import { routes } from '../../../routes.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  type Fact,
  InsetText,
  KeyValue,
  OfficerLayout,
  useReader,
  WideTable,
} from '../../../ui/index.ts'
import type { PersonNames } from '../../accounts/index.ts'
import type { DecideImportRefusal } from '../actions/decide-import.ts'
import type { Finding } from '../rules/importer.ts'
import type { ReconciledDocuments } from '../rules/reconciliation.ts'
import { type ImportRun, isWorking, mayBeConfirmed } from '../rules/run.ts'
import { findingCells, findingHead } from './finding-text.ts'
import { Reconciliation } from './reconciliation.tsx'
import { RunStatusMark } from './run-status-mark.tsx'

export type ImportRunPageProps = {
  readonly run: ImportRun
  readonly findings: readonly { readonly finding: Finding }[]
  /** Only this kind is shown; null for all. */
  readonly kind: Finding['kind'] | null
  readonly names: ReadonlyMap<string, PersonNames>
  readonly refusal: DecideImportRefusal | null
  /** What became of the papers; null where none are taken. */
  readonly documents: ReconciledDocuments | null
  readonly paperNames: ReadonlyMap<number, string>
  /** After which position the list goes on; null at its end. */
  readonly next: number | null
  readonly submission: string
}

/** What a file would change, line by line, before anything is; then how far it is, and what came of it. */
export function ImportRunPage(props: ImportRunPageProps) {
  const { t, link } = useReader()
  const { run, refusal } = props
  const title = t(`imports.register.${run.kind}`)
  return (
    <OfficerLayout title={title}>
      <BackLink href={link(routes.imports.href())}>{t('imports.title')}</BackLink>
      {refusal ? <ErrorSummary errors={[{ text: t(`imports.refusal.${refusal}`) }]} /> : null}
      <h1>{title}</h1>
      <RunFacts {...props} />
      <NextStep {...props} />
      {run.lines === null ? null : <Reconciliation {...props} />}
      {run.lines === null ? null : <Findings {...props} />}
    </OfficerLayout>
  )
}

function RunFacts({ run, names }: ImportRunPageProps) {
  const { t, instant, name, number } = useReader()
  const who = (id: string | null) => {
    const person = id === null ? undefined : names.get(id)
    return person ? name(person) : t('imports.run.by-command')
  }
  const count = (value: number | null) => (value === null ? '–' : number(value))
  const facts: Fact[] = [
    { key: t('imports.run.state'), value: <RunStatusMark status={run.status} /> },
    {
      key: t('imports.run.uploaded'),
      value: `${instant(run.uploadedAt)}, ${who(run.uploadedBy)}`,
    },
    ...(run.confirmedAt
      ? [
          {
            key: t('imports.run.confirmed'),
            value: `${instant(run.confirmedAt)}, ${who(run.confirmedBy)}`,
          },
        ]
      : []),
    ...(run.endedAt ? [{ key: t('imports.run.ended'), value: instant(run.endedAt) }] : []),
    { key: t('imports.run.lines'), value: count(run.lines) },
    { key: t('imports.kind.problem'), value: count(run.problems) },
    { key: t('imports.kind.changed'), value: count(run.changed) },
    { key: t('imports.kind.new'), value: count(run.added) },
    { key: t('imports.run.unchanged'), value: count(run.unchanged) },
  ]
  return <KeyValue facts={facts} />
}

function NextStep({ run, submission }: ImportRunPageProps) {
  const { t, link } = useReader()
  const { status } = run
  const steps = (run.added ?? 0) + (run.changed ?? 0)
  if (status === 'unreadable')
    return <InsetText>{t(`imports.unreadable.${run.refusal}`)}</InsetText>
  if (isWorking(status))
    return (
      <section aria-live="polite">
        <p>{t(`imports.working.${status}`, { done: run.done, of: steps })}</p>
        {status === 'confirmed' ? <progress value={run.done} max={Math.max(steps, 1)} /> : null}
        <p>
          <a href={link(routes.importRun.href({ id: run.id }))}>{t('imports.look-again')}</a>
        </p>
      </section>
    )
  if (status !== 'checked') return <InsetText>{t(`imports.ended.${status}`)}</InsetText>
  const act = (action: string) => link(routes.importAction.href({ id: run.id, action }))
  const hidden = (
    <>
      <input type="hidden" name="submission" value={submission} />
      <input type="hidden" name="version" value={run.version} />
    </>
  )
  return (
    <section>
      <p>
        {t(
          run.problems ? 'imports.with-problems' : steps > 0 ? 'imports.ready' : 'imports.nothing',
        )}
      </p>
      <div class="govuk-button-group">
        {mayBeConfirmed(run) ? (
          <form method="post" action={act('confirm')}>
            {hidden}
            <Button>{t('imports.confirm', { count: steps })}</Button>
          </form>
        ) : null}
        <form method="post" action={act('drop')}>
          {hidden}
          <Button kind="secondary">{t('imports.drop')}</Button>
        </form>
      </div>
    </section>
  )
}

const kinds = ['problem', 'absent', 'changed', 'new', 'same'] as const

function Findings({ run, findings, kind, next, paperNames }: ImportRunPageProps) {
  const reader = useReader()
  const { t, link } = reader
  const { id } = run
  const href = (show: string, after = '') => link(routes.importRun.href({ id }, { show, after }))
  const rows = findings.flatMap(({ finding }) => findingCells(reader, finding, paperNames))
  return (
    <section>
      <h2>{t('imports.findings')}</h2>
      <p>
        {['all', ...kinds].map((one) => (
          <>
            {(kind ?? 'all') === one ? (
              <strong>{t(`imports.kind.${one}`)}</strong>
            ) : (
              <a href={href(one)}>{t(`imports.kind.${one}`)}</a>
            )}{' '}
          </>
        ))}
        <a href={link(routes.importReport.href({ id }))}>{t('imports.report')}</a>
      </p>
      {rows.length === 0 ? (
        <p>{t('imports.findings.none')}</p>
      ) : (
        <WideTable label={t('imports.findings')} small head={findingHead(reader)} rows={rows} />
      )}
      {next === null ? null : (
        <p>
          <a href={href(kind ?? 'all', String(next))}>{t('imports.findings.next')}</a>
        </p>
      )}
    </section>
  )
}
