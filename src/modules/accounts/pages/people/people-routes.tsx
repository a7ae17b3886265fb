import { dayOf } from '../../../../kernel/days.ts'
import type { Tx } from '../../../../platform/db.ts'
import { page, type Route, type Visit } from '../../../../platform/http/route.ts'
import { csvText } from '../../../../platform/sheets/csv.ts'
import { routes } from '../../../../routes.ts'
import { isHeldOn } from '../../rules/giving-roles.ts'
import { maySeeTo, peopleAccess } from '../../rules/people-access.ts'
import { listAssignments } from '../../store/held-roles.ts'
import { listPeople, peopleRows } from '../../store/people-list.ts'
import { listWaiting } from '../../store/requests.ts'
import { areasText, officeName, readDirectory } from './directory.ts'
import { OfficesPage } from './offices-page.tsx'
import { PeoplePage } from './people-page.tsx'
import { parsePeopleQuery, queryOfPeople } from './people-query.ts'

/** More people than a ministry has. */
const exportRows = 5_000

export const peopleRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.people.path,
    access: peopleAccess.look,
    show: async (visit, tx) => {
      const { filters, after } = parsePeopleQuery(visit.query)
      const today = dayOf(visit.now)
      const most = peopleRows + 1
      const found = await listPeople(tx, filters, { today, after, most })
      const people = found.slice(0, peopleRows)
      return page(
        <PeoplePage
          filters={filters}
          people={people}
          roles={
            await listAssignments(
              tx,
              people.map(({ id }) => id),
            )
          }
          directory={await readDirectory(tx)}
          waiting={await listWaiting(tx, null)}
          today={today}
          next={found.length > peopleRows ? (people.at(-1)?.login ?? null) : null}
          may={{ add: maySeeTo(visit.actor, 'add'), export: maySeeTo(visit.actor, 'export') }}
        />,
      )
    },
  },
  {
    door: 'page',
    method: 'get',
    path: routes.offices.path,
    access: peopleAccess.look,
    show: async (_visit, tx) => page(<OfficesPage directory={await readDirectory(tx)} />),
  },
  {
    door: 'page',
    method: 'get',
    path: routes.peopleExport.path,
    access: peopleAccess.export,
    show: async (visit, tx) => {
      const { filters } = parsePeopleQuery(visit.query)
      const { text: _typed, ...kept } = queryOfPeople(filters)
      visit.looked({ act: 'exported', recordType: 'person', data: kept })
      const content = csvText(await sheetOf(visit, tx))
      return { kind: 'file', type: 'text/csv; charset=utf-8', name: 'people.csv', content }
    },
  },
]

/** One line for each role that is held today, and one for everybody without any. */
async function sheetOf({ query, now, reader }: Visit, tx: Tx): Promise<string[][]> {
  const { filters } = parsePeopleQuery(query)
  const today = dayOf(now)
  const people = await listPeople(tx, filters, { today, after: '', most: exportRows })
  const roles = await listAssignments(
    tx,
    people.map(({ id }) => id),
  )
  const directory = await readDirectory(tx)
  const head = ['login', 'name_km', 'name_en', 'role', 'office', 'areas', 'from', 'to', 'disabled']
  const lines = people.flatMap((person) => {
    const held = roles.filter((one) => one.personId === person.id && isHeldOn(one, today))
    const disabled = person.disabledAt ? dayOf(person.disabledAt) : ''
    const who = [person.login, person.km, person.en]
    if (held.length === 0) return [[...who, '', '', '', '', '', disabled]]
    return held.map((one) => {
      const place = [officeName(directory, reader, one.officeId), areasText(directory, reader, one)]
      return [...who, one.role, ...place, one.from, one.to ?? '', disabled]
    })
  })
  return [head, ...lines].map((line) => line.map(harmless))
}

/** A spreadsheet takes a cell that begins like this for a formula. */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
