import type { Day } from '../../../kernel/days.ts'
import type { Token } from '../../../kernel/tokens/token.ts'
import type { Tx } from '../../../platform/db.ts'
import { signTokens } from '../../../platform/tokens/sign-token.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type Authorisation, type Licence, standingOn } from '../rules/licence.ts'
import { listPlacesOf, type PlaceOf } from '../store/status-place.ts'
import type { AgencyFile } from './show-agency.ts'

/** What the codes of an agency say today: one for each country and kind of work that it may. */
export async function listCodes(tx: Tx, file: AgencyFile): Promise<Token[]> {
  if (file.answer.kind !== 'licensed') return []
  const inForce = file.licences.filter((each) => standingOn(each, file.asOf).kind === 'in-force')
  const places = await listPlacesOf(
    tx,
    inForce.map(({ id }) => id),
  )
  return inForce.flatMap((licence) =>
    licence.authorisations
      .filter(({ from, to }) => from <= file.asOf && (to === null || file.asOf <= to))
      .flatMap((each) => tokenOf(file, licence, { each, places })),
  )
}

function tokenOf(
  file: AgencyFile,
  licence: Licence,
  { each, places }: { readonly each: Authorisation; readonly places: readonly PlaceOf[] },
): Token[] {
  const { destination, sector } = each
  const found = places.find(
    (one) =>
      one.licenceId === licence.id &&
      one.destination === destination &&
      one.sector === sector &&
      one.from === each.from,
  )
  if (!found) return []
  const from = later(each.from, licence.validFrom ?? each.from)
  const of = { kind: 'licence', number: licence.number, names: file.agency.names } as const
  const days = { from, to: earlier(each.to, licence.validTo), issuedOn: file.asOf }
  return [{ ...of, destination, sector, ...days, place: found.place }]
}

const later = (one: Day, other: Day): Day => (one > other ? one : other)
const earlier = (one: Day | null, other: Day | null): Day | null =>
  one === null || (other !== null && other < one) ? other : one

/** The code of one place of this agency, signed; null where it has none today. */
export async function signCode(
  tx: Tx,
  vault: Vault,
  { file, place }: { readonly file: AgencyFile; readonly place: string },
): Promise<string | null> {
  const token = (await listCodes(tx, file)).find((each) => String(each.place) === place)
  const [signed] = token ? await signTokens(tx, vault, [token]) : []
  return signed ?? null
}
