/** One line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Beside the answer of a command, which may be read by another program. */
export function sayAside(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Names a step that takes long enough to wonder about, and says how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1)
  let told = false
  const tell = setTimeout(() => {
    told = true
    say(`${name} …`)
  }, 400)
  try {
    const result = await work()
    if (told) say(`${name}: done after ${seconds()} s`)
    return result
  } finally {
    clearTimeout(tell)
  }
}
