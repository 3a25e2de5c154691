import { Coming } from '../../components/coming'

export function RunsPage() {
  return <Coming page="runs" />
}
