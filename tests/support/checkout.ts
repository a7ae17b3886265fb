import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/root.ts'

/** Words before a command that make it run as the user nobody. */
export const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--']

/** False where this checkout lies below a folder that only its owner may enter. */
export function nobodyReachesIt(): boolean {
  const [command = '', ...words] = [...asNobody, 'test', '-r', join(projectRoot, 'package.json')]
  return spawnSync(command, words).status === 0
}

/** The files of this checkout, packages as hard links, below a folder that only the user may enter. */
export function aCheckoutIn(folder: string, user: number): string {
  const root = join(folder, 'checkout')
  mkdirSync(root)
  for (const name of ['dist', 'db', 'locales', 'countries', 'package.json']) {
    cpSync(join(projectRoot, name), join(root, name), { recursive: true })
  }
  execFileSync('cp', ['-al', join(projectRoot, 'node_modules'), join(root, 'node_modules')])
  chownSync(root, user, user)
  chownSync(folder, user, user)
  chmodSync(folder, 0o700)
  return root
}
