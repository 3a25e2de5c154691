/** The articles in pieces that answer: a section, or a row of a table by itself. */
import type { Passage } from '#assistant/answer'
import type { Article } from '#services/help/article'

const LONGEST = 420

export function passagesOf(articles: readonly Article[]): readonly Passage[] {
  return articles.flatMap((article) => [...sectionPassages(article), ...rowPassages(article)])
}

function sectionPassages({ slug, title, summary, sections }: Article): Passage[] {
  const top = passage(slug, title, { anchor: 'top', heading: title, text: summary })
  const pieces = sections.flatMap((section) =>
    paragraphsOf(section.text).map((text) => passage(slug, title, { ...section, text })),
  )
  return [top, ...pieces]
}

/** Rows of tables, each by itself under its heading, with the titles of its columns. */
function rowPassages({ slug, title, markdown, sections }: Article): Passage[] {
  let heading = title
  let columns: readonly string[] | null = null
  const rows: Passage[] = []
  for (const line of markdown.split('\n')) {
    heading = /^#{2,3} (.+)$/.exec(line)?.[1] ?? heading
    if (!line.startsWith('|')) columns = null
    if (!line.startsWith('|') || /^\|[\s:|-]+\|$/.test(line)) continue
    const cells = cellsOf(line)
    const titles = columns
    columns ??= cells
    // a sum or a remark, which says nothing without the rows above it
    if (titles === null || cells.includes('')) continue
    const anchor = sections.find((section) => section.heading === heading)?.anchor ?? 'top'
    rows.push(passage(slug, title, { anchor, heading, text: rowText(cells, titles) }))
  }
  return rows
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.replace(/\*\*|`/g, '').trim())
}

/** `Booking · Record: free · Counts: Yes` */
function rowText(cells: readonly string[], titles: readonly string[]): string {
  return cells
    .map((cell, at) => (at === 0 ? cell : `${titles[at] ?? ''}: ${cell}`))
    .filter((_, at) => cells[at] !== '–')
    .join(' · ')
}

function passage(
  slug: string,
  article: string,
  { anchor, heading, text }: { anchor: string; heading: string; text: string },
): Passage {
  const at = anchor === 'top' ? '' : `#${anchor}`
  return { slug, anchor, article, heading, text, href: `/help/${slug}${at}` }
}

function paragraphsOf(text: string): string[] {
  const pieces: string[] = []
  for (const paragraph of text.split(/\n+/).map((one) => one.trim())) {
    // rows of tables are passages of their own
    if (paragraph === '' || paragraph.includes(' · ')) continue
    const last = pieces.at(-1)
    if (last !== undefined && last.length + paragraph.length < LONGEST)
      pieces[pieces.length - 1] = `${last} ${paragraph}`
    else pieces.push(paragraph.length > 2 * LONGEST ? `${paragraph.slice(0, 2 * LONGEST)}…` : paragraph)
  }
  return pieces
}
