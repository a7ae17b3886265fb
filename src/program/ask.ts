import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'

/** Asks the person at the terminal; a hidden answer is not shown while it is typed. */
export type Ask = (question: string, how?: { readonly hidden: boolean }) => Promise<string>

/** Without a terminal the answers are the lines of the standard input, in order. */
export function makeAsk(): Ask {
  return process.stdin.isTTY ? askTerminal : askLines()
}

async function askTerminal(question: string, { hidden } = { hidden: false }): Promise<string> {
  process.stderr.write(`${question}: `)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const output = hidden ? nowhere : process.stderr
  const terminal = createInterface({ input: process.stdin, output, terminal: true })
  const answer = await terminal.question('')
  terminal.close()
  if (hidden) process.stderr.write('\n')
  return answer
}

function askLines(): Ask {
  const lines = text(process.stdin).then((all) => all.split('\n'))
  return async () => (await lines).shift() ?? ''
}
