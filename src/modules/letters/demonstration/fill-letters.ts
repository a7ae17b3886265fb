import type { Actor, Role } from '../../../kernel/actor.ts'
import { addDays, dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { shortAddress } from '../../../platform/documents/public-address.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { inDemonstrationBrowser, listOffices } from '../../accounts/index.ts'
import { sampleReceipt } from '../../evidence/index.ts'
import { draftLetter } from '../actions/draft-letter.ts'
import { handInScans } from '../actions/hand-in-scans.ts'
import { registerIncoming } from '../actions/register-incoming.ts'
import { signLetter } from '../actions/sign-letter.ts'
import { takeLetterStep } from '../actions/take-step.ts'
import { findLetter } from '../store/letter.ts'
import { listLastCodes } from '../store/scan.ts'
import { sampleScan } from './sample-scan.ts'
import { incomingExamples, outgoingExamples } from './words.ts'

export type LetterExamples = {
  readonly vault: Vault
  readonly files: Files
  readonly now: Date
  /** Ids of the demonstration's people by login. */
  readonly people: ReadonlyMap<string, string>
}

/** Letters on every desk of the climb, one that is signed, and a few that came in. */
export async function fillDemonstrationLetters(tx: Tx, given: LetterExamples): Promise<void> {
  const { vault, files, now } = given
  const actor = await actorsOf(tx, given)
  const officer = actor('officer', { role: 'complaints-officer', office: 'ministry' })
  const climb = [
    actor('chief', { role: 'signatory', office: 'dem-abroad' }),
    actor('director', { role: 'signatory', office: 'dem' }),
  ]
  for (const [index, text] of incomingExamples.entries()) {
    const receivedOn = addDays(dayOf(now), -3 * (index + 1))
    const dated = addDays(receivedOn, -2)
    const incoming = { vault, files, text, receivedOn, dated, language: 'km', at: now } as const
    await registerIncoming(tx, officer, { ...incoming, record: null, scans: [] })
  }
  for (const { height, signed, language, ...text } of outgoingExamples) {
    const at = new Date(now.getTime() - 3_600_000 * (30 - height))
    const begun = await draftLetter(tx, officer, {
      ...{ vault, language, text, at, template: 'free', record: null, replaces: null },
      recipients: [],
    })
    if (!begun.ok) throw new Error('a letter of the demonstration has no office')
    await climbTo(tx, { ...given, id: begun.value, by: [officer, ...climb].slice(0, height), at })
    const signer = climb[height - 1]
    if (signed && signer) {
      const then = new Date(at.getTime() + 600_000 * (height + 1))
      await signAs(tx, { ...given, id: begun.value, signer, at: then })
    }
  }
  await handInTray(tx, officer, given)
}

type Work = { readonly role: Role; readonly office: string }

async function actorsOf(tx: Tx, { people }: LetterExamples) {
  const offices = new Map((await listOffices(tx)).map(({ code, id }) => [code, id]))
  return (login: string, { role, office }: Work): Actor => ({
    ...{ kind: 'person', roles: [role], agencyId: null, areas: null },
    id: people.get(login) ?? '',
    officeId: offices.get(office) ?? null,
  })
}

type Climbing = LetterExamples & {
  readonly id: string
  readonly by: readonly Actor[]
  readonly at: Date
}

async function climbTo(tx: Tx, { vault, id, by, at }: Climbing): Promise<void> {
  for (const [index, actor] of by.entries()) {
    const note = index === 0 ? 'សូមពិនិត្យ និងសម្រេច។' : 'បានពិនិត្យហើយ។ សូមជូនថ្នាក់លើសម្រេច។'
    const step = { vault, id, action: 'pass-up', version: index + 1, note } as const
    const done = await takeLetterStep(tx, actor, {
      ...step,
      at: new Date(at.getTime() + 600_000 * (index + 1)),
    })
    if (!done.ok) throw new Error(`a letter of the demonstration does not climb: ${done.refusal}`)
  }
}

type Signing = LetterExamples & { readonly id: string; readonly signer: Actor; readonly at: Date }

/** With the code, as everybody signs. */
async function signAs(tx: Tx, { vault, files, id, signer, at }: Signing): Promise<void> {
  const letter = await findLetter(tx, id)
  const signed = await inDemonstrationBrowser(tx, { actor: signer, now: at, vault }, (visit) =>
    signLetter(tx, { ...visit, files }, { id, version: letter?.version ?? 0, note: null }),
  )
  if (!signed.ok) throw new Error(`a letter of the demonstration is not signed: ${signed.refusal}`)
}

/** A tray of scans: the signed letter come back, a picture without a code, and a code of somebody else. */
async function handInTray(tx: Tx, officer: Actor, { vault, files, now }: LetterExamples) {
  const [signed] = await listLastCodes(tx)
  if (!signed) throw new Error('the demonstration has no signed letter')
  const given = [
    await sampleScan(shortAddress('/V', signed)),
    await sampleReceipt(),
    await sampleScan('HTTPS://EXAMPLE.INVALID/V/ABCDEFGHJKLMNPQR'),
  ]
  const handed = await handInScans(tx, officer, { vault, files, given, at: now })
  if (!handed.ok) throw new Error('the scans of the demonstration are refused')
}
