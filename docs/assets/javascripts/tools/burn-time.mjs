/**
 * Contact burns: how long hot water held on skin takes to injure it, on one published line.
 * Twin of scripts/tools/burn_time.py, which names the source and its limits. Pure: no page is touched.
 */
import { timeInWords } from "./quantities.mjs";

export const INTERCEPT_SURVIVED = 116.4; // natural logarithm of seconds
export const INTERCEPT_COUNTED = 113.4;
const SLOPE = -28.3; // per natural logarithm of degrees Celsius

/** Seconds on the line at degrees Celsius. Throws RangeError outside 44 to 60 °C, where it was not fitted. */
export function timeS(temperatureC, intercept = INTERCEPT_SURVIVED) {
  if (!(temperatureC >= 44 && temperatureC <= 60)) throw new RangeError("the line holds from 44 to 60 °C only");
  return Math.exp(intercept + SLOPE * Math.log(temperatureC));
}

/** What calculator.mjs binds to the page. */
export const definition = {
  outputs: {
    earliest_s: { needs: ["temperature_c"], value: (field) => timeS(field.temperature_c, INTERCEPT_COUNTED), text: timeInWords },
    time_s: { needs: ["temperature_c"], value: (field) => timeS(field.temperature_c), text: timeInWords },
  },
  outside: {
    temperature_c: {
      below: "Below 44 °C (111 °F) the line was not fitted, so there is no time to give. That does not make it harmless: heat that stays on for hours can still burn, sooner if skin is numb.",
      above: "Above 60 °C (140 °F) the line was not fitted, so there is no time to give. Water this hot can burn at once.",
    },
  },
};
