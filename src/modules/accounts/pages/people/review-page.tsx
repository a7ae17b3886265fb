import type { Actor } from '../../../../kernel/actor.ts'
import { routes } from '../../../../routes.ts'
import {
  Button,
  EmptyState,
  InsetText,
  NotificationBanner,
  OfficerLayout,
  StatusMark,
  useReader,
  WarningText,
  WideTable,
} from '../../../../ui/index.ts'
import type { AccessReview, ReviewLine } from '../../store/access-reviews.ts'
import { areasText, type Directory, officeName } from './directory.ts'

export type ReviewPageProps = {
  readonly actor: Actor
  readonly review: AccessReview | null
  readonly lines: readonly ReviewLine[]
  /** Those that this actor may confirm. */
  readonly confirmable: ReadonlySet<string>
  readonly directory: Directory
  /** It ends soon. */
  readonly warned: boolean
  readonly outcome: { readonly done: number; readonly refused: number } | null
  readonly submission: string
}

/** Who still needs which role: the heads confirm it, or it lapses. */
export function ReviewPage(props: ReviewPageProps) {
  const { t, day } = useReader()
  const { review, lines, outcome } = props
  const open = lines.filter(({ confirmedBy }) => confirmedBy === null)
  return (
    <OfficerLayout title={t('people.review.title')}>
      {outcome ? (
        <NotificationBanner
          success={outcome.refused === 0}
          text={t('people.review.done', outcome)}
        />
      ) : null}
      <h1 class="govuk-heading-l">{t('people.review.title')}</h1>
      <p class="govuk-body">{t('people.review.text')}</p>
      {review ? (
        <>
          {props.warned && open.length > 0 ? (
            <WarningText>{t('people.review.soon', { day: day(review.dueOn) })}</WarningText>
          ) : null}
          <InsetText>
            {t('people.review.state', {
              open: open.length,
              all: lines.length,
              day: day(review.dueOn),
            })}
          </InsetText>
          <Lines {...props} />
        </>
      ) : (
        <EmptyState title={t('people.review.none')}>{t('people.review.none.text')}</EmptyState>
      )}
    </OfficerLayout>
  )
}

function Lines(props: ReviewPageProps) {
  const reader = useReader()
  const { t, link, name, day } = reader
  const { lines, directory, confirmable, submission } = props
  return (
    <form method="post" action={link(routes.accessReview.href())} novalidate>
      <input type="hidden" name="submission" value={submission} />
      <WideTable
        label={t('people.review.title')}
        head={[
          t('people.review.choose'),
          t('accounts.account.name'),
          t('people.role'),
          t('people.office'),
          t('people.areas'),
          t('people.from'),
          t('people.filter.state'),
        ]}
        rows={lines.map((line) => [
          confirmable.has(line.assignmentId) ? <Tick line={line} /> : '',
          <a class="govuk-link" href={link(routes.person.href({ id: line.personId }))}>
            {name(line.person)}
          </a>,
          t(`role.${line.role}`),
          officeName(directory, reader, line.officeId),
          areasText(directory, reader, { areas: line.areas, agencyId: null }),
          day(line.from),
          <State line={line} />,
        ])}
      />
      {confirmable.size > 0 ? (
        <p>
          <Button name="do" value="chosen">
            {t('people.review.confirm')}
          </Button>{' '}
          <Button name="do" value="all" kind="secondary">
            {t('people.review.confirm-all', { count: confirmable.size })}
          </Button>
        </p>
      ) : null}
    </form>
  )
}

function Tick({ line }: { readonly line: ReviewLine }) {
  const { t, name } = useReader()
  const id = `role-${line.assignmentId}`
  const label = t('people.review.tick', { name: name(line.person), role: t(`role.${line.role}`) })
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id={id}
          name="row"
          value={line.assignmentId}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          <span class="govuk-visually-hidden">{label}</span>
        </label>
      </div>
    </div>
  )
}

function State({ line }: { readonly line: ReviewLine }) {
  const { t, name, instant } = useReader()
  return line.confirmer && line.confirmedAt ? (
    <StatusMark tone="allowed">
      {t('people.review.confirmed', { name: name(line.confirmer), at: instant(line.confirmedAt) })}
    </StatusMark>
  ) : (
    <StatusMark tone="attention">{t('people.review.open')}</StatusMark>
  )
}
