// The help centre over HTTP: readable by anybody, answered once by each reader, reported to the platform alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENGINE_CASES } from '../support/engines.ts'
import { joined, outcome, type RunningServer, startServer } from '../support/server.ts'

interface Report {
  readonly articles: readonly { slug: string; helpful: number; notHelpful: number }[]
  readonly months: readonly { month: string; helpful: number; notHelpful: number }[]
  readonly comments: readonly { slug: string; isHelpful: boolean; comment: string }[]
  readonly misses: readonly { kind: string; door: string; asked: string; times: number }[]
}

const COUNT = 'active-users-count'
const feedbackOf = (slug: string) => `/help/articles/${slug}/feedback`

describe.each(ENGINE_CASES)('the help centre, on %s', (engine) => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer(engine)
    await server.addPlatformOperator('platform@example.com')
    await server.headcount.putNetwork({ externalId: 'harbour', name: 'Harbour' })
  })
  afterAll(() => server.close())

  const report = async () => {
    const platform = await server.signedIn('platform@example.com')
    return (await platform.get<Report>('/help/report')).body
  }
  const tally = async (slug: string) => {
    const { helpful, notHelpful } = (await report()).articles.find((article) => article.slug === slug) ?? {}
    return { helpful, notHelpful }
  }

  test('articles are read without signing in, as JSON, as Markdown and as a list for programs', async () => {
    const browser = server.browser()
    const { body } = await browser.get<{ articles: { slug: string }[] }>('/help/articles')
    expect(body.articles.map(({ slug }) => slug)).toContain(COUNT)
    const article = await browser.get<{ html: string }>(`/help/articles/${COUNT}`)
    expect(article.body.html).toContain('<h2 id="')
    const twin = await fetch(`${server.url}/help/${COUNT}.md`)
    expect(twin.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(await twin.text()).toMatch(/^# Active users count\n\n> .+\n\nUpdated on \d{4}-\d\d-\d\d\.\n/)
    const list = await (await fetch(`${server.url}/llms.txt`)).text()
    for (const { slug } of body.articles) expect(list).toContain(`/help/${slug}.md)`)
    expect(outcome(await browser.get('/help/articles/none'))).toBe('404 ARTICLE_NOT_FOUND')
    expect((await fetch(`${server.url}/help/none.md`)).status).toBe(404)
  })

  test('each reader answers once for an article, and may change it', async () => {
    const reader = server.browser()
    expect((await reader.get(feedbackOf(COUNT))).body).toEqual({ feedback: null })
    const given = await reader.put(feedbackOf(COUNT), { isHelpful: false, comment: ' Too short. ' })
    expect(given.body).toEqual({ feedback: { isHelpful: false, comment: 'Too short.' } })
    expect(given.setCookies.join()).toMatch(/HttpOnly.*SameSite=Lax/)
    expect(await tally(COUNT)).toEqual({ helpful: 0, notHelpful: 1 })
    await reader.put(feedbackOf(COUNT), { isHelpful: true })
    expect((await reader.get(feedbackOf(COUNT))).body).toEqual({
      feedback: { isHelpful: true, comment: null },
    })
    await server.browser().put(feedbackOf(COUNT), { isHelpful: true })
    expect(await tally(COUNT)).toEqual({ helpful: 2, notHelpful: 0 })
  })

  test('an operator is one reader in every browser', async () => {
    const slug = 'who-is-considered-an-active-user'
    await (await server.signedIn('platform@example.com')).put(feedbackOf(slug), { isHelpful: true })
    const elsewhere = await server.signedIn('platform@example.com')
    expect((await elsewhere.get(feedbackOf(slug))).body).toEqual({
      feedback: { isHelpful: true, comment: null },
    })
    await elsewhere.put(feedbackOf(slug), { isHelpful: false, comment: 'What of visitors?' })
    expect(await tally(slug)).toEqual({ helpful: 0, notHelpful: 1 })
    const { comments, months } = await report()
    expect(comments).toMatchObject([{ slug, isHelpful: false, comment: 'What of visitors?' }])
    expect(months).toHaveLength(12)
    expect(months.at(-1)).toMatchObject({ month: server.clock.now().toISOString().slice(0, 7) })
  })

  test('what was not found is noted without who asked', async () => {
    const reader = server.browser()
    for (const search of ['Parking  Permit', 'parking permit', 'jo@example.com 0171 234 5678']) {
      expect((await reader.post('/help/misses', { search })).status).toBe(200)
    }
    await server.headcount.noteUnanswered({ question: 'Who won the cup?', door: 'mcp' })
    const { misses } = await report()
    expect(misses.map(({ kind, door, asked, times }) => [kind, door, asked, times]).sort()).toEqual([
      ['question', 'mcp', 'who won the cup?', 1],
      ['search', 'http', 'parking permit', 2],
      ['search', 'http', '… …', 1],
    ])
  })

  test('only the platform reads what readers said', async () => {
    const platform = await server.signedIn('platform@example.com')
    const owner = await joined(server, platform, 'owner@example.com', {
      role: 'network_owner',
      network: 'Harbour',
    })
    expect(outcome(await owner.get('/help/report'))).toBe('403 FORBIDDEN')
    expect(outcome(await server.browser().get('/help/report'))).toBe('401 NOT_SIGNED_IN')
  })

  test('what is wrong is said', async () => {
    const reader = server.browser()
    expect(outcome(await reader.put(feedbackOf('none'), { isHelpful: true }))).toBe('404 ARTICLE_NOT_FOUND')
    expect(outcome(await reader.put(feedbackOf(COUNT), { isHelpful: 'yes' }))).toMatch(/^4\d\d /)
    const long = { isHelpful: true, comment: 'a'.repeat(1001) }
    expect(outcome(await reader.put(feedbackOf(COUNT), long))).toMatch(/^4\d\d /)
    await expect(server.headcount.giveFeedback({ article: COUNT, isHelpful: true })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    })
  })
})

test('answers and searches are limited in their rate', async () => {
  const server = await startServer('pglite', { triesAMinute: 2 })
  try {
    const reader = server.browser()
    const answers = [1, 2, 3].map(() => reader.put(feedbackOf(COUNT), { isHelpful: true }))
    expect((await Promise.all(answers)).map(({ status }) => status).sort()).toEqual([200, 200, 429])
  } finally {
    await server.close()
  }
})
