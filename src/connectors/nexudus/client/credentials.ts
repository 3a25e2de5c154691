/** How an account is entered, and the tokens that it gave for it. All of it is secret. */
export interface Credentials {
  /** `password`: e-mail and password are kept. `token`: only what a second factor opened. `basic`: sent each time. */
  readonly kind: CredentialKind
  readonly email: string
  /** Empty where only tokens are kept. */
  readonly password: string
  /** A login and its refreshes must name the same one. */
  readonly clientId: string
  readonly tokens: Tokens | null
}

export const CREDENTIAL_KINDS = ['password', 'token', 'basic'] as const
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number]

export interface Tokens {
  readonly access: string
  readonly refresh: string | null
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}
