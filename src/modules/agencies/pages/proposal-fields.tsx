import {
  Button,
  DateField,
  FileField,
  Form,
  FormErrors,
  type FormState,
  InsetText,
  SelectField,
  TextareaField,
  TextField,
  useReader,
} from '../../../ui/index.ts'
import type { AgencyFileRead } from '../actions/read-dossier.ts'
import { siteKinds } from '../rules/agency.ts'
import { themselves } from '../rules/alike.ts'
import { agencyRoles } from '../rules/facts.ts'
import type { ProposalKind } from '../rules/proposal.ts'
import { Basis } from './file-source.tsx'
import { nationalityOptions, type Places } from './words.ts'

/** Which form was asked for, about which fact, and what was typed into it. */
export type ChosenForm = {
  readonly what: ProposalKind
  readonly of: string | null
  readonly state: FormState
}
export type ProposalFieldsProps = {
  readonly read: AgencyFileRead
  readonly places: Places
  readonly chosen: ChosenForm
  readonly action: string
  readonly submission: string
  /** An officer's own entry is on file at once. */
  readonly byOffice: boolean
}

/** One change of the file: what is so, since when, and on what evidence. */
export function ProposalFields(props: ProposalFieldsProps) {
  const { t, link } = useReader()
  const { read, chosen, action, submission, byOffice } = props
  const { what, of, state } = chosen
  return (
    <section aria-labelledby="change">
      <FormErrors state={state} />
      <h2 id="change">{t(`agencies.do.${what}`)}</h2>
      <Form action={link(action)} state={state} submission={submission} multipart>
        <input type="hidden" name="what" value={what} />
        {of ? <input type="hidden" name="of" value={of} /> : null}
        <input type="hidden" name="fileVersion" value={read.file.version} />
        <Fields {...props} />
        {what === 'person' ? null : (
          <DateField
            name="day"
            legend={t(what.endsWith('-end') ? 'agencies.field.to' : 'agencies.field.from')}
          />
        )}
        <TextareaField
          name="basis"
          label={t('agencies.field.basis')}
          hint={t('agencies.field.basis-hint')}
          rows={3}
        />
        <FileField
          name="documents"
          label={t('agencies.field.papers')}
          hint={t('agencies.field.papers-hint')}
          accept="application/pdf,image/jpeg,image/png,image/webp"
          multiple
        />
        <Button>{t(byOffice ? 'agencies.do.enter' : 'agencies.do.propose')}</Button>
      </Form>
    </section>
  )
}

function Fields(props: ProposalFieldsProps) {
  const { what } = props.chosen
  if (what === 'role') return <RoleFields {...props} />
  if (what === 'person') return <PersonFields />
  if (what === 'site') return <SiteFields {...props} />
  if (what === 'contact') return <ContactFields {...props} />
  return null
}

function RoleFields({ read, places }: ProposalFieldsProps) {
  const reader = useReader()
  const { t, name } = reader
  const none = { value: '', label: t('agencies.choose') }
  const known = themselves(read.file.persons).map(({ id, names }) => ({
    value: id,
    label: name(names),
  }))
  return (
    <>
      <SelectField
        name="role"
        label={t('agencies.field.role')}
        options={[
          none,
          ...agencyRoles.map((value) => ({ value, label: t(`agencies.role.${value}`) })),
        ]}
      />
      {known.length > 0 ? (
        <SelectField
          name="personId"
          label={t('agencies.field.person')}
          hint={t('agencies.field.person-hint')}
          options={[{ value: '', label: t('agencies.field.person-new') }, ...known]}
        />
      ) : null}
      <PersonFields />
      <TextField
        name="share"
        label={t('agencies.field.share')}
        hint={<Basis read={read} part="owner" />}
        width={5}
        attributes={{ inputmode: 'decimal', maxlength: 8 }}
      />
      <SelectField
        name="country"
        label={t('agencies.field.country')}
        hint={<Basis read={read} part="representative" />}
        options={[
          none,
          ...places.destinations.map(({ code, names }) => ({ value: code, label: name(names) })),
        ]}
      />
      <SelectField
        name="province"
        label={t('agencies.field.area')}
        hint={<Basis read={read} part="recruiter" />}
        options={[
          none,
          ...places.provinces.map(({ code, names }) => ({ value: code, label: name(names) })),
        ]}
      />
    </>
  )
}

function PersonFields() {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <TextField name="nameKm" label={t('agencies.field.name-km')} attributes={{ lang: 'km' }} />
      <TextField
        name="nameLatin"
        label={t('agencies.field.name-latin')}
        hint={t('agencies.field.name-hint')}
        attributes={{ lang: 'en' }}
      />
      <SelectField
        name="nationality"
        label={t('agencies.field.nationality')}
        options={nationalityOptions(reader)}
      />
      <DateField name="birth" legend={t('agencies.field.birth')} />
      <TextField
        name="identity"
        label={t('agencies.field.identity')}
        hint={t('agencies.field.identity-hint')}
        width={20}
        attributes={{ maxlength: 40 }}
      />
      <TextField name="phone" label={t('agencies.field.phone')} width={20} type="tel" />
    </>
  )
}

function SiteFields({ read, places }: ProposalFieldsProps) {
  const { t, name } = useReader()
  const none = { value: '', label: t('agencies.choose') }
  const short = { inputmode: 'decimal', maxlength: 12 } as const
  return (
    <>
      <SelectField
        name="site"
        label={t('agencies.field.site')}
        hint={<Basis read={read} part="site" />}
        options={[
          none,
          ...siteKinds.map((value) => ({ value, label: t(`agencies.site.${value}`) })),
        ]}
      />
      <SelectField
        name="province"
        label={t('agencies.field.province')}
        options={[
          none,
          ...places.provinces.map(({ code, names }) => ({ value: code, label: name(names) })),
        ]}
      />
      <SelectField
        name="country"
        label={t('agencies.field.site-country')}
        options={[
          none,
          ...places.destinations.map(({ code, names }) => ({ value: code, label: name(names) })),
        ]}
      />
      <TextField name="addressKm" label={t('agencies.field.address-km')} />
      <TextField name="addressLatin" label={t('agencies.field.address-latin')} />
      <TextField
        name="capacity"
        label={t('agencies.field.capacity')}
        hint={<Basis read={read} part="dormitory" />}
        width={5}
        attributes={short}
      />
      <TextField name="floor" label={t('agencies.field.floor')} width={5} attributes={short} />
      <TextField
        name="lat"
        label={t('agencies.field.lat')}
        hint={t('agencies.field.lat-hint')}
        width={10}
        attributes={short}
      />
      <TextField name="lon" label={t('agencies.field.lon')} width={10} attributes={short} />
    </>
  )
}

function ContactFields({ read }: ProposalFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <InsetText>{t('agencies.field.contact-about')}</InsetText>
      <SelectField
        name="contact"
        label={t('agencies.field.contact')}
        hint={<Basis read={read} part="contact" />}
        options={[
          { value: 'phone', label: t('agencies.contact.phone') },
          { value: 'page', label: t('agencies.contact.page') },
        ]}
      />
      <TextField
        name="shown"
        label={t('agencies.field.shown')}
        hint={t('agencies.field.shown-hint')}
        attributes={{ maxlength: 200 }}
      />
    </>
  )
}
