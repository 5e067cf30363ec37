/** Puts values in the place of `{{name}}`. A name without a value is our own mistake, and throws. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`A template asks for “${name}”, which nobody gave.`);
    return value;
  });
}
