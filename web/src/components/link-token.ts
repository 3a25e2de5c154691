/** The secret of a link in a letter stands behind `#`; it leaves the address as soon as it was read. */
import { useEffect, useState } from 'react'

export function useLinkToken(): string {
  const [token] = useState(() => window.location.hash.slice(1))
  useEffect(() => {
    if (token !== '') window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [token])
  return token
}
