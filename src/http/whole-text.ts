import type { FastifyInstance } from 'fastify'
import { HeadcountError } from '#errors'

const BROKEN = /\0|\p{Surrogate}/u

/**
 * Refuses text that no database can hold and no person typed, wherever in a request it stands, so that no
 * route has to think of it.
 */
export function refuseBrokenText(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query, body }) => {
    const place = brokenTextIn({ params, querystring: query, body })
    if (place === null) return
    throw new HeadcountError(
      'INVALID_ARGUMENT',
      `${place} holds a NUL character or half a character, which is no text.`,
    )
  })
}

/** Where it stands, such as `body/records/3/name`; null where all is well. Walks without recursion: a body may be deep. */
function brokenTextIn(request: object): string | null {
  const waiting: [place: string, value: unknown][] = [['', request]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [place, value] = next
    if (typeof value === 'string') {
      if (BROKEN.test(value)) return place
    } else if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) {
      for (const [name, inner] of Object.entries(value)) {
        waiting.push([place === '' ? name : `${place}/${BROKEN.test(name) ? '?' : name}`, inner])
      }
    }
  }
  return null
}
