import { codeInCell, dayInCell, partsOfCell } from '../../../platform/sheets/cells.ts'
import { nameKey, pageKey, phoneKey } from '../../../platform/text/index.ts'
import type { RegisterContact, RegisterOffice } from '../../agencies/index.ts'
import type { Finding, ImportRow } from '../../imports/index.ts'
import type { Destination, Place } from '../../places/index.ts'
import type { RegisterRow } from '../rules/register-plan.ts'

export type CodeBook = {
  readonly destinations: readonly Destination[]
  readonly provinces: readonly Place[]
}
export type ReadRow = { readonly row: RegisterRow | null; readonly problems: readonly Finding[] }

/** Reads one line of the register; every cell that says nothing usable is named. */
export function readRegisterRow({ line, cells }: ImportRow, codes: CodeBook): ReadRow {
  const problems: Finding[] = []
  const wrong = (column: string, key: string) => {
    problems.push({
      ...{ kind: 'problem', line, subject: cells.number ?? '', column },
      message: { key: `imports.problem.${key}` },
    })
    return null
  }
  const names = { km: textOf(cells.nameKm), en: textOf(cells.nameLatin) }
  if (!names.km && !names.en) wrong('nameLatin', 'no-name')
  const validFrom = dayInCell(cells.validFrom) ?? wrong('validFrom', 'no-day')
  const validTo = cells.validTo ? (dayInCell(cells.validTo) ?? wrong('validTo', 'no-day')) : null
  if (validFrom && validTo && validTo < validFrom) wrong('validTo', 'ends-before')
  const authorised = (['general', 'domestic-work'] as const).flatMap((sector) => {
    const cell = sector === 'general' ? cells.destinations : cells.domestic
    return partsOfCell(cell).flatMap((text) => {
      const code = codeInCell(codes.destinations, text) ?? wrong('destinations', 'no-destination')
      return code ? [{ destination: code, sector }] : []
    })
  })
  const contacts = [
    ...partsOfCell(cells.phones).map(
      (text) => contactOf('phone', text) ?? wrong('phones', 'no-phone'),
    ),
    ...partsOfCell(cells.pages).map((text) => contactOf('page', text) ?? wrong('pages', 'no-page')),
  ].filter((contact) => contact !== null)
  const office = officeOf(cells, codes)
  if (office === 'wrong') wrong('province', 'no-province')
  if (problems.length > 0 || !validFrom || office === 'wrong') return { row: null, problems }
  const number = cells.number ?? ''
  return {
    problems,
    row: {
      ...{ line, number, numberKey: nameKey(number), names, authorised, contacts, office },
      nameKeys: [names.km, names.en].flatMap((name) => (name ? [nameKey(name)] : [])),
      otherNames: partsOfCell(cells.otherNames),
      ...{ prakas: textOf(cells.prakas), validFrom, validTo },
    },
  }
}

const textOf = (cell: string | undefined): string | null => cell?.slice(0, 200) || null

function contactOf(kind: RegisterContact['kind'], shown: string): RegisterContact | null {
  const key = kind === 'phone' ? phoneKey(shown) : pageKey(shown)
  return key === null ? null : { kind, shown, key }
}

function officeOf(
  cells: ImportRow['cells'],
  { provinces }: CodeBook,
): RegisterOffice | null | 'wrong' {
  const { province = '', addressKm = '', addressLatin = '' } = cells
  if (province === '' && addressKm === '' && addressLatin === '') return null
  const found = codeInCell(provinces, province)
  if (!found) return 'wrong'
  return { province: found, km: addressKm || addressLatin, en: addressLatin || addressKm }
}
