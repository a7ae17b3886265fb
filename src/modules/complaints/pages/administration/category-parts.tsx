import type { Tx } from '../../../../platform/db.ts'
import {
  BeforeAfter,
  CheckboxesField,
  type Content,
  TextField,
  useReader,
} from '../../../../ui/index.ts'
import type { CategoryContent } from '../../rules/category-change.ts'
import { categoryMarks } from './category-form.ts'

export async function categoryFields(): Promise<Content> {
  return <CategoryFields />
}

function CategoryFields() {
  const { t } = useReader()
  const marks = categoryMarks.map((value) => ({
    value,
    label: t(`complaints.category.mark.${value}`),
  }))
  return (
    <>
      <TextField
        name="nameKm"
        label={t('complaints.category.name-km')}
        attributes={{ lang: 'km', maxlength: 120 }}
      />
      <TextField
        name="nameEn"
        label={t('complaints.category.name-en')}
        attributes={{ lang: 'en', maxlength: 120 }}
      />
      <CheckboxesField name="marks" legend={t('complaints.category.marks')} choices={marks} small />
    </>
  )
}

export async function categoryPreview(
  _tx: Tx,
  { content }: { readonly content: CategoryContent },
): Promise<Content> {
  return <CategoryPreview content={content} />
}

type State = NonNullable<CategoryContent['was']>

function CategoryPreview({ content }: { readonly content: CategoryContent }) {
  const { t } = useReader()
  const yesNo = (value: boolean) => t(value ? 'law.value.yes' : 'law.value.no')
  const row = (label: string, of: (state: State) => string) => ({
    label,
    before: content.was ? of(content.was) : '–',
    after: <strong>{of(content)}</strong>,
  })
  return (
    <>
      <BeforeAfter
        caption={t('changes.part.preview')}
        what={t('changes.column.what')}
        before={t('law.change.now')}
        after={t('complaints.category.then')}
        rows={[
          row(t('complaints.category.name-km'), ({ names }) => names.km),
          row(t('complaints.category.name-en'), ({ names }) => names.en),
          row(t('complaints.category.mark.sensitive'), ({ sensitive }) => yesNo(sensitive)),
          row(t('complaints.category.mark.retired'), ({ retired }) => yesNo(retired)),
        ]}
      />
      <p>{t('complaints.category.touches')}</p>
    </>
  )
}
