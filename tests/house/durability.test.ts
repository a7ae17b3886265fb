import { describe, expect, it } from 'vitest'
import { checkServer } from '../../src/platform/postgres/check-server.ts'
import { serverSettings } from '../../src/platform/postgres/settings.ts'
import { useDatabase } from '../support/database.ts'

const { owner, urls } = useDatabase()
const safety = ['fsync', 'synchronous_commit', 'full_page_writes'] as const

describe('the database server', () => {
  it('of the tests forgets, and the program refuses to serve on it', async () => {
    const [shown] = await owner`select current_setting('fsync') as fsync`

    expect(shown).toEqual({ fsync: 'off' })
    await expect(checkServer(urls.owner)).rejects.toThrow('fsync off')
  })

  it('of everybody else is started so that it keeps what it confirms', () => {
    const settings = serverSettings({ port: 1, durable: true })

    expect(settings).toEqual(expect.arrayContaining(safety.map((name) => `${name}=on`)))
  })

  it('writes no statement and no value into its log', () => {
    const settings = serverSettings({ port: 1, durable: true })

    expect(settings).toEqual(
      expect.arrayContaining([
        'log_min_error_statement=panic',
        'log_parameter_max_length_on_error=0',
        'log_error_verbosity=terse',
      ]),
    )
  })
})
