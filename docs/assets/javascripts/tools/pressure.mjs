/**
 * Pressure: one force through contacts of different size. Average pressure is force over area.
 * Twin of scripts/tools/pressure.py, which names the sources. Pure: no page is touched.
 */
import { KG_PER_LB, KPA_PER_PSI, STANDARD_GRAVITY, number, weightN } from "./quantities.mjs";

/** Average pressure in kPa of newtons over square centimetres: 1 N on 1 cm² is 10 kPa. */
export function pressureKpa(forceN, areaCm2) {
  if (!(areaCm2 > 0)) throw new RangeError("the area must be above zero");
  return (forceN / areaCm2) * 10;
}

export const psi = (kpa) => kpa / KPA_PER_PSI;
const inWords = (kpa) => `${number(kpa)} kPa (${number(psi(kpa))} psi)`;
const contacts = ["foot", "heel", "elbow", "thumb"];
const pressureOf = (area) => ({ needs: ["force_n", area], value: (field) => pressureKpa(field.force_n, field[area]), text: inWords });

/** What calculator.mjs binds to the page. */
export const definition = {
  outputs: {
    total_force_n: { needs: ["force_n"], value: (field) => field.force_n, text: (force) => `${number(force, 3)} N, the weight of ${number(force / STANDARD_GRAVITY)} kg (${number(force / STANDARD_GRAVITY / KG_PER_LB)} lb)` },
    pressure_kpa: pressureOf("area_cm2"),
    ...Object.fromEntries(contacts.map((contact) => [`pressure_${contact}_kpa`, pressureOf(`area_${contact}_cm2`)])),
  },
  // A share of a body weight is another way to say the force.
  derived: { force_n: { from: ["body_kg", "share_percent"], value: (field) => weightN(field.body_kg, field.share_percent / 100) } },
  bars: { max: [...contacts.map((contact) => `pressure_${contact}_kpa`), "pressure_kpa"] },
};
