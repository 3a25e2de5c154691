/** An article of the help centre, made from its file: front matter, sections, HTML. */
import { anchorsOf, htmlOf, sectionsOf, withoutMarks } from '#services/help/markdown'

export interface ArticleSection {
  /** Unique in its article; `top` is what stands before the first heading. */
  readonly anchor: string
  readonly heading: string
  /** 1 for the article itself, 2 and 3 for its headings. */
  readonly level: number
  /** Plain text of what stands under the heading, until the next one. */
  readonly text: string
}

export interface Article {
  readonly slug: string
  readonly title: string
  /** Day of the last change, such as 2026-11-26. */
  readonly updatedOn: string
  /** Minutes to read. */
  readonly minutes: number
  /** Two sentences. */
  readonly summary: string
  /** Slugs of articles to go on with. */
  readonly related: readonly string[]
  /** Slugs of its neighbours in the order of the help centre. */
  readonly previous: string | null
  readonly next: string | null
  readonly sections: readonly ArticleSection[]
  /** With its title and filled tables, without front matter. */
  readonly markdown: string
  /** The body alone: the title is drawn by who shows it. */
  readonly html: string
}

export type UnplacedArticle = Omit<Article, 'previous' | 'next'> & { readonly order: number }

const WORDS_A_MINUTE = 200
const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/

/** @throws Error for a file that is not written as articles are */
export function readArticle(slug: string, text: string): UnplacedArticle {
  const [front, matter] = FRONT_MATTER.exec(text) ?? []
  if (front === undefined || matter === undefined) throw new Error(`help/${slug}.md has no front matter.`)
  const field = fieldsOf(slug, matter)
  const title = field('title')
  const body = withoutMarks(text.slice(front.length)).trim()
  const anchors = anchorsOf(body)
  return {
    slug,
    order: Number(field('order')),
    title,
    updatedOn: field('updated'),
    minutes: Math.max(1, Math.round(body.split(/\s+/).length / WORDS_A_MINUTE)),
    summary: field('summary'),
    related: field('related').split(/,\s*/),
    sections: sectionsOf(title, body, anchors),
    markdown: `# ${title}\n\n${body}\n`,
    html: htmlOf(body, anchors),
  }
}

/** Lines of `name: value`, which is all of YAML that articles need. */
function fieldsOf(slug: string, matter: string): (name: string) => string {
  const fields = new Map(
    matter.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
    }),
  )
  return (name) => {
    const value = fields.get(name)
    if (value === undefined || value === '') throw new Error(`help/${slug}.md has no ${name}.`)
    return value
  }
}
