import { dayOf } from '../../../kernel/days.ts'
import { langs } from '../../../kernel/reader.ts'
import { routes } from '../../../routes.ts'
import { Button, emptyForm, Form, Select, useReader } from '../../../ui/index.ts'
import type { WithHeading } from '../actions/letter-words.ts'
import { type LetterTemplate, shownNumber } from '../rules/letter.ts'
import { LetterStatusMark } from './marks.tsx'

export type LettersPanelProps = {
  readonly letters: readonly WithHeading[]
  /** Where a letter about this record is begun; null for whoever may write none. */
  readonly beginHref: string | null
  readonly templates: readonly LetterTemplate[]
  /** The language in which most of them are read. */
  readonly language: 'km' | 'en'
  readonly submission: string
}

/** The letters about one record, on that record's own page, and the way to begin another. */
export function LettersPanel(props: LettersPanelProps) {
  const { t, link, day } = useReader()
  const { letters, beginHref } = props
  return (
    <section class="case-part" id="letters" tabindex={-1}>
      <h2>{t('letters.panel.title')}</h2>
      {letters.length === 0 ? <p class="muted">{t('letters.panel.none')}</p> : null}
      <ul class="plain">
        {letters.map(({ letter, heading }) => (
          <li>
            <a href={link(routes.letter.href({ id: letter.id }))}>
              {shownNumber(letter) ?? t('letters.no-number')}
            </a>{' '}
            {heading?.subject ?? t('letters.destroyed')}{' '}
            <span class="small muted">
              {t(`letters.direction-one.${letter.direction}`)} ·{' '}
              {day(letter.dated ?? letter.receivedOn ?? dayOf(letter.draftedAt))}
            </span>{' '}
            <LetterStatusMark status={letter.status} />
          </li>
        ))}
      </ul>
      {beginHref === null ? null : <Begin {...props} beginHref={beginHref} />}
    </section>
  )
}

function Begin(props: LettersPanelProps & { readonly beginHref: string }) {
  const { t, link } = useReader()
  const { beginHref, templates, language, submission } = props
  return (
    <details class="step">
      <summary class="step__summary">{t('letters.panel.write')}</summary>
      <Form action={link(beginHref)} state={emptyForm} submission={`${submission}-letter`}>
        <Select
          name="template"
          label={t('letters.field.template')}
          options={templates.map((value) => ({ value, label: t(`letters.template.${value}`) }))}
        />
        <Select
          name="language"
          id="letter-language"
          label={t('letters.field.language')}
          options={langs.map((value) => ({ value, label: t(`letters.language.${value}`) }))}
          value={language}
        />
        <Button kind="secondary">{t('letters.panel.begin')}</Button>
      </Form>
    </details>
  )
}
