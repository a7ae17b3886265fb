import { dayOf } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  EmptyState,
  type IconName,
  OfficerLayout,
  StatusMark,
  type Tone,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import type { PersonNames } from '../../accounts/index.ts'
import type { PhraseState, VoiceClip } from '../rules/phrase.ts'

export type ShownPhrase = {
  readonly key: string
  /** What is to be read. */
  readonly text: string
  readonly clip: VoiceClip | null
  readonly state: PhraseState
}
export type PhrasesPageProps = {
  readonly shown: readonly ShownPhrase[]
  /** Only phrases in this state; null for all. */
  readonly state: PhraseState | null
  readonly names: ReadonlyMap<string, PersonNames>
  readonly recorded: number
  readonly of: number
}

const looks: Readonly<Record<PhraseState, { readonly tone: Tone; readonly icon: IconName }>> = {
  recorded: { tone: 'allowed', icon: 'circle-check' },
  outdated: { tone: 'attention', icon: 'triangle-alert' },
  missing: { tone: 'neutral', icon: 'circle' },
}

/** What pages say aloud, and what still has to be recorded. */
export function PhrasesPage({ shown, state, names, recorded, of }: PhrasesPageProps) {
  const { t, link, day, name } = useReader()
  const filters = [null, 'missing', 'outdated', 'recorded'] as const
  return (
    <OfficerLayout title={t('voice.title')}>
      <h1>{t('voice.title')}</h1>
      <p>{t('voice.text')}</p>
      <p>
        <progress value={recorded} max={of} aria-label={t('voice.progress', { recorded, of })} />{' '}
        {t('voice.progress', { recorded, of })}
      </p>
      <p>
        {filters.map((one) => (
          <>
            {one === state ? (
              <strong>{t(`voice.state.${one ?? 'all'}`)}</strong>
            ) : (
              <a href={link(routes.phrases.href({ state: one ?? '' }))}>
                {t(`voice.state.${one ?? 'all'}`)}
              </a>
            )}{' '}
          </>
        ))}
      </p>
      {shown.length === 0 ? (
        <EmptyState title={t('voice.none')} icon="megaphone" />
      ) : (
        <Worklist
          caption={t('voice.title')}
          columns={['said', 'state', 'recorded'].map((key) => ({
            label: t(`voice.column.${key}`),
          }))}
          rows={shown.map(({ key, text, clip, state: own }) => {
            const by = clip ? names.get(clip.recordedBy) : undefined
            return {
              id: key,
              cells: [
                <a href={link(routes.phrase.href({ key }))}>{text}</a>,
                <StatusMark {...looks[own]}>{t(`voice.state.${own}`)}</StatusMark>,
                clip ? `${day(dayOf(clip.recordedAt))}${by ? `, ${name(by)}` : ''}` : '',
              ],
            }
          })}
        />
      )}
    </OfficerLayout>
  )
}
