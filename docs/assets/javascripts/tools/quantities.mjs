/**
 * Numbers as people type them, units, and how results are written.
 * Twin of scripts/tools/quantities.py; tests/test_tools.py holds the two together. Pure: no page is touched.
 */

// Exact by definition: the pound (1959) and standard gravity (CGPM 1901).
export const KG_PER_LB = 0.45359237;
export const STANDARD_GRAVITY = 9.80665; // m/s²
export const N_PER_LBF = KG_PER_LB * STANDARD_GRAVITY;
export const CM2_PER_IN2 = 2.54 ** 2;
export const KPA_PER_PSI = (N_PER_LBF / CM2_PER_IN2) * 10;

/** Units of each quantity: sign, and the way from and to the unit all sums are done in. */
const same = { to: (value) => value, from: (value) => value };
const times = (factor) => ({ to: (value) => value * factor, from: (value) => value / factor });
export const UNITS = {
  force: { metric: { sign: "N", ...same }, imperial: { sign: "lbf", ...times(N_PER_LBF) } },
  area: { metric: { sign: "cm²", ...same }, imperial: { sign: "in²", ...times(CM2_PER_IN2) } },
  mass: { metric: { sign: "kg", ...same }, imperial: { sign: "lb", ...times(KG_PER_LB) } },
  temperature: { metric: { sign: "°C", ...same }, imperial: { sign: "°F", to: (value) => ((value - 32) * 5) / 9, from: (value) => (value * 9) / 5 + 32 } },
  percent: { metric: { sign: "%", ...same }, imperial: { sign: "%", ...same } },
  factor: { metric: { sign: "×", ...same }, imperial: { sign: "×", ...same } },
};

/**
 * Reads a number with a decimal comma or point.
 * @param {string} text
 * @returns {{value: number} | {problem: string}} the number, or what is wrong in words for the reader
 */
export function parseNumber(text) {
  const typed = text.replace(/[\s\u00a0\u2009\u202f']/g, "").replace(/\u2212/g, "-");
  if (typed === "") return { problem: "Please type a number here." };
  if (typed.length > 20) return { problem: "This is too long for a number. Please type a shorter one." };
  const marks = typed.match(/[.,]/g) ?? [];
  let plain = typed;
  if (marks.length === 1 && /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(typed)) {
    const [whole, rest] = typed.split(/[.,]/);
    return { problem: `Please write ${whole}${rest} or ${whole}.${rest.replace(/0+$/, "") || "0"}: with the mark, either could be meant.` };
  }
  if (marks.length > 1) {
    const last = marks.at(-1);
    const thousands = last === "," ? "." : ",";
    const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${thousands}\\d{3})+(\\${last}\\d+)?$`);
    const allSame = marks.every((mark) => mark === last) && /^[+-]?\d{1,3}([.,]\d{3})+$/.test(typed);
    if (allSame) plain = typed.replace(/[.,]/g, "");
    else if (grouped.test(typed)) plain = typed.replaceAll(thousands, "").replace(last, ".");
    else return { problem: "This is not a number. Please use digits, such as 54 or 54.5." };
  }
  plain = plain.replace(",", ".");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return { problem: "This is not a number. Please use digits, such as 54 or 54.5." };
  return { value: Number(plain) };
}

/** Rounds to `count` figures, halves upwards; whole numbers keep their digits. */
export function figures(value, count = 2) {
  if (value <= 0) return 0;
  const scale = 10 ** Math.max(0, count - 1 - Math.floor(Math.log10(value)));
  return Math.floor(value * scale + 0.5) / scale;
}

/** Writes a number in `count` figures: 14, 8.3, 1,300. */
export function number(value, count = 2) {
  let rounded = figures(value, count);
  if (rounded >= 1000) rounded = Number(rounded.toPrecision(count));
  return rounded.toLocaleString("en", { maximumFractionDigits: 10 });
}

/** Writes a number for an input: at most two decimals, no zeros at the end, never a mark between thousands. */
export function typed(value) {
  return String(Math.round(value * 100) / 100);
}

/** Writes a time: about 3.1 hours, about 52 minutes, about 34 seconds, under 1 second. */
export function timeInWords(seconds) {
  for (const [unit, size, least] of [["hours", 3600, 5400], ["minutes", 60, 120], ["seconds", 1, 1]]) {
    if (seconds >= least) return `about ${number(seconds / size)} ${unit}`;
  }
  return "under 1 second";
}

/** Weight in newtons of a share (0 to 1) of a mass in kilograms, under standard gravity. */
export const weightN = (massKg, share = 1) => massKg * share * STANDARD_GRAVITY;

/** Writes kilograms with pounds. */
export const bothUnits = (kilograms) => `${number(kilograms, 3)} kg (${number(kilograms / KG_PER_LB, 3)} lb)`;
