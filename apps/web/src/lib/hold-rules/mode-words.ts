import type { HoldMode } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';

const words = {
  'hold-all': { label: m.rules_mode_all, hint: m.rules_mode_all_hint },
  'hold-newcomers': { label: m.rules_mode_newcomers, hint: m.rules_mode_newcomers_hint },
  publish: { label: m.rules_mode_publish, hint: m.rules_mode_publish_hint },
} satisfies Record<HoldMode, { label: () => string; hint: () => string }>;

export const modes = Object.keys(words) as readonly HoldMode[];
export const modeName = (mode: HoldMode): string => words[mode].label();
export const modeChoices = () =>
  modes.map((value) => ({ value, label: words[value].label(), hint: words[value].hint() }));
