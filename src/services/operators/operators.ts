/** Every verb about operators bound to one asker: what the server and the command line call. */
import { acceptInvitation, getInvitation } from '#services/operators/accept-invitation'
import { confirmEmailChange, requestEmailChange } from '#services/operators/change-email'
import { changePassword, resetPassword } from '#services/operators/change-password'
import { checkPassword } from '#services/operators/check-password'
import type { OperatorContext, Visit } from '#services/operators/context'
import { createFirst, createPlatformOperator, needsFirst } from '#services/operators/create'
import { invite, listInvitations, revokeInvitation } from '#services/operators/invite'
import { listOperators } from '#services/operators/list-operators'
import { removeOperator, setDisabled, setPlatform } from '#services/operators/manage-account'
import { getOwnAccount } from '#services/operators/own-account'
import { createApiKey, listApiKeys, revokeApiKey } from '#services/operators/own-api-keys'
import { endSession, listOwnSessions } from '#services/operators/own-sessions'
import { requestPasswordReset } from '#services/operators/request-password-reset'
import {
  confirmSecondFactor,
  disableSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
} from '#services/operators/second-factor'
import { removeRole, setRole } from '#services/operators/set-role'
import { signIn } from '#services/operators/sign-in'
import { signOut } from '#services/operators/sign-out'
import { updateProfile } from '#services/operators/update-profile'
import { verifySecondFactor } from '#services/operators/verify-second-factor'

type Verb<Options, Result> = (context: OperatorContext, options: Options) => Promise<Result>
type VisitVerb<Options, Result> = (
  context: OperatorContext,
  visit: Visit,
  options: Options,
) => Promise<Result>

export type Operators = ReturnType<typeof createOperators>

export function createOperators(context: OperatorContext) {
  const bind =
    <Options, Result>(verb: Verb<Options, Result>) =>
    (options: Options) =>
      verb(context, options)
  const bindVisit =
    <Options, Result>(verb: VisitVerb<Options, Result>) =>
    (visit: Visit, options: Options) =>
      verb(context, visit, options)
  return {
    needsFirst: () => needsFirst(context),
    createFirst: bind(createFirst),
    createPlatformOperator: bind(createPlatformOperator),
    checkPassword,

    signIn: bindVisit(signIn),
    verifySecondFactor: bindVisit(verifySecondFactor),
    signOut: (visit: Visit) => signOut(context, visit),
    listOwnSessions: () => listOwnSessions(context),
    endSession: bind(endSession),

    getOwnAccount: () => getOwnAccount(context),
    updateProfile: bind(updateProfile),
    changePassword: bindVisit(changePassword),
    requestPasswordReset: bind(requestPasswordReset),
    resetPassword: bind(resetPassword),
    requestEmailChange: bind(requestEmailChange),
    confirmEmailChange: bind(confirmEmailChange),
    startSecondFactor: bindVisit(startSecondFactor),
    confirmSecondFactor: bindVisit(confirmSecondFactor),
    disableSecondFactor: bindVisit(disableSecondFactor),
    renewRecoveryCodes: bindVisit(renewRecoveryCodes),

    createApiKey: bind(createApiKey),
    listApiKeys: () => listApiKeys(context),
    revokeApiKey: bind(revokeApiKey),

    listOperators: () => listOperators(context),
    setRole: bind(setRole),
    removeRole: bind(removeRole),
    setPlatform: bind(setPlatform),
    setDisabled: bind(setDisabled),
    removeOperator: bind(removeOperator),

    invite: bind(invite),
    listInvitations: () => listInvitations(context),
    revokeInvitation: bind(revokeInvitation),
    getInvitation: bind(getInvitation),
    acceptInvitation: bind(acceptInvitation),
  }
}
