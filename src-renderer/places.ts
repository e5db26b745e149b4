// The places of the window, one line each: sidebar, bottom bar, palette and routes follow this list.
import Activity from '@lucide/svelte/icons/activity'
import Box from '@lucide/svelte/icons/box'
import Columns2 from '@lucide/svelte/icons/columns-2'
import Database from '@lucide/svelte/icons/database'
import Eraser from '@lucide/svelte/icons/eraser'
import FileCheck2 from '@lucide/svelte/icons/file-check-2'
import MessageCircle from '@lucide/svelte/icons/message-circle'
import Scale from '@lucide/svelte/icons/scale'
import Settings from '@lucide/svelte/icons/settings'
import type { Component } from 'svelte'
import BiasPlace from './features/bias/BiasPlace.svelte'
import ChatPlace from './features/chat/ChatPlace.svelte'
import ComparePlace from './features/compare/ComparePlace.svelte'
import DataPlace from './features/data/DataPlace.svelte'
import ForgetPlace from './features/forget/ForgetPlace.svelte'
import ModelsPlace from './features/models/ModelsPlace.svelte'
import ReportsPlace from './features/reports/ReportsPlace.svelte'
import SettingsPlace from './features/settings/SettingsPlace.svelte'
import TrainingPlace from './features/training/TrainingPlace.svelte'
import type { Place } from './features/shell/place'

export const places: readonly (Place & { component: Component<{ rest: string[] }> })[] = [
  { id: 'chat', group: 'use', icon: MessageCircle, keys: 'g c', component: ChatPlace },
  { id: 'compare', group: 'use', icon: Columns2, keys: 'g k', component: ComparePlace },
  { id: 'models', group: 'build', icon: Box, keys: 'g m', component: ModelsPlace },
  { id: 'data', group: 'build', icon: Database, keys: 'g d', component: DataPlace },
  { id: 'training', group: 'build', icon: Activity, keys: 'g t', component: TrainingPlace },
  { id: 'forget', group: 'examine', icon: Eraser, keys: 'g f', component: ForgetPlace },
  { id: 'bias', group: 'examine', icon: Scale, keys: 'g b', component: BiasPlace },
  { id: 'reports', group: 'examine', icon: FileCheck2, keys: 'g r', component: ReportsPlace },
  { id: 'settings', group: 'bottom', icon: Settings, keys: 'Ctrl+,', component: SettingsPlace }
]
