export const resolutions = ['open', 'resolved'] as const;
export type Resolution = (typeof resolutions)[number];

export const resolutionActions = ['resolve', 'reopen'] as const;
export type ResolutionAction = (typeof resolutionActions)[number];

const transitions: Readonly<Record<Resolution, Partial<Record<ResolutionAction, Resolution>>>> = {
  open: { resolve: 'resolved' },
  resolved: { reopen: 'open' },
};

export function nextResolution(state: Resolution, action: ResolutionAction): Resolution | null {
  return transitions[state][action] ?? null;
}
