import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import type { Disclosure } from '../rules/disclosure.ts'
import { findInquiry, type SealedDisclosure, type SealedInquiry } from '../store/inquiry.ts'

/** Where the key was destroyed nobody can read them any more: the question is empty, the rest null. */
type Words = {
  readonly question: string
  readonly workerName: string | null
  readonly story: string | null
  readonly answer: string | null
  /** Of the others of a group, those who agreed to be named. */
  readonly personNames: readonly string[]
}
type Sealed =
  | 'keyId'
  | 'questionSealed'
  | 'workerNameSealed'
  | 'storySealed'
  | 'answerSealed'
  | 'personNamesSealed'
type Opened<Row extends SealedInquiry> = Omit<Row, Sealed> & Words
/** All that an agency sees of a case, readable. */
export type Inquiry = Opened<SealedInquiry>

/** Opens what lies in inquiries, each under its own key. */
export async function openInquiries<Row extends SealedInquiry>(
  tx: Tx,
  vault: Vault,
  rows: readonly Row[],
): Promise<Opened<Row>[]> {
  const ids = rows.map(({ keyId }) => keyId)
  const keys = await openPersonKeys(tx, vault, ids)
  return rows.map(
    ({
      keyId,
      questionSealed,
      workerNameSealed,
      storySealed,
      answerSealed,
      personNamesSealed,
      ...facts
    }) => {
      const key = keys.get(keyId)
      const open = (sealed: Uint8Array | null): string | null =>
        sealed && key ? vault.open(key, sealed) : null
      return {
        ...facts,
        question: open(questionSealed) ?? '',
        workerName: open(workerNameSealed),
        story: open(storySealed),
        answer: open(answerSealed),
        personNames: namesIn(open(personNamesSealed)),
      }
    },
  )
}

/** One name a line. */
const namesIn = (text: string | null): string[] => (text === null ? [] : text.split('\n'))

/** One inquiry, readable; null when there is none that the actor may see. */
export async function readInquiry(tx: Tx, vault: Vault, id: string): Promise<Inquiry | null> {
  const found = await findInquiry(tx, id)
  if (!found) return null
  const [inquiry] = await openInquiries(tx, vault, [found])
  return inquiry ?? null
}

/** What depends on her consent, under an inquiry's key. */
export function sealDisclosure(
  vault: Vault,
  key: DataKey,
  { workerName, story, recordings, personsAgreed, personNames }: Disclosure,
): SealedDisclosure {
  const seal = (text: string | null): Buffer | null =>
    text === null ? null : vault.seal(key, text)
  const told = [story, ...recordings].filter((words) => words !== null)
  const words = told.length > 0 ? told.join('\n\n') : null
  return {
    workerNameSealed: seal(workerName),
    storySealed: seal(words),
    personNamesSealed: seal(personNames.length > 0 ? personNames.join('\n') : null),
    personsAgreed,
  }
}
