/** Shapes that routes about operators share. */
import { z } from 'zod'
import { listOf } from '#http/schemas'
import { NETWORK_ROLES, RIGHTS, ROLES } from '#model/access'

/** Limits an address to a few tries a minute. */
export interface Few {
  readonly rateLimit: { readonly max: number; readonly timeWindow: string }
}

/** Long enough for every rule to say itself what is wrong. */
const LONGEST_FIELD = 500

/** A field whose rules the verb holds, so that its message is the same at every door. */
export const Field = z.string().max(LONGEST_FIELD)

export const Password = z.string().max(LONGEST_FIELD).meta({ format: 'password' })

export const Token = z.string().min(1).max(100).describe('What stands behind # in the link.')

export const Done = z
  .object({ message: z.string().describe('What was done, for the screen.') })
  .meta({ id: 'Done' })

export const Delivery = z.enum(['email', 'log']).meta({
  id: 'Delivery',
  description: 'log: there is no mail server, and the link stands in the log of the server.',
})

export const Sent = z.object({ message: z.string(), delivery: Delivery }).meta({ id: 'Sent' })

export const Scope = z.enum(Object.keys(RIGHTS) as (keyof typeof RIGHTS)[]).meta({ id: 'Right' })

export const Role = z.enum(ROLES).meta({ id: 'Role' })
export const NetworkRole = z.enum(NETWORK_ROLES).meta({ id: 'NetworkRole' })

export const LocationIds = z
  .union([z.literal('all'), listOf(z.int())])
  .meta({ description: 'Numbers of locations, or all of the network.' })

/** Where a letter went, as a sentence. */
export function sentTo(delivery: 'email' | 'log', what: string): string {
  return delivery === 'email'
    ? `${what} was sent.`
    : `No mail server is set up: ${what.toLowerCase()} stands in the log of the server.`
}
