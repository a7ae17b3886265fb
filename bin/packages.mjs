// Whether node_modules holds what package-lock.json says, and how to make it so.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** By content, not by file times: a copied or restored folder is as good as an installed one. */
export function packagesAreMissing(root, { development }) {
  const installedFile = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return true
  const installed = readLock(installedFile)
  const wanted = readLock(join(root, 'package-lock.json'))
  return Object.entries(wanted).some(([path, one]) => {
    if (path === '' || one.link) return false
    const there = installed[path]
    if (there) return there.version !== one.version || !existsSync(join(root, path))
    return mustBeThere(one, development)
  })
}

/** What another system needs may be absent; development packages only where they are needed. */
const mustBeThere = (one, development) => {
  if (one.optional || one.devOptional || one.peer) return false
  return development || !one.dev
}

const readLock = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}

/** With npm's own progress on the screen. Install scripts are not run: nothing here needs one. */
export async function installPackages(root, { development }) {
  const keepDevelopment = development || existsSync(join(root, 'node_modules', 'vitest'))
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  if (!keepDevelopment) words.push('--omit=dev')
  console.error('Installing the packages (once; about a minute) …')
  const began = Date.now()
  const code = await runNpm(root, words)
  if (code !== 0)
    throw failure(
      `The packages could not be installed (npm ended with ${code}); its words stand above.`,
    )
  console.error(`Installing the packages: done after ${Math.round((Date.now() - began) / 1000)} s`)
}

/** npm deletes node_modules first, so the Node that runs it must not lie in there. */
function runNpm(root, words) {
  const npm = process.env.npm_execpath
  const node = process.env.npm_node_execpath
  const [command, ...rest] =
    npm && node && existsSync(npm) && !node.startsWith(join(root, 'node_modules'))
      ? [node, npm, ...words]
      : ['npm', ...words]
  const child = spawn(command, rest, {
    cwd: root,
    stdio: ['inherit', 2, 2],
    env: withoutOurNode(root),
  })
  return new Promise((resolve, reject) => {
    child.once('error', () => reject(failure('npm was not found: install it together with Node.')))
    child.once('exit', resolve)
  })
}

function withoutOurNode(root) {
  const path = process.env.PATH ?? ''
  const kept = path.split(':').filter((folder) => !folder.startsWith(join(root, 'node_modules')))
  return { ...process.env, PATH: kept.join(':') }
}

const failure = (sentence) => Object.assign(new Error(sentence), { sentence })
