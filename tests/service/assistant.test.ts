/** Questions over the API: answered as far as the operator sees, kept for him alone, deleted when he says so. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../support/browser.ts'
import { joined, outcome, type RunningServer, startServer } from '../support/server.ts'

interface Answered {
  readonly conversationId: number
  readonly answer: { readonly intent: string; readonly parts: readonly unknown[] }
}

let server: RunningServer
let ana: Browser
let viewer: Browser

beforeAll(async () => {
  server = await startServer('pglite')
  await server.addPlatformOperator('ana@example.com')
  ana = await server.signedIn('ana@example.com')
  await server.headcount.makeDemo({ customers: 60, locations: 2 }, { networkName: 'Harbour' })
  const offer = { network: 'Harbour', role: 'viewer', locations: ['Harbour Loft'] }
  viewer = await joined(server, ana, 'vi@example.com', offer)
})
afterAll(() => server.close())

const ask = (who: Browser, question: string, more: object = {}) =>
  who
    .post('/assistant/questions', { question, ...more })
    .then((answer) => ({ ...answer, answered: answer.body as unknown as Answered }))

test('a conversation goes on, is listed for its operator alone, and can be deleted', async () => {
  const first = await ask(ana, 'How many active users does Harbour Loft have?')
  expect([outcome(first), first.answered.answer.intent]).toEqual(['200', 'count'])
  const { conversationId } = first.answered
  const second = await ask(ana, 'and Tile House?', { conversationId })
  expect(JSON.stringify(second.answered.answer.parts)).toContain('Tile House')
  const { body } = await ana.get('/assistant/conversations')
  expect(body).toMatchObject({ conversations: [{ conversationId, turns: 2 }] })
  expect(await viewer.get('/assistant/conversations')).toMatchObject({ body: { conversations: [] } })
  expect(outcome(await viewer.get(`/assistant/conversations/${conversationId}`))).toBe(
    '404 CONVERSATION_NOT_FOUND',
  )
  expect(outcome(await ask(viewer, 'and there?', { conversationId }))).toBe('404 CONVERSATION_NOT_FOUND')
  expect(outcome(await viewer.delete(`/assistant/conversations/${conversationId}`))).toBe(
    '404 CONVERSATION_NOT_FOUND',
  )
  expect(outcome(await ana.delete(`/assistant/conversations/${conversationId}`))).toBe('200')
  expect(outcome(await ana.get(`/assistant/conversations/${conversationId}`))).toBe(
    '404 CONVERSATION_NOT_FOUND',
  )
})

test('an operator is told nothing of a location that he may not see', async () => {
  for (const question of ['How many active users do we have in total?', 'Compare the locations']) {
    const { answered, status } = await ask(viewer, question)
    expect([question, status]).toEqual([question, 200])
    expect(JSON.stringify(answered.answer)).not.toContain('Tile House')
  }
})

test('a location that he may not see is told of as one that is not there, and never with the figures of another', async () => {
  for (const question of ['Who counts at Tile House?', 'How many active users at Tile House?']) {
    const unseen = JSON.stringify((await ask(viewer, question)).answered.answer)
    expect(unseen).toContain('You see: Harbour Loft.')
    expect(unseen).not.toMatch(/"verb":"(count|list)"/)
    const { answered } = await ask(viewer, question.replace('Tile', 'Nile'))
    expect(JSON.stringify(answered.answer)).toBe(unseen.replace('Tile', 'Nile'))
  }
})

test('the parts come one by one to who asks for a stream', async () => {
  const answer = await ana.send('POST', '/assistant/questions', {
    body: { question: 'hello' },
    headers: { accept: 'text/event-stream' },
  })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
})
