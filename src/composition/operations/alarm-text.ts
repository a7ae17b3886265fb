import type { Reader } from '../../kernel/reader.ts'
import type { NoticeKind } from '../../platform/operations/alarms.ts'
import type { Check } from '../../platform/operations/checks.ts'
import { routes } from '../../routes.ts'
import { seenText } from './measure-text.ts'

export type AlarmNotice = Pick<Check, 'state' | 'value' | 'problem'> & {
  readonly what: Check['name']
  readonly kind: NoticeKind
  readonly raisedAt: Date
}
type Readers = Readonly<Record<'km' | 'en', Reader>>

/** One message in both languages: whoever is on duty reads one of them. */
export function writeAlarm(
  { km, en }: Readers,
  notice: AlarmNotice,
  publicUrl: string,
): { readonly subject: string; readonly text: string } {
  const both = [km, en]
  return {
    subject: both.map((reader) => subjectOf(reader, notice)).join(' · '),
    text: both.map((reader) => textOf(reader, notice, publicUrl)).join('\n\n'),
  }
}

const subjectOf = ({ t }: Reader, { kind, state, what }: AlarmNotice): string =>
  t('operations.alarm.subject', {
    state: t(`operations.state.${kind === 'ended' ? 'good' : state}`),
    what: t(`operations.${what}`),
  })

function textOf(reader: Reader, notice: AlarmNotice, publicUrl: string): string {
  const { t, instant, link } = reader
  const { kind, what, raisedAt } = notice
  const values = { what: t(`operations.${what}`), since: instant(raisedAt) }
  return [
    t(`operations.alarm.${kind}`, values),
    ...seenText(reader, { name: what, ...notice }).map((seen) =>
      t('operations.alarm.seen', { seen }),
    ),
    ...(kind === 'ended' ? [] : [t(`operations.${what}.do`)]),
    `${publicUrl}${link(routes.operations.href())}`,
  ].join('\n')
}
