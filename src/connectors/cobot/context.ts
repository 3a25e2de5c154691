import type { Instant } from '#model/records'

export interface Space {
  readonly externalId: string
  readonly subdomain: string
  readonly timeZone: string
  readonly createdAt: Instant
}

/** What later lists need to know of earlier ones. */
export class CobotContext {
  readonly spaces: Space[] = []
  /** Membership → customer: a person may have memberships in several spaces. */
  readonly customers = new Map<string, string>()
  /** Team → the subdomain of its space. */
  readonly teams = new Map<string, string>()
  /** The space whose lists are being read. */
  #space: Space | null = null

  enter(space: Space): void {
    this.#space = space
  }

  get space(): Space {
    if (this.#space === null) throw new Error('a list is read before its space')
    return this.#space
  }

  /** A membership that is not listed stands for itself: the import then tells that its customer is not there. */
  customerOf(membership: string): string {
    return this.customers.get(membership) ?? membership
  }
}
