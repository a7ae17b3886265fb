import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Day, dayOf } from '../../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, parseForm, typedValues } from '../../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import { routes } from '../../../../routes.ts'
import {
  Button,
  DateField,
  EmptyState,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  OfficerLayout,
  TextareaField,
  TextField,
  useReader,
  WideTable,
} from '../../../../ui/index.ts'
import {
  type Conflict,
  declareConflict,
  endConflict,
  readConflicts,
} from '../../actions/declare-conflict.ts'
import { matchRespondent } from '../../actions/match-respondent.ts'
import { type NameBook, personName, readNames } from './names.ts'
import { complaintHandlers } from './worklist-routes.tsx'

/** What stands between officers and matters, as they say themselves. */
export const conflictRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.conflicts.path,
    access: complaintHandlers,
    show: (visit, tx) => draw(visit, tx, { values: {}, errors: {} }),
  },
  submits<FieldErrors>({
    path: routes.conflicts.path,
    access: complaintHandlers,
    submit: declare,
    refused: (visit, tx, errors) => draw(visit, tx, { values: typedValues(visit.form), errors }),
  }),
  submits<'not-found'>({
    path: routes.conflictEnd.path,
    shownAt: routes.conflicts.path,
    access: complaintHandlers,
    submit: async ({ params, now: at }, tx) => {
      const ended = await endConflict(tx, { id: params.id ?? '', at })
      return ended.ok ? ok(redirect(routes.conflicts.href())) : ended
    },
    refused: async () => notFound,
  }),
]

const declareForm = (today: Day) =>
  z.object({
    with: fields.line({
      ...{ max: 200, missing: 'cases.conflict.with.missing', tooLong: 'complaints.words.too-long' },
    }),
    since: fields.day({ missing: 'cases.conflict.since.missing', latest: { day: today } }),
    reason: fields.lines({
      ...{ max: 1000, missing: 'cases.conflict.reason.missing' },
      tooLong: 'complaints.words.too-long',
    }),
  })

/** Whole names and licence numbers of the register mean that agency; other words somebody's name. */
async function declare(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const { now: at, actor, vault } = visit
  const form = parseForm(declareForm(dayOf(at)), fields.foldDay(visit.form, 'since'))
  if (!form.ok) return form
  const { with: words, since, reason } = form.value
  const { certain } = await matchRespondent(tx, words, dayOf(at))
  const declared = await declareConflict(tx, actor, {
    ...{ vault, reason, since, at, agencyId: certain?.id ?? null },
    name: certain ? null : words,
  })
  if (!declared.ok) return refuse({ with: { key: `refusal.${declared.refusal}` } })
  return ok(redirect(routes.conflicts.href({ done: String(declared.value) })))
}

async function draw(visit: Visit, tx: Tx, state: FormState): Promise<Reply> {
  const conflicts = await readConflicts(tx, visit.vault)
  const names = await readNames(tx, {
    people: conflicts.map(({ personId }) => personId),
    agencies: conflicts.map(({ agencyId }) => agencyId),
  })
  const given = Number(visit.query.done)
  const body = (
    <ConflictsPage
      {...{ conflicts, names, state }}
      own={visit.actor.id}
      given={Number.isSafeInteger(given) && visit.query.done !== undefined ? given : null}
      submission={randomUUID()}
    />
  )
  return page(body, hasErrors(state) ? 422 : 200)
}

type PageProps = {
  readonly conflicts: readonly Conflict[]
  readonly names: NameBook
  readonly state: FormState
  readonly own: string
  /** How many cases went to somebody else just now. */
  readonly given: number | null
  readonly submission: string
}

function ConflictsPage(props: PageProps) {
  const { t, link } = useReader()
  const { state, submission, given } = props
  const title = t('cases.conflicts.title')
  return (
    <OfficerLayout title={title} hasErrors={hasErrors(state)}>
      <FormErrors state={state} />
      <h1>{title}</h1>
      {given === null ? null : (
        <p class="notice" role="status">
          {t('cases.conflicts.given-back', { cases: given })}
        </p>
      )}
      <InsetText>
        <p>{t('cases.conflicts.about')}</p>
      </InsetText>
      <Form action={link(routes.conflicts.href())} state={state} submission={submission}>
        <TextField
          name="with"
          label={t('cases.conflict.with')}
          hint={t('cases.conflict.with-hint')}
          attributes={{ maxlength: 200, autocomplete: 'off' }}
        />
        <DateField name="since" legend={t('cases.conflict.since')} />
        <TextareaField name="reason" label={t('cases.conflict.reason')} rows={3} />
        <Button>{t('cases.conflict.declare')}</Button>
      </Form>
      <Declared {...props} />
    </OfficerLayout>
  )
}

function Declared({ conflicts, names, own, submission }: PageProps) {
  const reader = useReader()
  const { t, link, instant, day, name } = reader
  if (conflicts.length === 0) return <EmptyState title={t('cases.conflicts.none')} />
  const withWhom = ({ agencyId, name: called }: Conflict): string => {
    const agency = agencyId === null ? undefined : names.agencies.get(agencyId as never)
    return agency ? name(agency) : (called ?? t('complaints.words.destroyed'))
  }
  return (
    <WideTable
      label={t('cases.conflicts.declared')}
      caption={t('cases.conflicts.declared')}
      captionSize="s"
      head={[
        t('complaints.column.owner'),
        t('cases.conflict.with'),
        t('cases.conflict.since'),
        t('cases.conflict.reason'),
        t('cases.column.action'),
      ]}
      rows={conflicts.map((one) => [
        personName(reader, names, one.personId),
        withWhom(one),
        day(one.since as Day),
        one.reason ?? t('complaints.words.destroyed'),
        one.endedAt ? (
          t('cases.conflict.ended', { when: instant(one.endedAt) })
        ) : one.personId === own ? (
          <Form
            action={link(routes.conflictEnd.href({ id: one.id }))}
            state={{ values: {}, errors: {} }}
            submission={`${submission}-${one.id}`}
          >
            <Button kind="secondary">{t('cases.conflict.end')}</Button>
          </Form>
        ) : (
          ''
        ),
      ])}
    />
  )
}
