import { dayOf } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import { Button, InsetText, useReader } from '../../../ui/index.ts'
import type { LetterPageProps } from './letter-props.ts'

/** A letter of the old register stays marked until somebody has compared it. */
export function OldFile({ file: { letter, people }, submission }: LetterPageProps) {
  const { t, day, link, name } = useReader()
  if (letter.oldNumber === null) return null
  const by = people.get(letter.comparedBy ?? '')
  if (letter.comparedAt)
    return (
      <InsetText>
        {t('letters.old.compared', {
          on: day(dayOf(letter.comparedAt)),
          by: by ? name(by) : '—',
        })}
      </InsetText>
    )
  return (
    <InsetText>
      <p>{t('letters.old.unverified')}</p>
      <form method="post" action={link(routes.letterCompared.href({ id: letter.id }))}>
        <input type="hidden" name="submission" value={`${submission}-compared`} />
        <Button kind="secondary">{t('letters.old.compare')}</Button>
      </form>
    </InsetText>
  )
}
