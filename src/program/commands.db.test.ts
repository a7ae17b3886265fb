import { describe, expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../tests/support/database.ts'
import { testFiles } from '../../tests/support/files.ts'
import type { CommandDeps } from '../commands.ts'
import { fillDemonstrationPeople } from '../modules/accounts/index.ts'
import { readConfig } from '../platform/config.ts'
import { makeVault } from '../platform/vault/vault.ts'
import { makeAdministrator } from './admin.ts'
import { keysCommand } from './keys.ts'
import { printToken } from './token.ts'

const { owner } = useDatabase()
const now = new Date('2026-11-20T03:00:00Z')
const names = ['dara', 'ដារ៉ា', 'Dara'] as const

function atTheTerminal(env: Record<string, string> = {}) {
  const said: string[] = []
  const deps: CommandDeps = {
    db: owner,
    vault: makeVault(testMasterKey()),
    files: testFiles(),
    config: readConfig(env),
    now,
    say: (line) => void said.push(line),
  }
  return { deps, said }
}
const typing = (...answers: string[]) => {
  return async () => answers.shift() ?? ''
}

describe('npm run token', () => {
  it('is refused in production', async () => {
    const { deps, said } = atTheTerminal({
      MODE: 'production',
      MASTER_KEY: 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
      PUBLIC_URL: 'https://become.example',
    })

    expect(await printToken(deps, ['officer'])).toBe(1)
    expect(said[0]).toContain('Only for the persons of a demonstration')
  })

  it('names the persons when it is given none, or an unknown one', async () => {
    const { deps, said } = atTheTerminal()

    expect(await printToken(deps, [])).toBe(1)
    expect(await printToken(deps, ['somebody'])).toBe(1)
    expect(said[0]).toMatch(/^npm run token -- PERSON, where PERSON is one of /)
    expect(said[1]).toBe(said[0])
  })

  it('prints one token, and keeps only its hash', async () => {
    const vault = makeVault(testMasterKey())
    const people = await owner.begin((tx) =>
      fillDemonstrationPeople(tx, { agencyIds: [], now, vault }),
    )
    const [login] = people.keys()
    const { deps, said } = atTheTerminal()

    expect(await printToken(deps, [login ?? ''])).toBe(0)

    expect(said).toHaveLength(1)
    const kept = await owner`select t::text as row from api_token t`
    expect(kept).toHaveLength(1)
    expect(kept[0]?.row).not.toContain(said[0])
  })
})

describe('npm run admin', () => {
  it('refuses two different passwords, and a weak one', async () => {
    const { deps, said } = atTheTerminal()

    await makeAdministrator(deps, names, typing('tall river seven', 'tall river eight'))
    await makeAdministrator(deps, names, typing('short', 'short'))

    expect(said).toEqual([
      'The two passwords differ: nothing was made.',
      'The password is too short: 12 characters or more.',
    ])
    expect(await owner`select 1 from person where login = 'dara'`).toHaveLength(0)
  })

  it('asks for what it was not given, and makes one administrator, not two', async () => {
    await owner`delete from assignment where role = 'administrator'`
    const { deps, said } = atTheTerminal()
    const password = 'tall river seven boats'

    const first = await makeAdministrator(deps, [], typing(...names, password, password))
    const second = await makeAdministrator(
      deps,
      ['vanna', 'វណ្ណា', 'Vanna'],
      typing(password, password),
    )

    expect([first, second]).toEqual([0, 1])
    expect(said[0]).toBe('dara may sign in at http://127.0.0.1:8080/sign-in.')
    expect(said[1]).toContain('There is an administrator already')
  })
})

describe('npm run keys', () => {
  const run = async (...words: string[]) => {
    const { deps, said } = atTheTerminal()
    // The migration begins the first key at the true time.
    const code = await keysCommand({ ...deps, now: new Date(Date.now() + 60_000) }, words)
    return { code, said: said.join('\n') }
  }

  it.each([
    [['turn']],
    [['withdraw']],
    [['withdraw', 'x']],
    [['withdraw', '99999']],
    [['rotate', '1']],
  ])('says how it is used when it is told %j', async (words) => {
    expect(await run(...words)).toEqual({ code: 1, said: expect.stringMatching(/^npm run keys/) })
  })

  it('lists, begins and withdraws, and never leaves us without a key that signs', async () => {
    expect((await run()).said).toMatch(/^1 {2}begun [-\d]+, signs$/)
    expect((await run('rotate')).said).toContain('Key 2 signs from now on')
    expect((await run()).said).toMatch(/^2 .*, signs\n1 .*what it signed holds$/)

    expect((await run('withdraw', '1')).code).toBe(0)
    expect(await run('withdraw', '1')).toMatchObject({
      code: 1,
      said: expect.stringContaining('no key 1'),
    })
    expect((await run('withdraw', '2')).said).toContain('Key 3 signs from now on')
    expect((await run()).said).toMatch(/^3 .*, signs\n2 .*withdrawn .*\n1 .*withdrawn/)
  })
})
