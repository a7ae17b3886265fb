import { routes } from '../../../routes.ts'
import {
  Button,
  Form,
  type FormState,
  NotificationBanner,
  OfficerLayout,
  TextField,
  useReader,
} from '../../../ui/index.ts'
import type { AgencyFileRead } from '../actions/read-dossier.ts'
import type { FiledContact } from '../rules/facts.ts'
import type { OpenedProposal } from '../rules/proposal.ts'
import { FileFacts } from './file-parts.tsx'
import { type ChosenForm, ProposalFields } from './proposal-fields.tsx'
import { ProposalList } from './proposal-parts.tsx'
import type { Places } from './words.ts'

export const ownNotices = [
  'proposed',
  'withdrawn',
  'code-sent',
  'code-wrong',
  'proven',
  'not-proven',
] as const

export type OwnFilePageProps = {
  readonly read: AgencyFileRead
  readonly places: Places
  readonly chosen: ChosenForm | null
  readonly done: (typeof ownNotices)[number] | null
  readonly now: Date
  /** A fresh one for each form. */
  readonly submission: () => string
}

/** The agency's own file, for its own people: what is known, what is asked and why, what waits. */
export function OwnFilePage(props: OwnFilePageProps) {
  const { read, places, chosen, done, now, submission } = props
  const { t, name, link } = useReader()
  const choose = (what: string, of?: string) =>
    `${link(routes.ownFile.href({ do: what, of }))}#change`
  return (
    <OfficerLayout
      title={t('agencies.own.title')}
      hasErrors={chosen !== null && Object.keys(chosen.state.errors).length > 0}
    >
      <h1>{t('agencies.own.title')}</h1>
      <p class="muted">{name(read.file.names)}</p>
      {done ? (
        <NotificationBanner success={isGood(done)}>{t(`agencies.done.${done}`)}</NotificationBanner>
      ) : null}
      <p>{t('agencies.own.about')}</p>
      {chosen ? (
        <ProposalFields
          {...{ read, places, chosen, byOffice: false, submission: submission() }}
          action={routes.ownFileProposals.href()}
        />
      ) : null}
      <ProposalList
        {...{ read, places, now }}
        steps={(one) =>
          one.status === 'proposed' ? <Withdraw proposal={one} submission={submission()} /> : null
        }
      />
      <FileFacts
        {...{ read, places, choose, proposalHref: null }}
        verify={(contact) => <AskCode contact={contact} submission={submission} />}
      />
    </OfficerLayout>
  )
}

const isGood = (done: (typeof ownNotices)[number]): boolean =>
  done !== 'code-wrong' && done !== 'not-proven'

const nothingTyped: FormState = { values: {}, errors: {} }

type WithdrawProps = { readonly proposal: OpenedProposal; readonly submission: string }

function Withdraw({ proposal, submission }: WithdrawProps) {
  const { t, link } = useReader()
  return (
    <Form
      action={link(routes.ownProposalWithdraw.href({ id: proposal.id }))}
      state={nothingTyped}
      submission={submission}
    >
      <input type="hidden" name="version" value={proposal.version} />
      <Button kind="secondary">{t('agencies.do.withdraw')}</Button>
    </Form>
  )
}

type CodeProps = { readonly contact: FiledContact; readonly submission: () => string }

/** A code to the number itself; a page is proven by an officer. */
function AskCode({ contact, submission }: CodeProps) {
  const { t, link } = useReader()
  if (contact.kind === 'page') return <p class="small">{t('agencies.proof.page')}</p>
  const { id } = contact
  return (
    <>
      <Form
        action={link(routes.ownContactCode.href({ id }))}
        state={nothingTyped}
        submission={submission()}
      >
        <Button kind="secondary">{t('agencies.do.code')}</Button>
      </Form>
      <Form
        action={link(routes.ownContactVerify.href({ id }))}
        state={nothingTyped}
        submission={submission()}
      >
        <TextField
          name="code"
          id={`code-${id}`}
          label={t('agencies.field.code')}
          width={10}
          attributes={{ inputmode: 'numeric', maxlength: 20, autocomplete: 'one-time-code' }}
        />
        <Button kind="secondary">{t('agencies.do.prove')}</Button>
      </Form>
    </>
  )
}
