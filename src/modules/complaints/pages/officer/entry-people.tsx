import {
  CheckboxesField,
  type Choice,
  DateField,
  RadiosField,
  TextField,
  useReader,
} from '../../../../ui/index.ts'
import { noAgency } from '../../rules/answers.ts'
import {
  contactWays,
  opennesses,
  relations,
  respondentKinds,
  safeTimes,
} from '../../rules/complaint.ts'
import type { EntryPageProps } from './entry-page.tsx'

/** What was typed for one person may not come up for the next. */
export const notRemembered = { autocomplete: 'off' } as const

/** The sentences that everybody hears before choosing stand beside the choice. */
export function OpennessFields() {
  const { t } = useReader()
  return (
    <RadiosField
      name="openness"
      legend={t('complaints.entry.openness-choose')}
      choices={opennesses.map((value) => ({
        value,
        label: t(`complaints.openness.${value}`),
        hint: t(`complain.openness-means.${value}`),
      }))}
    />
  )
}

export function WhoFields() {
  const { t } = useReader()
  return (
    <>
      <RadiosField
        name="relation"
        legend={t('complaints.fact.relation')}
        choices={relations.map((value) => ({ value, label: t(`complaints.relation.${value}`) }))}
        inline
      />
      <TextField
        name="people"
        label={t('complaints.entry.people')}
        width={5}
        attributes={{ ...notRemembered, inputmode: 'numeric' }}
      />
      <TextField
        name="workerName"
        label={t('complaints.entry.worker-name')}
        hint={t('complaints.entry.not-anonymous')}
        attributes={notRemembered}
      />
      <TextField
        name="complainantName"
        label={t('complaints.entry.own-name')}
        attributes={notRemembered}
      />
      <RadiosField
        name="way"
        legend={t('complaints.fact.way')}
        choices={contactWays.map((value) => ({ value, label: t(`complaints.way.${value}`) }))}
      />
      <TextField
        name="contact"
        label={t('complaints.revealed.contact')}
        attributes={notRemembered}
      />
      <CheckboxesField
        name="safeTimes"
        legend={t('complaints.fact.times')}
        choices={safeTimes.map((value) => ({ value, label: t(`complaints.time.${value}`) }))}
      />
      <RadiosField
        name="prefersWoman"
        legend={t('complaints.entry.woman')}
        choices={(['yes', 'no'] as const).map((value) => ({
          value,
          label: t(`complain.woman.${value}`),
        }))}
        inline
      />
    </>
  )
}

export function AgainstFields({ offered, state }: OfferedProps) {
  const { t } = useReader()
  return (
    <>
      <RadiosField
        name="respondentKind"
        legend={t('complain.respondent.kind')}
        choices={respondentKinds.map((value) => ({
          value,
          label: t(`complaints.respondent.${value}`),
        }))}
        inline
      />
      <TextField
        name="respondentWords"
        label={t('complain.respondent.words')}
        hint={t('complain.respondent.words-hint')}
        attributes={notRemembered}
      />
      {offered.agencies.length > 0 ? <OfferedAgencies offered={offered} state={state} /> : null}
    </>
  )
}

type OfferedProps = Pick<EntryPageProps, 'offered' | 'state'>

/** The choice counts for these words only: others may mean another agency. */
function OfferedAgencies({ offered: { agencies, certain, words }, state }: OfferedProps) {
  const { t, name } = useReader()
  const choices: Choice[] = agencies.map(({ id, names }) => ({ value: id, label: name(names) }))
  const isTaken = certain !== null && state.values.agencyId === certain
  return (
    <>
      <input type="hidden" name="offeredFor" value={words} />
      <RadiosField
        name="agencyId"
        legend={t('complaints.entry.which-agency')}
        hint={isTaken ? t('complaints.entry.agency-taken') : undefined}
        choices={[...choices, { value: noAgency, label: t('complaints.entry.agency-none') }]}
      />
    </>
  )
}

/** A complaint that came on paper keeps its own number and day: the time limits run from there. */
export function PaperFields() {
  const { t } = useReader()
  return (
    <>
      <TextField
        name="paperNumber"
        label={t('complaints.fact.paper')}
        width={20}
        attributes={notRemembered}
      />
      <DateField
        name="paperDay"
        legend={t('complaints.entry.paper-day')}
        hint={t('complaints.entry.paper-day-hint')}
      />
    </>
  )
}
