import type { Reader } from '../../../../kernel/reader.ts'
import type { Tx } from '../../../../platform/db.ts'
import { listProvinces, type Place } from '../../../places/index.ts'
import type { HeldRole } from '../../rules/giving-roles.ts'
import { listOffices, type Office } from '../../store/offices.ts'

/** Offices and provinces by what they are kept under, to name them on a page. */
export type Directory = {
  readonly offices: readonly Office[]
  readonly provinces: readonly Place[]
}

export async function readDirectory(tx: Tx): Promise<Directory> {
  const [offices, provinces] = await Promise.all([listOffices(tx), listProvinces(tx)])
  return { offices, provinces }
}

export function officeName({ offices }: Directory, reader: Reader, id: string | null): string {
  const office = offices.find((one) => one.id === id)
  return office ? reader.name(office) : '–'
}

export function areasText(
  { provinces }: Directory,
  reader: Reader,
  { areas, agencyId }: Pick<HeldRole, 'areas' | 'agencyId'>,
): string {
  if (agencyId !== null) return reader.t('people.areas.of-agency')
  if (areas === null) return reader.t('people.areas.all')
  const names = areas.map((code) => {
    const province = provinces.find((one) => one.code === code)
    return province ? reader.name(province.names) : code
  })
  return reader.list(names)
}
