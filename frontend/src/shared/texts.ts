/* The texts of a page, which the server gives in its language. */

export type Texts = Readonly<Record<string, string>>;
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Give what looks up texts by key and fills their {places}; numbers are written as the language does. */
export function speaker(texts: Texts, language: string): Say {
  const numbers = new Intl.NumberFormat(language);
  return (key, values = {}) =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return value === undefined
        ? place
        : typeof value === "number"
          ? numbers.format(value)
          : value;
    });
}

/** Give the beginning of a text that is longer than so many characters. */
export function clipped(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text;
}
