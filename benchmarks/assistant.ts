/**
 * How long the assistant takes to answer the questions of its tests on the demo network, by itself and with a
 * language model that takes no time of its own, and what the model of meanings adds to the memory. Run by
 * itself, after a build: `npx tsx --conditions=source benchmarks/assistant.ts`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { passageSearch } from '#assistant/articles/search'
import { DEAF, makeAssistant } from '#assistant/ask'
import { openHeadcount } from '#index'
import type { Headcount } from '#services/headcount'
import { loadQuestions } from '../tests/assistant/judge.ts'
import { QUESTIONS } from '../tests/assistant/questions.ts'
import { calls, says, startScriptedModel } from '../tests/support/scripted-model.ts'
import { type Figure, figuresTable } from './support/figures.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const MEGABYTE = 1_000_000
const residentMb = () => Math.round(process.memoryUsage.rss() / MEGABYTE)
const TIMES_ASKED = 40

const dataDir = await mkdtemp(join(tmpdir(), 'headcount-assistant-'))
const headcount = await openHeadcount({ dataDir, now: () => NOW })
try {
  await headcount.makeDemo()
  const loadBefore = loadavg()[0] ?? 0
  const figures = [...(await byItself()), ...(await byModel())]
  const load = [loadBefore, loadavg()[0] ?? 0].map((one) => Math.round(one * 10) / 10)
  console.log(`load ${load.join(' to ')}\n\n${figuresTable(figures)}`)
  const result = { question: 'assistant', at: new Date().toISOString(), node: process.version, load, figures }
  await writeFile(join(import.meta.dirname, 'results/assistant.json'), `${JSON.stringify(result, null, 2)}\n`)
} finally {
  await headcount.close()
  await rm(dataDir, { recursive: true, force: true })
}

async function byItself(): Promise<Figure[]> {
  const assistant = makeAssistant()
  const before = residentMb()
  const first = await timed(() => assistant.answer({ text: 'Do suspended customers count?' }, headcount, NOW))
  const after = residentMb()
  const times: number[] = []
  for (const { question } of loadQuestions(QUESTIONS))
    times.push(await timed(() => assistant.answer({ text: question }, headcount, NOW)))
  await assistant.close()
  return [
    { what: 'first answer of a process, with the model of meanings loaded for it', value: first, unit: 'ms' },
    { what: `${times.length} questions, p50`, value: quantile(times, 0.5), unit: 'ms' },
    { what: `${times.length} questions, p95`, value: quantile(times, 0.95), unit: 'ms', atMost: 300 },
    { what: `${times.length} questions, slowest`, value: quantile(times, 1), unit: 'ms' },
    { what: 'resident memory before the model of meanings', value: before, unit: 'MB' },
    { what: 'resident memory with it', value: after, unit: 'MB' },
  ]
}

/** From the question to the first sentence: what Headcount adds to a model that answers at once. */
async function byModel(): Promise<Figure[]> {
  const scripted = await startScriptedModel()
  const model = { url: scripted.url, name: 'scripted', key: undefined, timeoutMs: 10_000 }
  const assistant = makeAssistant({ passages: passageSearch({ withModel: false }), model })
  const [place] = (await headcount.count({ location: 'Harbour Loft' })).locations
  const times: number[] = []
  for (let at = 0; at <= TIMES_ASKED; at += 1) {
    scripted.play(calls(['count_active_users', {}]), says(`Harbour Loft has ${place?.count} active users.`))
    times.push(await firstSentence(assistant, headcount))
  }
  await assistant.close()
  await scripted.close()
  const [first = 0, ...later] = times
  return [
    {
      what: 'first sentence with a language model that takes no time, first in a process',
      value: first,
      unit: 'ms',
    },
    { what: 'first sentence with it, p50', value: quantile(later, 0.5), unit: 'ms' },
    { what: 'first sentence with it, p95', value: quantile(later, 0.95), unit: 'ms', atMost: 100 },
  ]
}

async function firstSentence(assistant: ReturnType<typeof makeAssistant>, verbs: Headcount): Promise<number> {
  const started = performance.now()
  let heard = Number.NaN
  const onPart = () => {
    if (Number.isNaN(heard)) heard = performance.now() - started
  }
  const { by } = await assistant.answer(
    { text: 'How many active users does Harbour Loft have?' },
    verbs,
    NOW,
    { ...DEAF, onPart },
  )
  if (by !== 'model') throw new Error('The scripted model was not believed.')
  return heard
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0
}
