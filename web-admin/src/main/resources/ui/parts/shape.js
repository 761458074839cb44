import { svg } from 'lit';

/** The shapes of the live check and the numbers that members answer with; from docs/wire.md. */
export const SHAPES = [
  { name: 'CIRCLE', number: 1, label: 'Circle', drawn: svg`<circle cx="50" cy="50" r="42"></circle>` },
  { name: 'SQUARE', number: 2, label: 'Square', drawn: svg`<rect x="10" y="10" width="80" height="80"></rect>` },
  { name: 'TRIANGLE', number: 3, label: 'Triangle', drawn: svg`<path d="M50 6 96 92H4Z"></path>` },
];

/** The drawing of a shape by its name. */
export function shapeOf(name) {
  return SHAPES.find((shape) => shape.name === name)?.drawn;
}
