import { HeadcountError } from '#errors'
import type { Headcount } from '#services/headcount'

/** The network that was named, or the only one there is. */
export async function networkOr(headcount: Headcount, named: string | undefined): Promise<string> {
  if (named !== undefined) return named
  const networks = await headcount.networks()
  const [only] = networks
  if (only !== undefined && networks.length === 1) return String(only.networkId)
  if (only === undefined) throw new HeadcountError('NO_DATA', 'There are no networks here yet.')
  throw new HeadcountError('NETWORK_AMBIGUOUS', `There are ${networks.length} networks here.`)
}
