import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Lang, MessageValues, Reader } from '../../../kernel/reader.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { AgencyId } from '../../agencies/index.ts'
import {
  beginLetterAbout,
  type LetterId,
  type LetterRecord,
  type LetterTemplate,
} from '../../letters/index.ts'
import type { Demand, Holding } from '../rules/deposit.ts'
import { paperOf } from '../rules/draw.ts'
import { findDemand } from '../store/demands.ts'
import { depositOf } from '../store/deposits.ts'
import { findDraw, listShares } from '../store/draws.ts'
import { namesOf } from './list-deposits.ts'

export type BeginLetter = {
  readonly vault: Vault
  readonly id: string
  readonly language: Lang
  readonly at: Date
}
export type BeginLetterRefusal = 'not-found' | 'no-office' | 'not-signed-yet'

/**
 * The paper of a draw that was signed by two: an order, or, where no verified rule says that the
 * ministry may order it, a proposal with the officer's basis. It climbs and is signed as any letter,
 * and so gets its number and its page of verification.
 */
export async function beginDrawLetter(
  tx: Tx,
  actor: Actor,
  { vault, id, language, at }: BeginLetter,
): Promise<Result<LetterId, BeginLetterRefusal>> {
  const draw = await findDraw(tx, id)
  if (!draw) return refuse('not-found')
  if (draw.executedAt === null) return refuse('not-signed-yet')
  const { number, currency, basis, claimed, covered } = draw
  const people = (await listShares(tx, draw.id)).length
  const executedOn = dayOf(draw.executedAt)
  const values = ({ t, money, day }: Reader): MessageValues => {
    const text = (minor: bigint) => money({ minor, currency })
    return {
      ...{ number, basis, people, day: day(executedOn), paper: paperOf(draw) },
      ...{ covered: text(covered), claimed: text(claimed), rest: text(claimed - covered) },
      standing: t(`law.standing.${draw.standing}`),
    }
  }
  return begin(tx, actor, {
    ...{ vault, language, at, values, agencyId: draw.agencyId },
    ...{ template: 'draw-order', record: { type: 'draw', id: draw.id } },
  })
}

/** The letter that tells an agency to fill up its deposit. */
export async function beginDemandLetter(
  tx: Tx,
  actor: Actor,
  { vault, id, language, at, agencyId }: BeginLetter & { readonly agencyId: AgencyId },
): Promise<Result<LetterId, BeginLetterRefusal>> {
  const demand = await findDemand(tx, id)
  const holding = (await depositOf(tx, agencyId)).find((each) => each.id === demand?.depositId)
  if (!demand || !holding) return refuse('not-found')
  return begin(tx, actor, {
    ...{ vault, language, at, agencyId, values: demandValues(demand, holding) },
    ...{ template: 'deposit-top-up', record: { type: 'deposit-demand', id: demand.id } },
  })
}

const demandValues =
  ({ target, missing, dueOn, reason }: Demand, { currency, held }: Holding) =>
  ({ money, day }: Reader): MessageValues => {
    const text = (minor: bigint): string => money({ minor, currency } satisfies Money)
    return {
      ...{ target: text(target), missing: text(missing), held: text(held) },
      ...{ day: day(dueOn), reason },
    }
  }

type Begun = Omit<BeginLetter, 'id'> & {
  readonly agencyId: AgencyId
  readonly template: LetterTemplate
  readonly record: LetterRecord
  readonly values: (reader: Reader) => MessageValues
}

async function begin(
  tx: Tx,
  actor: Actor,
  { agencyId, ...about }: Begun,
): Promise<Result<LetterId, 'no-office'>> {
  const names = (await namesOf(tx, [agencyId])).get(agencyId)
  return beginLetterAbout(tx, actor, {
    ...about,
    to: ({ t, name }) => (names ? name(names) : t('letters.panel.agency')),
  })
}
