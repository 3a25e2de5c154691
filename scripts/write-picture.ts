/**
 * Writes docs/pictures/active-users.svg: what `headcount start` prints on a new, empty folder, up to the
 * end of its list. The program itself runs, with a clock that stands still, so that the picture changes
 * only when the output does; with --check, it fails when the picture is stale.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHeadcount } from '#app'
import { run } from '#cli/run'
import { readSettings } from '#config'
import { writeOrCheck } from './write-or-check.ts'

const PICTURE = 'docs/pictures/active-users.svg'
const NOW = new Date('2026-11-20T12:00:00Z')
const TITLE = 'Output of `headcount start` on its synthetic demo network'

const FONT_SIZE = 14
/** The usual width of a character in a monospaced font; where a font's is another, its text is fitted. */
const COLUMN = FONT_SIZE * 0.6
const LINE = 21
const MARGIN = 20

/** Two colours and a background for each scheme; every pair has a contrast of 7:1 or more. */
const STYLE = `
  .back { fill: #f7f8fa; stroke: #d5d9e0; }
  text { fill: #1c2128; font: ${FONT_SIZE}px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace; white-space: pre; }
  .typed { fill: #0b4f9e; font-weight: bold; }
  @media (prefers-color-scheme: dark) {
    .back { fill: #14181f; stroke: #333b47; }
    text { fill: #dfe4ec; }
    .typed { fill: #8ec2ff; }
  }`

const graphemes = new Intl.Segmenter('en')
const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** The picture ends with the list; behind it the program tells what to try next. */
const REST = /\nMore: --cursor [\s\S]*$/

async function printedByStart(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'headcount-picture-'))
  let printed = ''
  const out = (text: string) => {
    printed += text
  }
  try {
    const code = await run(['start', '--once'], {
      terminal: { out, err: out, isWatched: false, environment: {} },
      version: '',
      settings: () => readSettings({}),
      openOperators: () => Promise.reject(new Error('A picture needs no operators.')),
      ask: () => Promise.reject(new Error('A picture asks nothing.')),
      serveMcp: () => Promise.reject(new Error('A picture needs no other program.')),
      serve: () => Promise.reject(new Error('A picture needs no server.')),
      open: () => openHeadcount({ dataDir: folder, now: () => NOW }),
    })
    if (code !== 0) throw new Error(printed)
    return printed
  } finally {
    await rm(folder, { recursive: true })
  }
}

function draw(lines: readonly string[]): string {
  const width = Math.ceil(Math.max(...lines.map(columnsOf)) * COLUMN) + 2 * MARGIN
  const height = lines.length * LINE + 2 * MARGIN
  const texts = lines.flatMap((line, index) => drawLine(line, MARGIN + (index + 0.75) * LINE))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">
<title id="title">${escaped(TITLE)}</title>
<style>${STYLE}
</style>
<rect class="back" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10"/>
${texts.join('\n')}
</svg>
`
}

/** Each cell stands at its own column, so that no font can shift the ones behind it. */
function drawLine(line: string, y: number): string[] {
  const style = line.startsWith('$ ') ? ' class="typed"' : ''
  return [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: cell, index }) => {
    const x = MARGIN + columnsOf(line.slice(0, index)) * COLUMN
    const length = columnsOf(cell) * COLUMN
    return `<text${style} x="${rounded(x)}" y="${rounded(y)}" textLength="${rounded(length)}">${escaped(cell)}</text>`
  })
}

/** As a terminal counts: a letter with its marks takes one column, an East Asian one two. */
function columnsOf(text: string): number {
  return [...graphemes.segment(text)].reduce(
    (columns, { segment }) => columns + (WIDE.test(segment) ? 2 : 1),
    0,
  )
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const printed = (await printedByStart()).replace(REST, '').trimEnd()
writeOrCheck(PICTURE, draw(['$ headcount start', ...printed.split('\n')]))
