/** What verbs about operators are given, beyond what every verb is. */
import type { Session } from '#database/database'
import type { Context } from '#services/context'
import type { Mail } from '#services/mail/mail'

export interface OperatorContext extends Context {
  readonly auth: Auth
  readonly mail: Mail
  /** Begins the links in e-mails, without a slash at its end. */
  readonly publicUrl: string
}

/** What a browser told with its request. */
export interface Visit {
  /** The Cookie header. */
  readonly cookie: string | undefined
  readonly address: string
  readonly browser: string
}

export interface NewOperator {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly isPlatform: boolean
  readonly hash: string
}

/** A password and the hash that it was found to fit. */
export interface ProvenPassword {
  readonly hash: string
  readonly password: string
}

export type LinkPurpose = 'password_reset' | 'email_change'

export interface Link {
  /** Begins with the operator's id, so that his links end with his password. */
  readonly value: string
  readonly expiresAt: Date
}

export interface NewLink extends Link {
  readonly purpose: LinkPurpose
  readonly token: string
}

export interface SecondFactorCode {
  readonly code: string
  readonly isRecoveryCode: boolean
  readonly during: 'sign_in' | 'session'
}

export type SecondFactorOutcome =
  | { readonly operatorId: string; readonly setCookies: readonly string[] }
  | { readonly refusedBecause: string }

/** Passwords, sessions, links and second factors. Whatever takes a session writes within its transaction. */
export interface Auth {
  readonly isSecure: boolean
  readonly secret: string
  hashPassword(password: string): Promise<string>
  /** Takes as long for nobody's password (null) as for a wrong one. */
  verifyPassword(hash: string | null, password: string): Promise<boolean>
  /** @returns the new operator's id */
  createOperator(session: Session, operator: NewOperator): Promise<string>
  setPassword(session: Session, operatorId: string, hash: string): Promise<void>
  endAllSessions(session: Session, operatorId: string): Promise<void>
  makeLink(session: Session, link: NewLink): Promise<void>
  readLink(session: Session, purpose: LinkPurpose, token: string): Promise<Link | null>
  /** The link works once; null where it does not any more. */
  useLink(session: Session, purpose: LinkPurpose, token: string): Promise<Link | null>
  /** Not complete where a second factor is still to be given. */
  signIn(
    session: Session,
    visit: Visit,
    proven: ProvenPassword & { readonly email: string },
  ): Promise<{ readonly isComplete: boolean; readonly setCookies: readonly string[] }>
  signOut(session: Session, visit: Visit): Promise<readonly string[]>
  checkSecondFactor(session: Session, visit: Visit, code: SecondFactorCode): Promise<SecondFactorOutcome>
  startSecondFactor(
    session: Session,
    visit: Visit,
    proven: ProvenPassword,
  ): Promise<{ readonly uri: string; readonly recoveryCodes: readonly string[] }>
  removeSecondFactor(session: Session, visit: Visit, proven: ProvenPassword): Promise<readonly string[]>
  renewRecoveryCodes(session: Session, visit: Visit, proven: ProvenPassword): Promise<readonly string[]>
}
