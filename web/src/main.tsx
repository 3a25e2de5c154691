/** Starts the panel: its language first, then the page that the address names. */
import '@fontsource-variable/inter/index.css'
import '@mantine/core/styles.css'
import './styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { startTexts } from './texts/texts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place to draw in.')
await startTexts()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
