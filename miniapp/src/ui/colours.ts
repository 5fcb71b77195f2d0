/** The colours that drawings (SVG) need as text; the same values as `tokens.scss`, held together by a test. */
export const colours = {
  paper: '#f7f1e5',
  card: '#fffdf8',
  ink: '#2a2620',
  soft: '#51493f',
  edge: '#8a7d6a',
  line: '#e0d5c1',
  main: '#1d564c',
  tint: '#e4efe9',
  accent: '#8f3a10',
  accentInk: '#7a300c',
  glow: '#fbe8da',
  sos: '#a3201b',
  sosInk: '#861813',
  blush: '#fae6e3',
  warn: '#6d4300',
  amber: '#fcefd0',
  moss: '#45591f',
  plum: '#5f3a5e',
  white: '#ffffff',
} as const;

export type Colour = keyof typeof colours;
