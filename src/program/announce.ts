import type { Config } from '../platform/config.ts'
import type { SignIn } from '../setup.ts'
import { say } from './say.ts'

/** The last thing that a start prints: where, and as whom. */
export function announce(config: Config, people: readonly SignIn[]): void {
  say('')
  say(
    `BECOME is running${config.mode === 'demo' ? ' as a demonstration' : ''}: ${config.publicUrl}/`,
  )
  if (people.length > 0) {
    const width = Math.max(...people.map((person) => person.name.length))
    say('Sign in as one of these, with fictitious data:')
    for (const { name, role, how } of people) say(`  ${name.padEnd(width)}  ${role}: ${how}`)
  }
  if (config.mode === 'production') say('The first administrator is made with npm run admin.')
  say('Ctrl-C stops it.')
}
