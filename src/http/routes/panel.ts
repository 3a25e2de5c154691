/** The panel: a page that speaks to the API, and the files it is made of. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { panelHints } from '#http/panel-hints'
import { pathOf } from '#http/path-of'

/** First parts of the addresses of pages for who is not signed in; the links of letters are among them. */
const ENTRY_PAGES = [
  'confirm-email',
  'first-run',
  'forgotten-password',
  'help',
  'invitation',
  'reset-password',
  'sign-in',
] as const

/** And of the others. */
const OPERATORS_PAGES = [
  'account',
  'assistant',
  'audit-log',
  'customers',
  'help-feedback',
  'imports',
  'networks',
  'operators',
  'price-plans',
  'runs',
  'settings',
] as const

export const PANEL_PAGES = [...ENTRY_PAGES, ...OPERATORS_PAGES] as const

const NONCE_BYTES = 16
const NONCE_MARK = '{{style-nonce}}'

/** Answers with the panel, and tells scripts and styles apart from what anybody could have put into it. */
type SendPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply

/** @param folder of the built panel; without one there is only the API */
export function panelRoutes(folder: string, sendPage: SendPage): FastifyPluginAsync {
  return async (app) => {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      globIgnore: ['index.html', '.vite/**', '**/*.{br,gz}'],
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.setHeader('cache-control', keepingOf(path))
        reply.setHeader('vary', 'accept-encoding')
      },
    })
    const page = { schema: { hide: true } } as const
    app.get('/', page, sendPage)
    for (const name of PANEL_PAGES) {
      app.get(`/${name}`, page, sendPage)
      app.get(`/${name}/*`, page, sendPage)
    }
  }
}

/** Reads the page once. Its styles carry a nonce, since the kit that draws it writes some at run time. */
export function pageSender(folder: string): SendPage {
  const text = readFileSync(join(folder, 'index.html'), 'utf8')
  const hintsOf = panelHints(folder)
  return ({ url, headers }, reply) => {
    const nonce = randomBytes(NONCE_BYTES).toString('base64url')
    const policy = String(reply.getHeader('content-security-policy'))
    const hints = isForOperators(url) ? hintsOf({ url, acceptLanguage: headers['accept-language'] }) : ''
    return reply
      .header(
        'content-security-policy',
        policy.replace(/style-src[^;]*/, `style-src 'self' 'nonce-${nonce}'`),
      )
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-language')
      .type('text/html; charset=utf-8')
      .send(text.replace(NONCE_MARK, nonce).replace('</head>', `  ${hints}\n  </head>`))
  }
}

function isForOperators(url: string): boolean {
  const [, first = ''] = pathOf(url).split('/')
  return first === '' || OPERATORS_PAGES.some((page) => page === first)
}

/** A person with a mistyped address gets the panel’s own page for it; programs get a problem. */
export function isMistypedPage({ method, url, headers }: FastifyRequest): boolean {
  return (
    method === 'GET' &&
    /\btext\/html\b/.test(headers.accept ?? '') &&
    !/^\/(api|assets)\b|\.\w+$/.test(pathOf(url))
  )
}

/** What has a hash in its name never changes. */
function keepingOf(path: string): string {
  return path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}
