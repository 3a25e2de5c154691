/** JSON with one form for one value, so that it can be hashed and hashed again later. */
import { createHash } from 'node:crypto'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** JSON with the keys of every object in the order of their code units, as a database may keep them in another. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const object = value as { readonly [name: string]: Json }
  const members = Object.keys(object)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(object[name] ?? null)}`)
  return `{${members.join(',')}}`
}

/** SHA-256 in hexadecimal. */
export function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}
