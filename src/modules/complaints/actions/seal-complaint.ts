import { nameKey, phoneKey } from '../../../platform/text/index.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import type { NewComplaint } from '../rules/intake.ts'

/** The words of a complaint, sealed under the person's key, and their hash for the event. */
export function sealContent(vault: Vault, key: DataKey, given: NewComplaint) {
  const seal = (text: string | null): Buffer | null =>
    text === null ? null : vault.seal(key, text)
  const { respondentWords, askedAnswer, story } = given
  return {
    sealed: {
      respondentSealed: seal(respondentWords),
      respondentIndex: respondentWords === null ? null : respondentIndex(vault, respondentWords),
      askedAnswerSealed: seal(askedAnswer),
      storySealed: seal(story),
    },
    hash: vault.contentHash(key, JSON.stringify([respondentWords, askedAnswer, story])),
  }
}

/** Who complains and how to reach her, sealed; the number findable again by its blind index. */
export function sealContact(
  vault: Vault,
  person: { readonly id: string; readonly key: DataKey },
  { relation, complainantName, contact }: NewComplaint,
) {
  const seal = (text: string | null): Buffer | null =>
    text === null ? null : vault.seal(person.key, text)
  return {
    keyId: person.id,
    relation,
    nameSealed: seal(complainantName),
    contactSealed: seal(contact),
    contactIndex: contact === null ? null : contactIndex(vault, contact),
  }
}

/** One index for a phone number however it was written, or for other words as they are. */
export const contactIndex = (vault: Vault, contact: string): Buffer =>
  vault.blindIndex('contact', phoneKey(contact) ?? nameKey(contact))

/** A broker is often known by a nickname only: equal words find earlier matters. */
export const respondentIndex = (vault: Vault, words: string): Buffer =>
  vault.blindIndex('respondent', nameKey(words))
