import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  SafeLayout,
  TextareaField,
  useReader,
} from '../../../../ui/index.ts'
import type { Complaint } from '../../rules/complaint.ts'
import type { OwnAction } from './own-actions.ts'

export type ActionPageProps = {
  readonly action: OwnAction
  /** The case as it stands. */
  readonly complaint: Complaint
  readonly state: FormState
  readonly submission: string
}

/** One step of her own, said in full before she takes it. */
export function ActionPage({ action, complaint, state, submission }: ActionPageProps) {
  const { t, link } = useReader()
  const back = link(routes.followCase.href())
  const address = routes.followAction.href({ action })
  return (
    <SafeLayout hasErrors={hasErrors(state)} before={<BackLink href={back} />}>
      <FormErrors state={state} />
      <h1>{t(`follow.action.${action}`)}</h1>
      <p>{t(`follow.action-means.${meansOf(action, complaint)}`)}</p>
      <Form action={link(address)} state={state} submission={submission}>
        <input type="hidden" name="version" value={complaint.version} />
        {action === 'agree-to-closure' ? null : (
          <TextareaField
            name="words"
            label={t(`follow.action-words.${action}`)}
            rows={5}
            attributes={{ autocomplete: 'off' }}
          />
        )}
        <Button>{t(`follow.action.${action}`)}</Button>
      </Form>
    </SafeLayout>
  )
}

/** Nobody can speak with a person who is unknown. */
const meansOf = (action: OwnAction, { openness }: Complaint): string =>
  action === 'ask-withdrawal' && openness === 'anonymous' ? `${action}-here` : action
