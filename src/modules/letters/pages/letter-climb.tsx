import { Icon, Timeline, useReader } from '../../../ui/index.ts'
import type { LetterFile } from '../actions/read-letter.ts'
import type { LetterAction } from '../rules/lifecycle.ts'
import { Part } from './part.tsx'

const icons = {
  'pass-up': 'arrow-up',
  'send-down': 'arrow-down',
  'send-back': 'arrow-down',
  sign: 'stamp',
  send: 'send',
  drop: 'ban',
  withdraw: 'ban',
} as const satisfies Record<LetterAction, string>

/** The line from the desk where it was written to the top, and what was noted at each step. */
export function LetterClimb({ file }: { readonly file: LetterFile }) {
  const { t, name, instant } = useReader()
  const { letter, line, annotations, offices, people } = file
  const climbs = letter.direction === 'outgoing' && letter.oldNumber === null
  if (!climbs && annotations.length === 0) return null
  const officeName = (id: string | null) => {
    const office = id === null ? undefined : offices.get(id)
    return office ? name(office) : ''
  }
  return (
    <Part title={t('letters.part.climb')}>
      <ol class="climb">
        {line.map((office) => (
          <li aria-current={office.id === letter.holderOfficeId ? 'step' : undefined}>
            {office.id === letter.holderOfficeId ? (
              <strong>
                <Icon name="arrow-right" /> {name(office)}
              </strong>
            ) : (
              name(office)
            )}
            {office.id === letter.holderOfficeId && letter.heldSince ? (
              <span class="muted small">
                {' '}
                {t('letters.climb.here-since', { when: instant(letter.heldSince) })}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {annotations.length === 0 ? <p class="muted">{t('letters.climb.none')}</p> : null}
      <Timeline
        entries={annotations.map((note) => {
          const author = people.get(note.authorId)
          return {
            title: t(`letters.annotation.${note.step}`, { office: officeName(note.toOfficeId) }),
            when: instant(note.writtenAt),
            iso: note.writtenAt.toISOString(),
            who: `${author ? name(author) : '—'}, ${officeName(note.officeId)}`,
            icon: icons[note.step],
            children: note.body === null ? undefined : <p class="quote">{note.body}</p>,
          }
        })}
      />
    </Part>
  )
}
