/** How the panel looks: colours, type and the few rules that hold for every control. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const pine: MantineColorsTuple = [
  '#eef6f3',
  '#dcebe5',
  '#b9d8cc',
  '#92c3b1',
  '#6dae97',
  '#4d977d',
  '#357f66',
  '#266a54',
  '#1f5c4b',
  '#123c30',
]

/** Greys with a little warmth, so that white surfaces look like paper. */
const gray: MantineColorsTuple = [
  '#f8f7f4',
  '#f1f0ec',
  '#e6e4df',
  '#d8d5cf',
  '#918c83',
  '#837e75',
  '#726d65',
  '#575249',
  '#38342e',
  '#1f1d19',
]

const dark: MantineColorsTuple = [
  '#eceae5',
  '#b3b0a8',
  '#93908a',
  '#726f69',
  '#696661',
  '#2e2d2b',
  '#232321',
  '#1a1a18',
  '#131312',
  '#0c0c0b',
]

export const theme = createTheme({
  colors: { pine, gray, dark },
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 7 },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '620' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  // not by the components’ own `extend`, which would load them all with the first page
  components: {
    Badge: {
      defaultProps: { size: 'md', radius: 'sm' },
      styles: {
        // else a column of a table, or a neighbour, squeezes the word out of it
        root: { textTransform: 'none', fontWeight: 500, verticalAlign: 'middle', flexShrink: 0 },
        label: { overflow: 'visible' },
      },
    },
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm', withAsterisk: false } },
    PasswordInput: { defaultProps: { size: 'sm', withAsterisk: false } },
    InputWrapper: {
      styles: {
        label: { marginBottom: 3 },
        description: { lineHeight: 1.4 },
        error: { lineHeight: 1.4 },
      },
    },
    Modal: {
      defaultProps: { centered: true, radius: 'lg', padding: 'lg' },
      styles: { title: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.35 } },
    },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
})

/** The kit’s own dimmed and placeholder texts are too pale to be read by everybody. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': gray[9],
    '--mantine-color-dimmed': '#68635b',
    '--mantine-color-placeholder': '#716c63',
    '--mantine-color-default-border': gray[3],
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': pine[8],
  },
  dark: {
    '--mantine-color-body': dark[7],
    '--mantine-color-text': dark[0],
    '--mantine-color-dimmed': dark[1],
    '--mantine-color-placeholder': '#9b9890',
    '--mantine-color-default': dark[6],
    '--mantine-color-default-border': '#3b3a37',
    '--mantine-color-error': '#ff8f86',
    '--mantine-color-anchor': pine[3],
  },
})
