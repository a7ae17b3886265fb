import { hasRole } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  type Visit,
} from '../../../platform/http/route.ts'
import { csvText } from '../../../platform/sheets/csv.ts'
import { routes } from '../../../routes.ts'
import { listOffices } from '../../accounts/index.ts'
import { openHeadings } from '../actions/letter-words.ts'
import { listToSign } from '../actions/to-sign.ts'
import { parseCode } from '../rules/code.ts'
import { shownNumber } from '../rules/letter.ts'
import { letterSigners } from '../rules/lifecycle.ts'
import { findLetterByCode } from '../store/letter.ts'
import { listRegister } from '../store/register.ts'
import { letterReaders } from './access.ts'
import { RegisterPage } from './register-page.tsx'
import { parseRegisterQuery } from './register-query.ts'

const pageRows = 50
/** A register of a year fits; a longer one is exported year by year. */
const exportRows = 5_000

export const registerRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.letters.path,
    access: letterReaders,
    show: showRegister,
  },
  {
    door: 'page',
    method: 'get',
    path: routes.lettersExport.path,
    access: letterReaders,
    show: exportRegister,
  },
  {
    door: 'page',
    method: 'get',
    path: routes.letterByCode.path,
    access: letterReaders,
    show: async ({ params }, tx) => {
      const code = parseCode(params.code ?? '')
      const id = code === null ? null : await findLetterByCode(tx, code)
      return id === null ? notFound : redirect(`${routes.letter.href({ id })}#scan`)
    },
  },
]

async function showRegister({ query, actor, vault }: Visit, tx: Tx): Promise<Reply> {
  const toSign = hasRole(actor, ...letterSigners) ? (await listToSign(tx, actor, vault)).length : 0
  const asked = parseRegisterQuery(query, actor.officeId)
  const [found, offices] = await Promise.all([
    listRegister(tx, { ...asked, limit: pageRows + 1 }),
    listOffices(tx),
  ])
  const shown = found.slice(0, pageRows)
  const rows = await openHeadings(tx, vault, shown)
  const next = found.length > pageRows ? (shown.at(-1)?.id ?? null) : null
  const byId = new Map(offices.map((office) => [office.id, office]))
  return page(<RegisterPage {...{ asked, rows, next, toSign, offices: byId }} />)
}

async function exportRegister(visit: Visit, tx: Tx): Promise<Reply> {
  const { query, actor, vault, reader } = visit
  const asked = parseRegisterQuery(query, actor.officeId)
  const { direction, status, year, old } = asked.filters
  visit.looked({
    act: 'exported',
    recordType: 'letter',
    data: {
      direction: old ? 'old' : direction,
      status: status ?? 'any',
      year: year ?? 0,
      most: exportRows,
    },
  })
  const found = await listRegister(tx, { ...asked, after: null, limit: exportRows })
  const rows = await openHeadings(tx, vault, found)
  const offices = new Map((await listOffices(tx)).map((office) => [office.id, office]))
  const head = ['number', 'date', 'correspondent', 'subject', 'status', 'office']
  const lines = rows.map(({ letter, heading }) => {
    const office = offices.get(letter.officeId)
    return [
      shownNumber(letter) ?? '',
      letter.receivedOn ?? letter.dated ?? dayOf(letter.draftedAt),
      ...[heading?.correspondent ?? '', heading?.subject ?? ''],
      reader.t(`letters.status.${letter.status}`),
      office ? reader.name(office) : '',
    ]
  })
  return {
    kind: 'file',
    type: 'text/csv; charset=utf-8',
    name: `letters-${old ? 'old' : direction}.csv`,
    content: csvText([head.map((column) => reader.t(`letters.column.${column}`)), ...lines]),
  }
}
