/** What the tests of the doors share: places that are removed again, and how an error is told. */
import { afterAll } from 'vitest'
import { ERRORS, type ErrorCode } from '#errors'
import { type DoorEngine, Place, QUICK_ENGINE } from '../support/cli.ts'

/** Makes places, and removes them after the tests of the file. */
export function newPlaces(): (engine?: DoorEngine) => Promise<Place> {
  const places: Place[] = []
  afterAll(async () => {
    for (const place of places) await place.remove()
  })
  return async (engine = QUICK_ENGINE) => {
    const place = await Place.make(engine)
    places.push(place)
    return place
  }
}

/** An error as a person reads it. */
export function said(code: ErrorCode, message: string): string {
  return `${code}: ${message}\n${ERRORS[code].next}\n`
}

/** Does to a database what the program never would. */
export async function change(place: Place, script: string): Promise<void> {
  const db = await place.open()
  try {
    await db.script(script)
  } finally {
    await db.close()
  }
}
