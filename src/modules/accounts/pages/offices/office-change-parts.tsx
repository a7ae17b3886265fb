import type { Tx } from '../../../../platform/db.ts'
import {
  BeforeAfter,
  type Content,
  SelectField,
  TextField,
  useReader,
} from '../../../../ui/index.ts'
import { listProvinces, type Place } from '../../../places/index.ts'
import { type KnownOffice, type OfficeContent, officeContent } from '../../rules/office-change.ts'
import { listKnownOffices } from '../../store/change-office.ts'
import { newOffice } from './office-change-form.ts'

export async function officeFields(tx: Tx, subject: string): Promise<Content> {
  const [offices, provinces] = [await listKnownOffices(tx), await listProvinces(tx)]
  return <OfficeFields offices={offices} provinces={provinces} isNew={subject === newOffice} />
}

type FieldsProps = {
  readonly offices: readonly KnownOffice[]
  readonly provinces: readonly Place[]
  readonly isNew: boolean
}

function OfficeFields({ offices, provinces, isNew }: FieldsProps) {
  const { t, name } = useReader()
  const kinds = officeContent.shape.kind.options
  const none = { value: '', label: '–' }
  return (
    <>
      <TextField name="nameKm" label={t('people.office.name-km')} attributes={{ lang: 'km' }} />
      <TextField name="nameEn" label={t('people.office.name-en')} attributes={{ lang: 'en' }} />
      <SelectField
        name="superior"
        label={t('people.office.superior')}
        options={[none, ...offices.map(({ code, names }) => ({ value: code, label: name(names) }))]}
      />
      {isNew ? (
        <>
          <SelectField
            name="kind"
            label={t('people.office.kind')}
            options={kinds.map((value) => ({ value, label: t(`people.office-kind.${value}`) }))}
          />
          <SelectField
            name="province"
            label={t('people.office.province')}
            options={[
              none,
              ...provinces.map(({ code, names }) => ({ value: code, label: name(names) })),
            ]}
          />
        </>
      ) : (
        <input type="hidden" name="kind" value="bureau" />
      )}
    </>
  )
}

export async function officePreview(
  tx: Tx,
  { content }: { readonly content: OfficeContent },
): Promise<Content> {
  return <OfficePreview content={content} offices={await listKnownOffices(tx)} />
}

type State = NonNullable<OfficeContent['was']>
type PreviewProps = {
  readonly content: OfficeContent
  readonly offices: readonly KnownOffice[]
}

function OfficePreview({ content, offices }: PreviewProps) {
  const { t, name } = useReader()
  const above = (code: string | null) => {
    const found = offices.find((office) => office.code === code)
    return found ? name(found.names) : '–'
  }
  const row = (label: string, of: (state: State) => string) => ({
    label,
    before: content.was ? of(content.was) : '–',
    after: <strong>{of(content)}</strong>,
  })
  const kind = t(`people.office-kind.${content.kind}`)
  return (
    <BeforeAfter
      caption={t('changes.part.preview')}
      what={t('changes.column.what')}
      before={t('law.change.now')}
      after={t('people.office.then')}
      rows={[
        row(t('people.office.name-km'), ({ names }) => names.km),
        row(t('people.office.name-en'), ({ names }) => names.en),
        row(t('people.office.superior'), ({ superior }) => above(superior)),
        { label: t('people.office.kind'), before: content.was ? kind : '–', after: kind },
      ]}
    />
  )
}
