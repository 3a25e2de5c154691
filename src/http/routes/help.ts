import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, askerOrNobody, type VerbsFor } from '#http/access'
import { ArticleText, ArticleTitle, Feedback, HelpReport, Passage, Slug } from '#http/routes/help-schemas'
import { Done, type Few } from '#http/routes/operator-schemas'
import { listOf } from '#http/schemas'
import { given } from '#lib/given'
import { listArticles } from '#services/help/articles'
import { LONGEST_COMMENT } from '#services/help/give-feedback'
import { requireArticle } from '#services/help/require-article'

const tags = ['Help']
/** Articles change with the program alone. */
const KEPT = 'public, max-age=300'

/** The help centre: for anybody, but for what readers said. */
export function helpRoutes(verbsFor: VerbsFor, publicUrl: string, few: Few): FastifyPluginAsyncZod {
  const reader = readerCookie(publicUrl.startsWith('https:'))
  return async (app) => {
    app.get(
      '/help/articles',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'listArticles',
          summary: 'The articles in their order',
          tags,
          response: { 200: z.object({ articles: listOf(ArticleTitle) }) },
        },
      },
      async (_request, reply) => reply.header('cache-control', KEPT).send({ articles: listArticles() }),
    )
    app.get(
      '/help/articles/:article',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'getArticle',
          summary: 'One article, as Markdown and as HTML',
          tags,
          params: z.object({ article: Slug }),
          response: { 200: ArticleText },
        },
      },
      async (request, reply) =>
        reply.header('cache-control', KEPT).send(requireArticle(request.params.article)),
    )
    app.get(
      '/help/passages',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'listPassages',
          summary: 'What stands under each heading, as plain text to search in',
          tags,
          response: { 200: z.object({ passages: listOf(Passage) }) },
        },
      },
      async (_request, reply) =>
        reply.header('cache-control', KEPT).send({
          passages: listArticles().flatMap(({ slug, title, sections }) =>
            sections.map(({ anchor, heading, text }) => ({ slug, title, anchor, heading, text })),
          ),
        }),
    )
    app.get(
      '/help/articles/:article/feedback',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'getOwnFeedback',
          summary: 'What you said about an article',
          tags,
          params: z.object({ article: Slug }),
          response: { 200: z.object({ feedback: Feedback.nullable() }) },
        },
      },
      async (request, reply) => {
        const feedback = await verbsFor(askerOrNobody(request)).ownFeedback({
          article: request.params.article,
          ...given({ reader: reader.of(request) }),
        })
        return reply.header('cache-control', 'no-store').send({ feedback })
      },
    )
    app.put(
      '/help/articles/:article/feedback',
      {
        config: { access: 'public', ...few },
        schema: {
          operationId: 'giveFeedback',
          summary: 'Say whether an article was helpful; again to change it',
          description: 'Who is not signed in is known again by a random cookie.',
          tags,
          params: z.object({ article: Slug }),
          body: z.object({ isHelpful: z.boolean(), comment: z.string().max(LONGEST_COMMENT).optional() }),
          response: { 200: z.object({ feedback: Feedback }) },
        },
      },
      async (request, reply) => {
        const asker = askerOrNobody(request)
        const token = asker.operator === null ? (reader.of(request) ?? reader.give(reply)) : undefined
        const feedback = await verbsFor(asker).giveFeedback({
          article: request.params.article,
          isHelpful: request.body.isHelpful,
          ...given({ comment: request.body.comment, reader: token }),
        })
        return { feedback }
      },
    )
    app.post(
      '/help/misses',
      {
        config: { access: 'public', ...few },
        schema: {
          operationId: 'noteSearch',
          summary: 'Note a search that found nothing, without who searched',
          tags,
          body: z.object({ search: z.string().min(1).max(500) }),
          response: { 200: Done },
        },
      },
      async (request) => {
        await verbsFor(askerOrNobody(request)).noteSearch(request.body)
        return { message: 'Noted.' }
      },
    )
    app.get(
      '/help/report',
      {
        config: { access: 'feedback.read' },
        schema: {
          operationId: 'getHelpReport',
          summary: 'Which articles help, what readers write, and what they did not find',
          tags,
          response: { 200: HelpReport },
        },
      },
      (request) => verbsFor(askerOf(request)).reportHelp(),
    )
  }
}

const TOKEN_BYTES = 18
const TOKEN = /^[\w-]{24}$/
const YEAR_SECONDS = 365 * 86_400

/** Knows a reader again who is not signed in, by nothing but a random number; given with his first answer. */
function readerCookie(isSecure: boolean) {
  const name = 'headcount.reader'
  return {
    of({ cookies }: FastifyRequest): string | undefined {
      const token = cookies[name]
      return token !== undefined && TOKEN.test(token) ? token : undefined
    },
    give(reply: FastifyReply): string {
      const token = randomBytes(TOKEN_BYTES).toString('base64url')
      reply.setCookie(name, token, {
        ...{ path: '/api/v1/help', maxAge: YEAR_SECONDS },
        ...{ httpOnly: true, sameSite: 'lax', secure: isSecure },
      })
      return token
    },
  }
}
