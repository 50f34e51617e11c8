// What this browser remembers of its reader's wishes. It may refuse to; then nothing is remembered.

/** One wish, which is one of the values. */
export function remembered(name, values) {
  const key = `orders.${name}`;
  return {
    get() {
      try {
        const value = localStorage.getItem(key);
        return values.includes(value) ? value : undefined;
      } catch {
        return undefined;
      }
    },
    set(value) {
      try {
        localStorage.setItem(key, value);
      } catch {
        // It holds until the page is left.
      }
    },
  };
}
