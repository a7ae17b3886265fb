import {
  CheckboxesField,
  type Option,
  SelectField,
  TextareaField,
  useReader,
} from '../../../ui/index.ts'
import { concernSigns } from '../rules/concern.ts'

export type Places = {
  readonly countries: readonly Option[]
  readonly provinces: readonly Option[]
}

/** What is asked of whoever is worried: as little as possible, and nothing that has to be known. */
export function WorriedFields({ countries, provinces }: Places) {
  const { t } = useReader()
  const none = { value: '', label: t('protection.worried.not-known') }
  return (
    <>
      <TextareaField
        name="about"
        label={t('protection.worried.about')}
        hint={t('protection.worried.about-hint')}
        rows={6}
        attributes={{ maxlength: 4000 }}
      />
      <CheckboxesField
        name="signs"
        legend={t('protection.worried.signs')}
        choices={concernSigns.map((value) => ({ value, label: t(`protection.sign.${value}`) }))}
      />
      <SelectField
        name="country"
        label={t('protection.worried.country')}
        options={[none, ...countries]}
      />
      <SelectField
        name="province"
        label={t('protection.worried.province')}
        options={[none, ...provinces]}
      />
      <TextareaField
        name="reporter"
        label={t('protection.worried.reporter')}
        hint={t('protection.worried.reporter-hint')}
        rows={2}
        attributes={{ maxlength: 500 }}
      />
    </>
  )
}
