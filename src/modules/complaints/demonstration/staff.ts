import { randomUUID } from 'node:crypto'
import type { Actor, Role } from '../../../kernel/actor.ts'

/** Who does the work in the demonstration. */
export type Staff = {
  /** Who handles an area's cases; those of the whole country are shared by two. */
  officerFor(area: string, number: number): Actor
  otherThan(personId: string): Actor
  /** Of the body that deals with what is about an office. */
  inspector(): Actor
  counsellor(): Actor
  clerkOf(agencyId: string): Actor
}
export type StaffFacts = {
  /** Person ids by login, as fillDemonstrationPeople gives them. */
  readonly people: ReadonlyMap<string, string>
  /** The agencies of `clerk` and `clerk2`. */
  readonly agencies: readonly string[]
}

export function staffOf({ people, agencies }: StaffFacts): Staff {
  const person = (login: string, role: Role, areas: readonly string[] | null): Actor => {
    const id = people.get(login)
    if (!id) throw new Error(`nobody in the demonstration signs in as ${login}`)
    return { kind: 'person', id, roles: [role], agencyId: null, officeId: null, areas }
  }
  const officer = person('officer', 'complaints-officer', null)
  const head = person('head', 'complaints-head', null)
  const ofArea: Readonly<Record<string, Actor>> = {
    '01': person('officer-bmc', 'complaints-officer', ['01']),
    '02': person('officer-bat', 'complaints-officer', ['02']),
  }
  return {
    officerFor: (area, number) => ofArea[area] ?? (number % 2 === 0 ? officer : head),
    inspector: () => person('inspector', 'complaints-officer', ['00']),
    otherThan: (personId) => (personId === head.id ? officer : head),
    counsellor: () => person('counsellor', 'counsellor', null),
    clerkOf: clerksOf(people, agencies),
  }
}

/** The clerks who may sign in answer for their agencies; the others' clerks have left since. */
function clerksOf(people: ReadonlyMap<string, string>, agencies: readonly string[]) {
  const ids = new Map<string, string>()
  const clerks = [people.get('clerk'), people.get('clerk2')]
  for (const [index, id] of clerks.entries()) if (id) ids.set(agencies[index] ?? '', id)
  return (agencyId: string): Actor => {
    const id = ids.get(agencyId) ?? randomUUID()
    ids.set(agencyId, id)
    return { ...clerk, id, agencyId }
  }
}

const clerk: Actor = {
  kind: 'person',
  id: '',
  roles: ['agency-clerk'],
  agencyId: null,
  officeId: null,
  areas: [],
}
