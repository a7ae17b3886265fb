import { createHmac } from 'node:crypto'

/** The owner migrates; the web process is `become_app`, the worker `become_jobs`. */
export type DatabaseUrls = { readonly owner: string; readonly app: string; readonly jobs: string }
export type DatabaseRole = 'become_app' | 'become_jobs'

export const databaseUrls = (masterKey: Buffer, ownerUrl: string): DatabaseUrls => ({
  owner: ownerUrl,
  app: withRole(ownerUrl, 'become_app', masterKey),
  jobs: withRole(ownerUrl, 'become_jobs', masterKey),
})

/** Derived, so that every process of a deployment knows it without another secret to keep. */
export const rolePassword = (masterKey: Buffer, role: DatabaseRole): string =>
  createHmac('sha256', masterKey).update(role).digest('hex')

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

/** For processes that sign in as their own role and need no more of the owner than the place. */
export function withoutPassword(url: string): string {
  const changed = new URL(url)
  changed.password = ''
  return changed.href
}

function withRole(url: string, role: DatabaseRole, masterKey: Buffer): string {
  const changed = new URL(url)
  changed.username = role
  changed.password = rolePassword(masterKey, role)
  return changed.href
}
