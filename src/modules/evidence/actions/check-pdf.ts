import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import type { RefusedReason } from '../rules/evidence.ts'
import {
  holdsObjects,
  isTwisted,
  judgePdf,
  judgeUnpacked,
  type Packed,
  packedParts,
} from '../rules/pdf.ts'

const inflated = promisify(inflate)
/** A page scanned in colour, unpacked, is half of it; beyond both it is a bomb. */
const mostUnpacked = 64 * 1024 * 1024
const mostInAll = 256 * 1024 * 1024

/**
 * Why a document is not taken; null where nothing was found. Everything that is packed is
 * unpacked, wherever it stands, since what acts may hide there.
 */
export async function checkPdf(bytes: Buffer): Promise<RefusedReason | null> {
  const text = bytes.toString('latin1')
  const plain = judgePdf(text)
  if (plain) return plain
  let room = mostInAll
  for (const part of packedParts(text)) {
    const unpacked = await unpack(bytes, part)
    room -= unpacked?.length ?? 0
    const reason = room < 0 ? 'pdf-unreadable' : judgePart(part, unpacked)
    if (reason) return reason
  }
  return null
}

type Unpacked = Buffer | 'too-much' | null

function judgePart(part: Packed, unpacked: Unpacked): RefusedReason | null {
  if (unpacked === 'too-much') return 'pdf-unreadable'
  const unsure = holdsObjects(part.about)
  if (unpacked === null) return unsure && /Filter/.test(part.about) ? 'pdf-unreadable' : null
  if (unsure && isTwisted(part.about)) return 'pdf-unreadable'
  return judgeUnpacked(unpacked.toString('latin1'), part)
}

/** Null where it is packed in no way that is known here, such as a photo. */
async function unpack(bytes: Buffer, { from }: Packed): Promise<Unpacked> {
  // What follows the packed bytes is not part of them.
  const isZlib =
    from + 2 <= bytes.length &&
    (bytes.readUInt8(from) & 0x0f) === 8 &&
    bytes.readUInt16BE(from) % 31 === 0
  if (!isZlib) return null
  try {
    return await inflated(bytes.subarray(from), { maxOutputLength: mostUnpacked, finishFlush: 2 })
  } catch (error) {
    return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-much' : null
  }
}
