import { Coming } from '../../components/coming'

export function PricePlansPage() {
  return <Coming page="pricePlans" />
}
