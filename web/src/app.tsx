/** The panel around its pages: look, remembered theme, questions to the server, addresses. */
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import { makeQueryClient } from './api/query-client'
import { makeRouter } from './router'
import { cssVariables, theme } from './theme'

/** Styles that the kit writes at run time are let in by this. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
setNonce(nonce)
const colorScheme = localStorageColorSchemeManager({ key: 'headcount-theme' })

const queryClient = makeQueryClient(() => {
  const { pathname, searchStr } = router.state.location
  queryClient.clear()
  void router.navigate({ to: '/sign-in', search: { next: `${pathname}${searchStr}` } })
})
const router = makeRouter(queryClient)

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
