/** Operators and the audit log on the command line. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DOOR_ENGINES, Place } from '../support/cli.ts'
import { PASSWORD } from '../support/server.ts'

const CREATE = [
  'operator',
  'create',
  '--email',
  'ana@example.com',
  '--first-name',
  'Ana',
  '--last-name',
  'Ruiz',
]

describe.each(DOOR_ENGINES)('operators on the command line, on %s', (engine) => {
  let place: Place
  beforeAll(async () => {
    place = await Place.make(engine)
  })
  afterAll(() => place.remove())

  /** Where the key file goes, with a server too. */
  const env = { HEADCOUNT_SECRET: 'a secret of tests, long enough for all rules' }
  const create = (password: string, args = CREATE) =>
    place.run([...args, '--password-stdin'], { input: `${password}\n`, env })

  it('makes one whose password comes from the standard input, and lists him', async () => {
    expect((await place.run(['operator', 'list'], { env })).out).toContain('There are no operators yet')
    const weak = await create('password123')
    expect(weak.code).toBe(2)
    expect(weak.err).toContain('FIELDS_INVALID: password is too easy to guess')
    const made = await create(PASSWORD)
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.out).toContain('Made the operator ana@example.com')
    expect((await create(PASSWORD)).err).toContain('EMAIL_TAKEN')
    expect((await place.run(['operator', 'list'], { env })).out).toMatch(
      /ana@example\.com +Ana Ruiz +platform +off/,
    )
  })

  it('asks for nothing where nobody is there to answer', async () => {
    const answer = await place.run(CREATE, { input: '', env })
    expect(answer.code).toBe(2)
    expect(answer.err).toContain('--password-stdin')
  })

  it('shows the audit log, and that it is intact', async () => {
    const listed = await place.run(['audit', 'list'])
    expect(listed.out).toMatch(/1 +\S+Z +– \(cli\) +operator\.create/)
    const verified = await place.run(['audit', 'verify'])
    expect(verified.code).toBe(0)
    expect(verified.out).toMatch(/1 entries, last hash [0-9a-f]{64}\nThe audit log is intact\./)
  })

  it('ends with 1 where an entry was changed', async () => {
    const database = await place.open()
    await database.script(`
      alter table audit_entries disable trigger audit_entries_only_grow;
      update audit_entries set operator_id = 'somebody else';
      alter table audit_entries enable trigger audit_entries_only_grow`)
    await database.close()
    const { code, out } = await place.run(['audit', 'verify'])
    expect(code).toBe(1)
    expect(out).toContain('Entry 1 is not as it was written.')
  })
})
