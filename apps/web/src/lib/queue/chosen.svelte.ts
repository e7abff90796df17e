import { SvelteMap } from 'svelte/reactivity';

/**
 * What a moderator has chosen to decide on together: `case=<id>` and `group=<key>`, as a form sends
 * them, each with the number of cases it stands for.
 */
export class Chosen {
  readonly #map = new SvelteMap<string, number>();

  /** Cases, not boxes. */
  get size(): number {
    return [...this.#map.values()].reduce((sum, each) => sum + each, 0);
  }
  has(name: string): boolean {
    return this.#map.has(name);
  }
  set(name: string, size: number): void {
    this.#map.set(name, size);
  }
  drop(name: string): void {
    this.#map.delete(name);
  }
  /** Those that are not among `shown`. */
  beside(shown: readonly string[]): string[] {
    return [...this.#map.keys()].filter((name) => !shown.includes(name));
  }
  clear(): void {
    this.#map.clear();
  }
}
