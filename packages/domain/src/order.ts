/**
 * How the threads on a clause are listed, the first of them where nobody has chosen. Each falls back
 * on those after it: what as many people found useful goes by its answers, then by its date.
 */
export const threadOrders = ['useful', 'answered', 'newest'] as const;
export type ThreadOrder = (typeof threadOrders)[number];
export const firstOrder: ThreadOrder = threadOrders[0];
