// Every npm command comes through here: it installs the packages where they are missing or other
// than package-lock.json says, and goes on under the Node that the packages bring when the present
// one is too old. Plain JavaScript with nothing but Node 20's own modules.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPackages, packagesAreMissing } from './packages.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const oldestNode = 24
const [command = 'start', ...words] = process.argv.slice(2)

const serving = [
  'start',
  'migrate',
  'admin',
  'token',
  'audit',
  'import',
  'keys',
  'backup',
  'restore',
]
const needsDevelopment = !serving.includes(command)

try {
  process.chdir(root)
  if (packagesAreMissing(root, { development: needsDevelopment })) {
    await installPackages(root, { development: needsDevelopment })
  }
  await goOn()
} catch (error) {
  console.error(error.sentence ?? error)
  process.exitCode = 1
}

async function goOn() {
  if (Number(process.versions.node.split('.')[0]) >= oldestNode) {
    const { run } = await import('./run.mjs')
    return run(command, words)
  }
  const node = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(node)) return runUnder(node)
  const system = `${process.platform}-${process.arch}`
  console.error(
    `This is Node ${process.versions.node}, and no newer one comes with the packages for ${system}: install Node ${oldestNode} or newer.`,
  )
  process.exitCode = 1
}

/** The same command under another Node; whatever this process is told, it tells that one. */
async function runUnder(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), command, ...words], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${dirname(node)}:${process.env.PATH ?? ''}`,
      BECOME_ENDS_WITH_PARENT: 'yes',
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  endWithParent(child)
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (...ending) => resolve(ending))
  })
  process.exit(code ?? 128 + constants.signals[signal])
}

/** npm killed outright cannot pass anything on; its child would serve on, unseen. */
function endWithParent(child) {
  if (!process.env.npm_lifecycle_event) return
  // Between npm and this process stands a shell, which outlives npm.
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`
  const born = ancestors()
  setInterval(() => {
    if (ancestors() !== born) child.kill('SIGTERM')
  }, 500).unref()
}

/** Known on Linux; elsewhere the parent alone must do. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    return ''
  }
}
