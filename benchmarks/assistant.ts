/**
 * How long the assistant takes to answer the questions of its tests on the demo network, and what the model of
 * meanings adds to the memory. Run by itself: `npx tsx --conditions=source benchmarks/assistant.ts`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeAssistant } from '#assistant/ask'
import { openHeadcount } from '#index'
import { loadQuestions } from '../tests/assistant/judge.ts'
import { QUESTIONS } from '../tests/assistant/questions.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const MEGABYTE = 1_000_000
const residentMb = () => Math.round(process.memoryUsage.rss() / MEGABYTE)

const dataDir = await mkdtemp(join(tmpdir(), 'headcount-assistant-'))
const headcount = await openHeadcount({ dataDir })
const assistant = makeAssistant()
try {
  await headcount.makeDemo()
  const before = residentMb()
  const started = performance.now()
  await assistant.passages.find('Do suspended customers count?', 3)
  console.log(`model ready after ${Math.round(performance.now() - started)} ms`)
  console.log(`resident: ${before} MB before the model, ${residentMb()} MB after`)
  const times: number[] = []
  for (const { question } of loadQuestions(QUESTIONS)) {
    const asked = performance.now()
    await assistant.answer({ text: question }, headcount, NOW)
    times.push(performance.now() - asked)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0)
  console.log(`${times.length} questions: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms`)
} finally {
  await assistant.close()
  await headcount.close()
  await rm(dataDir, { recursive: true, force: true })
}
