import { hasRole } from '../../../kernel/actor.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { latinDigits } from '../../../platform/text/index.ts'
import type { ForwardDoor } from '../../messages/index.ts'
import { parseCaseNumber } from '../rules/receipt.ts'
import { findByNumber } from '../store/complaint-by-number.ts'
import { addCaseNote } from './case-file-notes.ts'
import { giveEvidence } from './give-evidence.ts'

/** "26-0000042-7" anywhere; without its hyphens only alone, where it is no telephone number. */
const written = /(?<!\d)\d{2}-\d{7,}-\d(?!\d)|^\d{10,}$/

/** Cases, for officers who forward a message, a photo or a voice to the ministry's bot. */
export const complaintForwards: ForwardDoor = {
  numberIn(text) {
    const typed = latinDigits(text.trim())
    const [found] = written.exec(typed) ?? []
    const number = found === undefined ? null : parseCaseNumber(found)
    if (found === undefined || number === null) return null
    return { number, rest: typed.replace(found, ' ').replace(/\s+/g, ' ').trim() }
  },
  async keep(tx, actor, { vault, files, number, note, file, at }) {
    if (!hasRole(actor, 'complaints-officer', 'complaints-head')) return refuse('not-your-role')
    const complaintId = await findByNumber(tx, number)
    if (complaintId === null) return refuse('not-found')
    if (file !== null) {
      const given = { vault, files, complaintId, origin: 'telegram', given: [file], at } as const
      const kept = await giveEvidence(tx, actor, given)
      if (!kept.ok) return refuse(kept.refusal === 'not-found' ? 'not-found' : 'file-not-taken')
    }
    const noted = await addCaseNote(tx, actor, { vault, complaintId, words: note, at })
    return noted.ok ? ok(null) : refuse('not-your-role')
  },
}
