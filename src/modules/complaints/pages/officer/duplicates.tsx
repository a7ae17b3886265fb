import { randomUUID } from 'node:crypto'
import { hasRole } from '../../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  InsetText,
  OfficerLayout,
  TextField,
  useReader,
  WideTable,
} from '../../../../ui/index.ts'
import { mergeCases, unmergeCase } from '../../actions/merge-cases.ts'
import { caseHandlers } from '../../rules/case-tasks.ts'
import type { Complaint } from '../../rules/complaint.ts'
import { isOpen } from '../../rules/lifecycle.ts'
import { parseCaseNumber } from '../../rules/receipt.ts'
import { findComplaint } from '../../store/complaint.ts'
import { findByNumber } from '../../store/complaint-by-number.ts'
import {
  findTarget,
  type JoinedCase,
  listJoined,
  listPossibleDuplicates,
  type PossibleDuplicate,
} from '../../store/merge.ts'
import { ComplaintStatusMark } from './marks.tsx'
import { complaintReaders } from './worklist-routes.tsx'

/** Cases that may be one matter are proposed; an officer joins them, and can take them apart. */
export const duplicateRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.complaintDuplicates.path,
    access: complaintReaders,
    show: (visit, tx) => draw(visit, tx, null),
  },
  submits<string>({
    path: routes.complaintDuplicates.path,
    access: caseHandlers,
    submit: join,
    refused: draw,
  }),
  submits<string>({
    path: routes.complaintUnmerge.path,
    shownAt: routes.complaintDuplicates.path,
    access: caseHandlers,
    submit: async ({ actor, vault, now: at, params, form }, tx) => {
      const fromId = String(form.from ?? '')
      const undone = await unmergeCase(tx, actor, { vault, fromId, at })
      return undone.ok
        ? ok(redirect(routes.complaintDuplicates.href({ id: params.id ?? '' })))
        : undone
    },
    refused: draw,
  }),
]

async function join(visit: Visit, tx: Tx): Promise<Result<Reply, string>> {
  const { actor, vault, now: at, params, form } = visit
  const intoId = params.id ?? ''
  const fromId = await chosenCase(visit, tx)
  if (fromId === null) return refuse('case-number-unknown')
  const version = Number(form.version)
  const done = await mergeCases(tx, actor, { vault, intoId, fromId, version, at })
  return done.ok ? ok(redirect(routes.complaintDuplicates.href({ id: intoId }))) : done
}

/** One that was proposed, or another by its number. */
async function chosenCase({ form }: Visit, tx: Tx): Promise<string | null> {
  if (typeof form.from === 'string' && form.from !== '') return form.from
  const number = typeof form.number === 'string' ? parseCaseNumber(form.number) : null
  return number === null ? null : await findByNumber(tx, number)
}

async function draw(visit: Visit, tx: Tx, refusal: string | null): Promise<Reply> {
  const { params, actor } = visit
  const complaint = await findComplaint(tx, params.id ?? '')
  if (!complaint) return notFound
  visit.looked({ act: 'looked', recordType: 'complaint', recordId: complaint.id })
  const [possible, joined, target] = [
    await listPossibleDuplicates(tx, complaint),
    await listJoined(tx, complaint.id),
    await findTarget(tx, complaint.id),
  ]
  const mayWork = hasRole(actor, ...caseHandlers)
  const typed = typeof visit.form.number === 'string' ? visit.form.number : ''
  const shown = { complaint, possible, joined, target, mayWork, refusal, typed }
  const body = <DuplicatesPage {...shown} submission={randomUUID()} />
  return page(body, refusal === null ? 200 : 422)
}

type PageProps = {
  readonly complaint: Complaint
  readonly possible: readonly PossibleDuplicate[]
  readonly joined: readonly JoinedCase[]
  readonly target: { readonly id: string; readonly number: string } | null
  readonly mayWork: boolean
  readonly refusal: string | null
  readonly typed: string
  readonly submission: string
}

