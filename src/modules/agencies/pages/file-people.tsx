import { EmptyState, useReader, Worklist } from '../../../ui/index.ts'
import { themselves } from '../rules/alike.ts'
import { type AgencyPerson, isNotEnded, type Role } from '../rules/facts.ts'
import { Basis, Days, type FileProps, Source } from './file-source.tsx'
import { countryName, provinceName, shareText } from './words.ts'

export function People(props: FileProps) {
  const { read, choose } = props
  const { t } = useReader()
  const { roles, persons } = read.file
  const byId = new Map(persons.map((person) => [person.id, person]))
  return (
    <section>
      <h2>{t('agencies.file.people')}</h2>
      <p class="small muted">
        {t('agencies.file.people-about', { people: themselves(persons).length })}
      </p>
      {roles.length === 0 ? <EmptyState title={t('agencies.file.no-people')} icon="users" /> : null}
      {roles.length === 0 ? null : (
        <Worklist
          caption={t('agencies.file.people')}
          stacks
          columns={['name', 'role', 'days', 'source', 'do'].map((column) => ({
            label: t(`agencies.column.${column}`),
          }))}
          rows={roles.map((role) => ({
            id: role.id,
            cells: [
              <PersonCell person={byId.get(role.personId)} />,
              <RoleCell role={role} {...props} />,
              <Days {...role} today={read.today} />,
              <Source origin={role} {...props} />,
              <PersonSteps role={role} {...props} />,
            ],
          }))}
        />
      )}
      {choose ? (
        <p>
          <a href={choose('role')}>{t('agencies.do.role')}</a>
        </p>
      ) : null}
    </section>
  )
}

function PersonCell({ person }: { readonly person: AgencyPerson | undefined }) {
  const reader = useReader()
  const { t, name, day, lang } = reader
  if (!person) return <>{t('agencies.person.forgotten')}</>
  const other = lang === 'km' ? person.names.en : person.names.km
  const facts = [
    countryName(reader, person.nationality),
    person.birth ? t('agencies.person.born', { day: day(person.birth) }) : null,
    person.identity ? t('agencies.person.identity', { number: person.identity }) : null,
    person.phone,
  ].filter((fact) => fact !== null)
  return (
    <div>
      <strong>{name(person.names)}</strong>
      {other && other !== name(person.names) ? (
        <>
          <br />
          <span class="muted" lang={lang === 'km' ? 'en' : 'km'}>
            {other}
          </span>
        </>
      ) : null}
      <br />
      <span class="small muted">{facts.join(' · ')}</span>
    </div>
  )
}

function RoleCell({ role, read, places }: FileProps & { readonly role: Role }) {
  const reader = useReader()
  const { t } = reader
  const more = [
    role.share === null ? null : t('agencies.role.share', { share: shareText(role.share) }),
    role.country === null ? null : countryName(reader, role.country),
    role.province === null ? null : provinceName(reader, role.province, places),
    role.card === null ? null : t('agencies.role.card', { number: role.card }),
  ].filter((one) => one !== null)
  return (
    <div>
      {[t(`agencies.role.${role.role}`), ...more].join(' · ')}
      {role.isPublic ? <span class="small muted"> {t('agencies.file.public')}</span> : null}
      <br />
      <Basis read={read} part={role.role} />
    </div>
  )
}

function PersonSteps({ role, read, choose }: FileProps & { readonly role: Role }) {
  const { t } = useReader()
  if (!choose || !isNotEnded(role, read.today) || role.to !== null) return null
  return (
    <div>
      <a href={choose('person', role.personId)}>{t('agencies.do.person')}</a>
      <br />
      <a href={choose('role-end', role.id)}>{t('agencies.do.role-end')}</a>
    </div>
  )
}
