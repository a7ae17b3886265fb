import { createHash, randomBytes, randomUUID } from 'node:crypto'
import fastify from 'fastify'
import postgres from 'postgres'

// The one fixed rival: Fastify and the bare driver with 8 connections, the same rows in one
// transaction, fsync on. No seals, no row-level security, no rules, no limits. It is not tuned
// further, and not changed when a figure does not please.
const [port = '0', databaseUrl = ''] = process.argv.slice(2)
const sql = postgres(databaseUrl, { max: 8, onnotice: () => {} })
const app = fastify()

type Body = {
  readonly openness: string
  readonly province: string
  readonly categories: string[]
  readonly story: string
  readonly contact: string
  readonly workerName: string
}
type Row = {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly area: string
  readonly categories: readonly string[]
  readonly received_at: Date
  readonly next_due_at: Date
  readonly unread: boolean
  readonly owner: string | null
  readonly agency: string | null
}

app.get<{ Querystring: { at?: string; id?: string } }>('/work', async (request, reply) => {
  const { at = '-infinity', id = '00000000-0000-0000-0000-000000000000' } = request.query
  const rows = await sql.begin(
    (tx) => tx<Row[]>`
      select c.id, c.number, c.status, c.area, c.categories, c.received_at, c.next_due_at,
        p.name_km as owner, a.name_km as agency,
        exists (select from complaint_message m where m.complaint_id = c.id and m.read_at is null
          and m.from_side = 'complainant') as unread
      from complaint c left join person p on p.id = c.owner_id
      left join agency a on a.id = c.agency_id
      where c.next_due_at is not null and (c.next_due_at, c.id) > (${at}::text::timestamptz, ${id}::uuid)
      order by c.next_due_at, c.id limit 50`,
  )
  return reply.type('text/html; charset=utf-8').send(page(rows as unknown as Row[]))
})

const page = (rows: readonly Row[]): string =>
  `<!doctype html><title>Work</title><table>${rows
    .map(
      (row) =>
        `<tr><td><a href="/work/${row.id}">${safe(row.number)}</a><td>${safe(row.status)}<td>${safe(
          row.area,
        )}<td>${safe(row.categories.join(', '))}<td>${row.received_at.toISOString()}<td>${row.next_due_at.toISOString()}<td>${safe(
          row.owner ?? '',
        )}<td>${safe(row.agency ?? '')}<td>${row.unread ? 'new' : ''}`,
    )
    .join('')}</table>`

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }
const safe = (text: string): string => text.replace(/[&<"]/g, (sign) => entities[sign] ?? sign)

app.post<{ Body: Body }>('/complaints', async (request, reply) => {
  const key = String(request.headers['idempotency-key'])
  const given = request.body
  const now = new Date()
  const due = new Date(now.getTime() + 10 * 86_400_000)
  const number = await sql.begin(async (tx) => {
    const hash = createHash('sha256').update(key).digest()
    await tx`insert into submission (key_hash) values (${hash}) on conflict do nothing`
    const [office] = await tx`select id, province from office where province = ${given.province}`
    const [running] = await tx<{ n: bigint }[]>`select nextval('complaint_number') as n`
    const [person, contact] = await tx<{ id: string }[]>`
      insert into person_key (wrapped) values (${randomBytes(60)}), (${randomBytes(60)})
      returning id`
    const [worker] = await tx`
      insert into worker (key_id, area, name_sealed, name_index, created_at)
      values (${person?.id ?? ''}, ${given.province}, ${sealed(given.workerName)},
        ${hash}, ${now}) returning id`
    const id = randomUUID()
    const number = `R-${running?.n}`
    await tx`
      insert into complaint (id, number, secret_hash, openness, door, received_at, entered_at, area,
        office_id, worker_id, key_id, respondent_kind, categories, happened_country,
        happened_province, happened_month, asked_before, story_sealed, language, next_due_at)
      values (${id}, ${number}, ${hash}, ${given.openness}, 'api', ${now}, ${now},
        ${given.province}, ${office?.id}, ${worker?.id}, ${person?.id ?? ''}, 'broker',
        ${given.categories}, 'TH', ${given.province}, '2026-03', 'nobody', ${sealed(given.story)},
        'km', ${due})`
    await tx`
      insert into complaint_contact (complaint_id, key_id, area, relation, contact_sealed,
        contact_index, way)
      values (${id}, ${contact?.id ?? ''}, ${given.province}, 'worker', ${sealed(given.contact)},
        ${hash}, 'phone')`
    await tx`
      insert into complaint_claim (complaint_id, area, kind, minor, currency)
      values (${id}, ${given.province}, 'paid', 50000, 'USD'),
        (${id}, ${given.province}, 'sought', 50000, 'USD')`
    await tx`
      insert into clock (record_type, record_id, kind, area, rule_key, rules_applied, started_at,
        due_at, uncertain)
      values ('complaint', ${id}, 'first-answer', ${given.province}, 'a', '[]', ${now}, ${due}, false),
        ('complaint', ${id}, 'resolve', ${given.province}, 'b', '[]', ${now}, ${due}, false)`
    await tx`
      insert into event (happened_at, record_type, record_id, type, actor_kind, actor_id, to_status,
        content_hash, visible_to, area)
      values (${now}, 'complaint', ${id}, 'complaint.received', 'public', 'public', 'received',
        ${hash}, '{officer,complainant}', ${given.province})`
    const job = JSON.stringify({ recordId: id })
    await tx`
      select queue_job('follow_up', ${job}::text::json, null::timestamptz, null::text)`
    await tx`update submission set outcome = ${Buffer.from(number)} where key_hash = ${hash}`
    return number
  })
  return reply.code(201).send({ number })
})

/** As many bytes as the platform's seal has. */
const sealed = (text: string): Buffer => Buffer.concat([randomBytes(28), Buffer.from(text)])

await app.listen({ host: '127.0.0.1', port: Number(port) })
process.send?.({ ready: true })
process.once('SIGTERM', () => process.exit(0))
