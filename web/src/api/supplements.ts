/** What was agreed about issued platform invoices, for later ones. */
import { answerOf, client, type Schemas } from './client'

export type Supplement = Schemas['Supplement']

interface AgreementAsked {
  readonly network: number
  /** The invoice that it is about. */
  readonly number: number
  readonly reason: string
  /** What was shown: refused where it comes to something else by now. */
  readonly netMinor: number
}

export function agreeSupplement({ network, number, ...body }: AgreementAsked): Promise<Supplement> {
  return answerOf(
    client.POST('/api/v1/networks/{network}/platform-invoices/{number}/supplements', {
      params: { path: { network: String(network), number } },
      body,
    }),
  )
}

export function withdrawSupplement(
  { networkId, supplementId }: Supplement,
  reason: string,
): Promise<Supplement> {
  return answerOf(
    client.POST('/api/v1/networks/{network}/supplements/{supplement}/withdrawal', {
      params: { path: { network: String(networkId), supplement: supplementId } },
      body: { reason },
    }),
  )
}
