/** The articles as plain Markdown beside their pages, and the list of them that programs look for. */
import type { FastifyPluginAsync } from 'fastify'
import type { Article } from '#services/help/article'
import { listArticles } from '#services/help/articles'
import { requireArticle } from '#services/help/require-article'

const KEPT = 'public, max-age=300'

/** @param publicUrl begins the addresses in the list, which may be read anywhere */
export function helpTextRoutes(publicUrl: string): FastifyPluginAsync {
  return async (app) => {
    const hidden = { schema: { hide: true } } as const
    app.get<{ Params: { file: string } }>('/help/:file(^[^/]+\\.md$)', hidden, async (request, reply) => {
      const article = requireArticle(request.params.file.slice(0, -'.md'.length))
      return reply
        .header('cache-control', KEPT)
        .type('text/markdown; charset=utf-8')
        .send(markdownOf(article))
    })
    app.get('/llms.txt', hidden, async (_request, reply) =>
      reply.header('cache-control', KEPT).type('text/plain; charset=utf-8').send(listing(publicUrl)),
    )
  }
}

function markdownOf({ title, summary, updatedOn, markdown }: Article): string {
  return markdown.replace(/^# .*\n/, `# ${title}\n\n> ${summary}\n\nUpdated on ${updatedOn}.\n`)
}

function listing(publicUrl: string): string {
  const articles = listArticles().map(
    ({ slug, title, summary }) => `- [${title}](${publicUrl}/help/${slug}.md): ${summary}`,
  )
  return `# Headcount

> Who counts as an active user at each coworking location, why, and what it costs.

## Help

${articles.join('\n')}

## API

- [OpenAPI document](${publicUrl}/api/openapi.json): every address of the HTTP API.
`
}
