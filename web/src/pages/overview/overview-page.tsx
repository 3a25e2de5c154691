import { useAccount } from '../../api/session'

export function OverviewPage() {
  const { firstName } = useAccount()
  return <h1>{firstName}</h1>
}
