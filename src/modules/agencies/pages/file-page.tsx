import { routes } from '../../../routes.ts'
import {
  Breadcrumbs,
  Button,
  Form,
  FormErrors,
  type FormState,
  NotificationBanner,
  OfficerLayout,
  RadiosField,
  StatusMark,
  TextareaField,
  useReader,
} from '../../../ui/index.ts'
import type { AgencyFileRead } from '../actions/read-dossier.ts'
import { type AlikePair, verdicts } from '../rules/alike.ts'
import type { FiledContact } from '../rules/facts.ts'
import { FileFacts } from './file-parts.tsx'
import { type ChosenForm, ProposalFields } from './proposal-fields.tsx'
import { ProposalList } from './proposal-parts.tsx'
import type { Places } from './words.ts'

export const fileNotices = ['entered', 'judged', 'proven', 'accepted', 'refused'] as const

export type OfficerFilePageProps = {
  readonly read: AgencyFileRead
  readonly places: Places
  readonly chosen: ChosenForm | null
  /** Only licensing changes anything. */
  readonly mayChange: boolean
  readonly done: (typeof fileNotices)[number] | null
  /** Of the small forms on this page. */
  readonly refused: FormState
  readonly now: Date
  readonly submission: () => string
}

/** The file of an agency as officers see it: who said what, and what may not be what it seems. */
export function OfficerFilePage(props: OfficerFilePageProps) {
  const { read, places, chosen, mayChange, done, refused, now, submission } = props
  const { t, name, link } = useReader()
  const { agencyId: id, names } = read.file
  const href = (query?: Record<string, string | undefined>) =>
    link(routes.officerAgencyFile.href({ id }, query))
  const choose = (what: string, of?: string) => `${href({ do: what, of })}#change`
  const failed = Object.keys({ ...refused.errors, ...chosen?.state.errors }).length > 0
  return (
    <OfficerLayout
      title={t('agencies.file.title', { name: name(names) })}
      hasErrors={failed}
      before={
        <Breadcrumbs
          crumbs={[
            { text: t('licences.list.title'), href: link(routes.officerAgencies.href()) },
            { text: name(names), href: link(routes.officerAgency.href({ id })) },
            { text: t('agencies.file.crumb') },
          ]}
        />
      }
    >
      <h1>{t('agencies.file.title', { name: name(names) })}</h1>
      <FormErrors state={refused} />
      {done ? <NotificationBanner success>{t(`agencies.done.${done}`)}</NotificationBanner> : null}
      {mayChange ? (
        <p>
          <a href={link(routes.agencyLinks.href({ id }))}>{t('agencies.file.links')}</a>
        </p>
      ) : null}
      {chosen && mayChange ? (
        <ProposalFields
          {...{ read, places, chosen, byOffice: true, submission: submission() }}
          action={routes.officerAgencyFact.href({ id })}
        />
      ) : null}
      <Alike {...props} />
      <ProposalList
        {...{ read, places, now }}
        steps={(one) => (
          <a href={link(routes.agencyProposal.href({ id: one.id }))}>{t('agencies.do.look')}</a>
        )}
      />
      <FileFacts
        {...{ read, places, choose: mayChange ? choose : null }}
        proposalHref={(proposal) => link(routes.agencyProposal.href({ id: proposal }))}
        verify={
          mayChange
            ? (contact) => <Prove agencyId={id} contact={contact} submission={submission()} />
            : undefined
        }
      />
    </OfficerLayout>
  )
}

const nothingTyped: FormState = { values: {}, errors: {} }

/** Records that may be one person: why, what was judged before, and the officer's word. */
function Alike({ read, mayChange, submission }: OfficerFilePageProps) {
  const { t } = useReader()
  if (read.alike.length === 0) return null
  return (
    <section>
      <h2>{t('agencies.alike.title')}</h2>
      <p class="muted">{t('agencies.alike.about')}</p>
      {read.alike.map((pair) => (
        <OnePair
          {...{ pair, read }}
          submission={mayChange && !lastWord(read, pair) ? submission() : null}
        />
      ))}
    </section>
  )
}

const lastWord = ({ judgements }: AgencyFileRead, { a, b }: AlikePair) =>
  judgements.find(({ personId, otherId }) => personId === a && otherId === b) ?? null

type PairProps = {
  readonly pair: AlikePair
  readonly read: AgencyFileRead
  readonly submission: string | null
}

function OnePair({ pair, read, submission }: PairProps) {
  const { t, name, list, link, instant } = useReader()
  const nameOf = (id: string) => {
    const found = read.file.persons.find((person) => person.id === id)
    return found ? name(found.names) : t('agencies.person.forgotten')
  }
  const judged = lastWord(read, pair)
  const why = list(pair.reasons.map((reason) => t(`agencies.alike.${reason}`)))
  return (
    <div class="file-pair">
      <h3>{t('agencies.alike.pair', { a: nameOf(pair.a), b: nameOf(pair.b) })}</h3>
      <p>{t('agencies.alike.why', { why })}</p>
      {judged ? (
        <p>
          <StatusMark tone="neutral" icon="pencil">
            {t(`agencies.verdict.${judged.verdict}`)}
          </StatusMark>{' '}
          {judged.reason} <span class="small muted">{instant(judged.at)}</span>
        </p>
      ) : null}
      {submission ? (
        <Form
          action={link(routes.officerAgencyPersons.href({ id: read.file.agencyId }))}
          state={nothingTyped}
          submission={submission}
        >
          <input type="hidden" name="a" value={pair.a} />
          <input type="hidden" name="b" value={pair.b} />
          <RadiosField
            name="verdict"
            idPrefix={`verdict-${pair.b}`}
            legend={t('agencies.field.verdict')}
            inline
            choices={verdicts.map((value) => ({ value, label: t(`agencies.verdict.${value}`) }))}
          />
          <TextareaField
            name="reason"
            id={`reason-${pair.b}`}
            label={t('agencies.field.reason')}
            rows={2}
          />
          <Button kind="secondary">{t('agencies.do.judge')}</Button>
        </Form>
      ) : null}
    </div>
  )
}

type ProveProps = {
  readonly agencyId: string
  readonly contact: FiledContact
  readonly submission: string
}

function Prove({ agencyId, contact, submission }: ProveProps) {
  const { t, link } = useReader()
  return (
    <Form
      action={link(routes.officerContactVerify.href({ id: agencyId, contact: contact.id }))}
      state={nothingTyped}
      submission={submission}
    >
      <TextareaField
        name="note"
        id={`note-${contact.id}`}
        label={t('agencies.field.note')}
        rows={2}
      />
      <Button kind="secondary">{t('agencies.do.prove')}</Button>
    </Form>
  )
}
