/**
 * Markdown of our own articles into sections, plain text and HTML. What an article cannot say, HTML of its
 * own, is written as text, so that no article can bring a script to a page.
 */
import { Marked, type Token, type Tokens } from 'marked'
import type { ArticleSection } from '#services/help/article'

/** The anchor of the article itself, and of what stands before its first heading. */
const TOP = 'top'

/** Lines that tell `scripts/write-help.ts` where to fill a table in. */
const MARK = /^<!-- \/?filled.* -->\n?/gm

export function withoutMarks(markdown: string): string {
  return markdown.replace(MARK, '')
}

/** The anchor of each heading in its order; a second one of the same words gets a number. */
export function anchorsOf(markdown: string): readonly string[] {
  const seen = new Map<string, number>([[TOP, 1]])
  return headingsOf(lexed(markdown)).map((heading) => {
    const anchor = anchorOf(plainText(heading.tokens))
    const times = (seen.get(anchor) ?? 0) + 1
    seen.set(anchor, times)
    return times === 1 ? anchor : `${anchor}-${times}`
  })
}

export function sectionsOf(
  title: string,
  markdown: string,
  anchors: readonly string[],
): readonly ArticleSection[] {
  const sections: { anchor: string; heading: string; level: number; texts: string[] }[] = [
    { anchor: TOP, heading: title, level: 1, texts: [] },
  ]
  let headings = 0
  for (const token of lexed(markdown)) {
    if (isHeading(token)) {
      const heading = plainText(token.tokens)
      sections.push({ anchor: anchors[headings] ?? TOP, heading, level: token.depth, texts: [] })
      headings += 1
    } else sections.at(-1)?.texts.push(plainText([token]))
  }
  return sections.map(({ texts, ...section }) => ({
    ...section,
    text: texts.filter((text) => text !== '').join('\n'),
  }))
}

export function htmlOf(markdown: string, anchors: readonly string[]): string {
  let headings = 0
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const anchor = anchors[headings] ?? TOP
        headings += 1
        const words = this.parser.parseInline(tokens)
        const label = escaped(`Permanent link to “${plainText(tokens)}”`)
        return `<h${depth} id="${anchor}">${words} <a class="permalink" href="#${anchor}" aria-label="${label}">#</a></h${depth}>\n`
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens)
        // an address in a text, such as an example, leads nowhere
        if (/^[a-z]+:/.test(href)) return words
        return `<a href="${escaped(addressOf(href))}">${words}</a>`
      },
      code({ text }) {
        return `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`
      },
      table(table) {
        const row = (cells: readonly Tokens.TableCell[], cell: 'td' | 'th') =>
          `<tr>${cells
            .map(({ tokens }) => `<${cell}>${this.parser.parseInline(tokens)}</${cell}>`)
            .join('')}</tr>`
        const rows = table.rows.map((cells) => row(cells, 'td')).join('\n')
        return `<div class="table" tabindex="0"><table>\n<thead>${row(table.header, 'th')}</thead>\n<tbody>\n${rows}\n</tbody>\n</table></div>\n`
      },
      html: ({ text }) => escaped(text),
      image: ({ text }) => escaped(text),
    },
  })
  return marked.parse(markdown, { async: false })
}

/** A link to the file of another article leads to its page. */
function addressOf(href: string): string {
  return href.replace(/^([a-z0-9-]+)\.md(?=#|$)/, '/help/$1')
}

function lexed(markdown: string): Token[] {
  return new Marked().lexer(markdown)
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading'
}

function headingsOf(tokens: readonly Token[]): Tokens.Heading[] {
  return tokens.filter(isHeading)
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** The words alone: of a table a line a row, of a list a line an item. */
function plainText(tokens: readonly Token[]): string {
  return tokens.map(textOf).join('')
}

function textOf(token: Token): string {
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table
    return [header, ...rows]
      .map((cells) => cells.map((cell) => plainText(cell.tokens)).join(' · '))
      .join('\n')
  }
  if (token.type === 'list')
    return (token as Tokens.List).items.map((item) => plainText(item.tokens)).join('\n')
  if (token.type === 'br' || token.type === 'space') return token.type === 'br' ? '\n' : ''
  if ('tokens' in token && token.tokens !== undefined) return plainText(token.tokens)
  return 'text' in token ? unescaped(String(token.text)) : ''
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign as keyof typeof ENTITIES])
}

/** The reader of Markdown writes quotes as entities in some texts. */
function unescaped(text: string): string {
  return Object.entries(ENTITIES)
    .reduce((told, [sign, entity]) => told.replaceAll(entity, sign), text)
    .replaceAll('&#39;', "'")
}
