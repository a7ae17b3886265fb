import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import { connect } from '../platform/db.ts'
import { checkServer } from '../platform/postgres/check-server.ts'
import { listenForChanges } from '../platform/public-changed.ts'
import { projectRoot } from '../platform/root.ts'
import { safeErrors } from '../platform/safe-error.ts'
import { setAssetManifest } from '../ui/assets.ts'
import { interrupted } from './interrupted.ts'
import { tellParent } from './parent.ts'
import { processSettings } from './process-settings.ts'

/** The web process: keeps no state, so that any number may run. */
export async function web(): Promise<number> {
  const { config, vault, files, urls } = processSettings()
  await checkServer(urls.app)
  const db = connect(urls.app, { max: 10, name: 'become web' })
  const logger = pino({ level: config.logLevel, serializers: safeErrors })
  setAssetManifest(readManifest())
  const { app, cache } = await buildApp({
    db,
    vault,
    files,
    now: () => new Date(),
    demonstration: config.mode === 'demo',
    secure: config.mode === 'production',
    trustProxy: config.trustProxy,
    logger,
    oidc: config.oidc && { ...config.oidc, publicUrl: config.publicUrl },
    locales: pathToFileURL(join(projectRoot, 'locales/')),
  })
  await serveAssets(app)
  const changes = await listenForChanges(db, cache)
  await app.listen({ host: config.host, port: config.port })
  await tellParent({ ready: true })
  await interrupted()
  await app.close()
  await changes.stop()
  await db.end({ timeout: 5 })
  return 0
}

const built = join(projectRoot, 'dist', 'assets')

/** Names hold a hash of the content, so a browser never has to ask again. */
async function serveAssets(app: FastifyInstance): Promise<void> {
  if (!existsSync(built)) return
  await app.register(fastifyStatic, {
    root: built,
    prefix: '/assets/',
    preCompressed: true,
    decorateReply: false,
    index: false,
    immutable: true,
    maxAge: '1y',
  })
}

function readManifest(): Record<string, string> {
  const file = join(projectRoot, 'dist', 'manifest.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
}
