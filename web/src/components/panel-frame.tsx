import { Outlet } from '@tanstack/react-router'

export function PanelFrame() {
  return <Outlet />
}
