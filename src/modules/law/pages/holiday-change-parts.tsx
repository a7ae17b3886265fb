import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  BeforeAfter,
  type Content,
  DateField,
  SelectField,
  TextField,
  useReader,
} from '../../../ui/index.ts'
import { type Feast, findFeast, type HolidayContent } from '../../places/index.ts'
import { feastOf, holidayStandings } from './holiday-change-form.ts'
import { StandingMark } from './standing-mark.tsx'

export async function holidayChangeFields(tx: Tx, subject: string): Promise<Content> {
  const wanted = feastOf(subject)
  const feast = wanted && (await findFeast(tx, wanted))
  return <HolidayFields feast={feast} />
}

/** The name of a feast that is there stays: clocks and records know it. */
function HolidayFields({ feast }: { readonly feast: Feast | null }) {
  const { t } = useReader()
  const standings = holidayStandings.map((value) => ({ value, label: t(`law.standing.${value}`) }))
  return (
    <>
      {feast ? (
        <>
          <input type="hidden" name="nameKm" value={feast.names.km} />
          <input type="hidden" name="nameEn" value={feast.names.en} />
        </>
      ) : (
        <>
          <TextField name="nameKm" label={t('law.holiday.name-km')} attributes={{ lang: 'km' }} />
          <TextField name="nameEn" label={t('law.holiday.name-en')} attributes={{ lang: 'en' }} />
        </>
      )}
      <DateField name="first" legend={t('law.holiday.first')} />
      <TextField
        name="count"
        label={t('law.holiday.count')}
        hint={t('law.holiday.count-hint')}
        width={2}
        attributes={{ inputmode: 'numeric' }}
      />
      <SelectField name="standing" label={t('law.change.standing')} options={standings} />
      <TextField name="source" label={t('law.change.source')} hint={t('law.holiday.source-hint')} />
    </>
  )
}

/** The days as they were when it was proposed, beside those that are wanted. */
export async function holidayChangePreview(
  _tx: Tx,
  { content }: { readonly content: HolidayContent },
): Promise<Content> {
  return <HolidayPreview content={content} />
}

function HolidayPreview({ content }: { readonly content: HolidayContent }) {
  const { t, name } = useReader()
  return (
    <>
      <BeforeAfter
        caption={`${name(content.names)} ${content.year}`}
        what={t('changes.column.what')}
        before={t('law.change.now')}
        after={t('law.holiday.then')}
        rows={[
          {
            label: t('law.holiday.days'),
            before: <Days days={content.was} none={t('law.holiday.no-days')} />,
            after: (
              <strong>
                <Days days={content.days} none={t('law.holiday.struck')} />
              </strong>
            ),
          },
          {
            label: t('law.change.standing'),
            before: '–',
            after: <StandingMark standing={content.standing} />,
          },
          { label: t('law.change.source'), before: '–', after: content.source },
        ]}
      />
      <p>{t('law.holiday.touches')}</p>
    </>
  )
}

type DaysProps = { readonly days: readonly Day[]; readonly none: string }

export function Days({ days, none }: DaysProps) {
  const { day, list } = useReader()
  return <>{days.length === 0 ? none : list(days.map((each) => day(each)))}</>
}
