import type { Id } from '../../../kernel/ids.ts'
import { parseCode } from './code.ts'

export type ScanId = Id<'letter-scan'>
export const scanStatuses = ['reading', 'matched', 'unmatched', 'dropped'] as const
export type ScanStatus = (typeof scanStatuses)[number]

/** Why a scan found no letter by itself. */
export const scanReasons = [
  'no-code',
  'several-codes',
  'foreign-code',
  'unknown-code',
  'receipt',
  'not-yours',
  'not-safe',
] as const
export type ScanReason = (typeof scanReasons)[number]

export type CodeOnScan =
  | { readonly code: string }
  | { readonly reason: 'no-code' | 'several-codes' | 'foreign-code' }

/**
 * The code of ours among what was read from the pages. `prefix` is how our addresses begin: a code that
 * somebody else printed is not ours, whatever stands behind it.
 */
export function codeOnScan(read: readonly (string | null)[], prefix: string): CodeOnScan {
  const texts = read.filter((text) => text !== null)
  const ours = new Set(texts.flatMap((text) => ourCode(text, prefix) ?? []))
  const [code, ...more] = ours
  if (more.length > 0) return { reason: 'several-codes' }
  if (code !== undefined) return { code }
  return { reason: texts.length > 0 ? 'foreign-code' : 'no-code' }
}

function ourCode(text: string, prefix: string): string | null {
  const begins = text.toUpperCase().startsWith(prefix.toUpperCase())
  return begins ? parseCode(text.slice(prefix.length)) : null
}
