/** A text to be copied, such as a key that is shown once. */
import { ActionIcon, CopyButton, Group, Textarea } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'

interface CopyFieldProps {
  readonly label: string
  readonly value: string
  /** What is copied, where it is written otherwise. */
  readonly copied?: string
  readonly words: { readonly copy: string; readonly copied: string }
}

export function CopyField({ label, value, copied = value, words }: CopyFieldProps) {
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      {/* on as many lines as it needs: it may have to be typed elsewhere */}
      <Textarea
        label={label}
        value={value}
        readOnly
        autosize
        minRows={1}
        spellCheck={false}
        flex={1}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', overflowWrap: 'anywhere' } }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={copied}>
        {({ copied: isCopied, copy }) => (
          <ActionIcon
            variant="default"
            size={36}
            onClick={copy}
            aria-label={isCopied ? words.copied : words.copy}
          >
            {isCopied ? <IconCheck size={17} stroke={1.8} /> : <IconCopy size={17} stroke={1.7} />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  )
}
