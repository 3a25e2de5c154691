import { HeadcountError } from '#errors'
import { quoted } from '#lib/quote'
import type { Article } from '#services/help/article'
import { findArticle } from '#services/help/articles'

/** @throws ARTICLE_NOT_FOUND */
export function requireArticle(slug: string): Article {
  const article = findArticle(slug)
  if (article !== null) return article
  throw new HeadcountError('ARTICLE_NOT_FOUND', `There is no article ${quoted(slug)}.`)
}
