/** The articles of the help centre, read once from the files of the package. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Article, readArticle } from '#services/help/article'

/** Beside `src` in a clone, beside `dist` in the published package. */
const FOLDER = join(import.meta.dirname, '../../../help')

let articles: readonly Article[] | undefined

/** All articles in their order. */
export function listArticles(): readonly Article[] {
  articles ??= readArticles()
  return articles
}

export function findArticle(slug: string): Article | null {
  return listArticles().find((article) => article.slug === slug) ?? null
}

function readArticles(): readonly Article[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md'))
  const placed = files
    .map((name) => readArticle(name.slice(0, -'.md'.length), readFileSync(join(FOLDER, name), 'utf8')))
    .sort((a, b) => a.order - b.order)
  return placed.map(({ order: _, ...article }, index) => ({
    ...article,
    previous: placed[index - 1]?.slug ?? null,
    next: placed[index + 1]?.slug ?? null,
  }))
}
