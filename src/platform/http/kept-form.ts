import type { Vault } from '../vault/vault.ts'
import type { FormBody, Visit } from './route.ts'

export type KeptForm = { readonly path: string; readonly form: FormBody; readonly until: number }

const minutes = 30

/** What somebody typed before the session ended, encrypted, for the sign-in page to carry. */
export function keepTyped(vault: Vault, path: string, visit: Visit): string {
  const kept: KeptForm = { path, form: visit.form, until: visit.now.getTime() + minutes * 60_000 }
  return vault.seal(vault.keyFrom('', 'kept-form'), JSON.stringify(kept)).toString('base64url')
}

/** The kept form, or null when it is too old or was tampered with. */
export function openKept(vault: Vault, text: string, now: Date): KeptForm | null {
  try {
    const sealed = Buffer.from(text, 'base64url')
    const kept = JSON.parse(vault.open(vault.keyFrom('', 'kept-form'), sealed)) as KeptForm
    return kept.until >= now.getTime() ? kept : null
  } catch {
    return null
  }
}
