import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fastifyStatic from '@fastify/static'
import { beforeAll } from 'vitest'
import type { AppDeps } from '../../src/app.ts'
import { build } from '../../src/build.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { setAssetManifest } from '../../src/ui/assets.ts'
import { type TestApp, useApp } from './app.ts'
import { demonstrationNow, useDemonstration } from './demonstration.ts'

export type ServedApp = TestApp & {
  /** Where the browser finds it: `http://127.0.0.1:…`. */
  url(): string
}

type Serving = {
  /** A provider by which people may sign in, too: it has to know our port before we listen. */
  readonly oidc?: AppDeps['oidc']
  readonly port?: () => number
}

/** The application as a browser meets it: on a port, with styles and fonts, and filled. */
export function useServedApp({ oidc = null, port = () => 0 }: Serving = {}): ServedApp {
  const app = useApp({ database: useDemonstration(), now: demonstrationNow, oidc })
  let url = ''
  beforeAll(async () => {
    await buildOnce()
    const manifest = readFileSync(join(projectRoot, 'dist', 'manifest.json'), 'utf8')
    setAssetManifest(JSON.parse(manifest))
    await app.app().register(fastifyStatic, {
      root: join(projectRoot, 'dist', 'assets'),
      prefix: '/assets/',
      preCompressed: true,
      decorateReply: false,
      index: false,
    })
    url = await app.app().listen({ host: '127.0.0.1', port: port() })
  })
  return { ...app, url: () => url }
}

/** Test files start side by side; one builds, the others wait. */
async function buildOnce(): Promise<void> {
  const lock = join(projectRoot, 'node_modules', '.cache', 'become-test-build')
  mkdirSync(join(projectRoot, 'node_modules', '.cache'), { recursive: true })
  for (let tries = 0; !take(lock) && tries < 300; tries += 1) await wait(100)
  try {
    await build(() => {})
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function take(lock: string): boolean {
  if (existsSync(lock)) return false
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}
