import { langs } from '../../../kernel/reader.ts'
import { Button, emptyForm, Form, Select, useReader } from '../../../ui/index.ts'
import { LettersPanel, type WithHeading } from '../../letters/index.ts'

export type PapersProps = {
  readonly letters: readonly WithHeading[]
  /** Where the letter is begun; null where there is nothing to write about. */
  readonly beginHref: string | null
  readonly submission: string
}

/** The letters about a draw or a demand, and the way to begin one: in one of the two languages. */
export function Papers({ letters, beginHref, submission }: PapersProps) {
  return (
    <>
      <LettersPanel {...{ letters, submission }} beginHref={null} templates={[]} language="km" />
      {beginHref === null ? null : <Begin {...{ beginHref, submission }} />}
    </>
  )
}

function Begin({
  beginHref,
  submission,
}: {
  readonly beginHref: string
  readonly submission: string
}) {
  const { t, link } = useReader()
  return (
    <details class="step">
      <summary class="step__summary">{t('ledger.paper.write')}</summary>
      <Form action={link(beginHref)} state={emptyForm} submission={`${submission}-letter`}>
        <Select
          name="language"
          id="letter-language"
          label={t('letters.field.language')}
          options={langs.map((value) => ({ value, label: t(`letters.language.${value}`) }))}
          value="km"
        />
        <Button kind="secondary">{t('ledger.paper.begin')}</Button>
      </Form>
    </details>
  )
}