function DuplicatesPage(props: PageProps) {
  const { t, link } = useReader()
  const { complaint, target, refusal } = props
  const { id, number } = complaint
  const title = t('cases.duplicates.title', { number })
  return (
    <OfficerLayout
      title={title}
      hasErrors={refusal !== null}
      before={
        <BackLink href={link(routes.complaint.href({ id }))}>
          {t('cases.back', { number })}
        </BackLink>
      }
    >
      {refusal ? (
        <ErrorSummary errors={[{ text: t(`refusal.${refusal}`), href: '#number' }]} />
      ) : null}
      <h1>{title}</h1>
      <InsetText>
        <p>{t('cases.duplicates.about')}</p>
      </InsetText>
      {target ? (
        <p class="notice">
          {t('cases.duplicates.goes-on')}{' '}
          <a href={link(routes.complaint.href({ id: target.id }))}>{target.number}</a>
        </p>
      ) : null}
      <Joined {...props} />
      <Possible {...props} />
    </OfficerLayout>
  )
}

function Joined({ complaint, joined, mayWork, submission }: PageProps) {
  const { t, link, instant } = useReader()
  if (joined.length === 0) return null
  return (
    <WideTable
      label={t('cases.duplicates.joined')}
      caption={t('cases.duplicates.joined')}
      captionSize="s"
      head={[t('complaints.column.number'), t('cases.duplicates.since'), t('cases.column.action')]}
      rows={joined.map((one) => [
        <a href={link(routes.complaint.href({ id: one.id }))}>{one.number}</a>,
        instant(one.mergedAt),
        mayWork ? (
          <Form
            action={link(routes.complaintUnmerge.href({ id: complaint.id }))}
            state={{ values: {}, errors: {} }}
            submission={`${submission}-${one.id}`}
          >
            <input type="hidden" name="from" value={one.id} />
            <Button kind="secondary">{t('cases.duplicates.apart')}</Button>
          </Form>
        ) : (
          ''
        ),
      ])}
    />
  )
}

function Possible(props: PageProps) {
  const { t, link, instant } = useReader()
  const { complaint, possible, mayWork, submission } = props
  const works = mayWork && isOpen(complaint.status) && complaint.openness !== 'anonymous'
  const joinForm = (from: string) => (
    <Form
      action={link(routes.complaintDuplicates.href({ id: complaint.id }))}
      state={{ values: {}, errors: {} }}
      submission={`${submission}-${from}`}
    >
      <input type="hidden" name="version" value={complaint.version} />
      <input type="hidden" name="from" value={from} />
      <Button kind="secondary">{t('cases.duplicates.join')}</Button>
    </Form>
  )
  return (
    <>
      {possible.length === 0 ? (
        <EmptyState title={t('cases.duplicates.none')} />
      ) : (
        <WideTable
          label={t('cases.duplicates.possible')}
          caption={t('cases.duplicates.possible')}
          captionSize="s"
          head={[
            t('complaints.column.number'),
            t('complaints.column.state'),
            t('complaints.column.received'),
            t('cases.duplicates.why'),
            t('cases.column.action'),
          ]}
          rows={possible.map((one) => [
            <a href={link(routes.complaint.href({ id: one.id }))}>{one.number}</a>,
            <ComplaintStatusMark status={one.status} />,
            instant(one.receivedAt),
            one.why.map((why) => t(`cases.alike.${why}`)).join(' · '),
            works && isOpen(one.status) ? joinForm(one.id) : '',
          ])}
        />
      )}
      {works ? (
        <Form
          action={link(routes.complaintDuplicates.href({ id: complaint.id }))}
          state={{ values: { number: props.typed }, errors: {} }}
          submission={submission}
        >
          <input type="hidden" name="version" value={complaint.version} />
          <TextField
            name="number"
            label={t('cases.duplicates.number')}
            width={20}
            attributes={{ inputmode: 'numeric', autocomplete: 'off' }}
          />
          <Button kind="secondary">{t('cases.duplicates.join')}</Button>
        </Form>
      ) : null}
    </>
  )
}
